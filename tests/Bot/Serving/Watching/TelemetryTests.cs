using System.Diagnostics.Metrics;
using ComplaintBot.Tests.DirectLine;
using ComplaintBot.Turns.Watching;

namespace ComplaintBot.Tests.Serving.Watching;

public sealed class TelemetryTests : IDisposable
{
    private const string Metrics = "/v1/metrics", Traces = "/v1/traces";

    private readonly LoopbackCollector collector = new();

    public void Dispose() => collector.Dispose();

    [Fact]
    public async Task A_collector_hears_of_turns_stages_handovers_the_queue_the_outbox_and_the_store()
    {
        await using var server = await WatchedAsync();
        await CallForAPersonAsync(server);

        foreach (var name in (string[])["turn.duration", "store.duration", "stage.reached", "handovers", "queue.waiting", "queue.longest_wait", "outbox.age"])
            await collector.HearsAsync(Metrics, $"complaintbot.{name}");
        await collector.HearsAsync(Metrics, "asks-for-person");
    }

    [Fact]
    public async Task A_turn_is_a_trace_with_the_ids_of_conversation_and_case_and_nothing_that_was_said()
    {
        await using var server = await WatchedAsync();
        var page = await CallForAPersonAsync(server);
        await server.EndAsync();

        var traces = collector.At(Traces);
        foreach (var one in (string[])["turn", "load", "commit", "complaintbot.case", "complaintbot.stage", page.Conversation]) Assert.Contains(one, traces, StringComparison.Ordinal);
        foreach (var said in (string[])["Rowan Quill", "13912345678", "kettle"]) Assert.DoesNotContain(said, traces + collector.At(Metrics), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_and_how_long_is_read_from_the_store()
    {
        await using var server = await WatchedAsync();
        await CallForAPersonAsync(server);
        server.Clock.Advance(TimeSpan.FromSeconds(30));

        var (waiting, longest) = (0, 0.0);
        using var listener = new MeterListener { InstrumentPublished = (instrument, own) => { if (instrument.Meter.Name == Instruments.Name) own.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => waiting += instrument.Name.EndsWith("waiting", StringComparison.Ordinal) ? value : 0);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => longest = instrument.Name.EndsWith("longest_wait", StringComparison.Ordinal) ? Math.Max(longest, value) : longest);
        listener.Start();
        var since = Doubles.RealTime.Clock.GetTimestamp();
        while (waiting == 0 || longest < 30)
        {
            Assert.True(Doubles.RealTime.Clock.GetElapsedTime(since) < TimeSpan.FromSeconds(30), $"{waiting} wait for {longest} s.");
            await Task.Yield();
            waiting = 0;
            listener.RecordObservableInstruments();
        }
    }

    [Fact]
    public async Task A_collector_that_is_away_or_refuses_holds_up_nobody()
    {
        collector.Status = 503;
        await using var server = await WatchedAsync();
        await CallForAPersonAsync(server);
        collector.Dispose();
        await CallForAPersonAsync(server);
        await server.EndAsync();
    }

    private Task<LiveServer> WatchedAsync() => LiveServer.StartAsync(("Telemetry:Endpoint", collector.Url), ("Telemetry:Protocol", "http"), ("Telemetry:SecondsBetween", "1"));

    private static async Task<DirectLineClient> CallForAPersonAsync(LiveServer server)
    {
        var page = await server.PageAsync();
        await page.StartAsync();
        foreach (var line in (string[])["My new kettle leaks all over the counter.", "I am Rowan Quill, 13912345678. I want to talk to a real person.", "A human being, please. Now."])
        {
            Assert.Equal(200, (await page.SayAsync(line)).Status);
            await server.WorkedOffAsync(page.Conversation);
        }

        return page;
    }
}
