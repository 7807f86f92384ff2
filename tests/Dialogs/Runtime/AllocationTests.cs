using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Runtime.Prompts;
using Xunit.Abstractions;

namespace ComplaintBot.Dialogs.Tests.Runtime;

/// <summary>Bytes, not microseconds: they hardly vary from run to run, and they are what piled up in the machines before this one.</summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    private const int Turns = 600;

    [Fact]
    public void A_turn_from_wire_to_wire_stays_below_four_kilobytes()
    {
        using var bot = new FiveQuestions();
        bot.Run(Turns);

        long before = GC.GetAllocatedBytesForCurrentThread();
        bot.Run(Turns);
        long perTurn = (GC.GetAllocatedBytesForCurrentThread() - before) / Turns;

        output.WriteLine($"{perTurn} bytes a turn");
        Assert.InRange(perTurn, 1, 4096);
    }

    /// <summary>A waterfall of five questions; stack and activities are read and written in every turn.</summary>
    private sealed class FiveQuestions : IDisposable
    {
        private static readonly byte[] Incoming =
            """{"type":"message","id":"m-1","channelId":"test","from":{"id":"u"},"recipient":{"id":"b"},"conversation":{"id":"c"},"text":"an answer of some length, as people give"}"""u8.ToArray();

        private readonly DialogSet dialogs = new DialogSet().Add(new TextPrompt("text"));
        private readonly ArrayBufferWriter<byte> stored = new();
        private readonly ArrayBufferWriter<byte> sent = new();
        private readonly Utf8JsonWriter writer = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        private readonly DialogStackConverter converter;

        public FiveQuestions()
        {
            var waterfall = new WaterfallDialog<Order>("five", TestJson.Default.Order);
            foreach (string name in new[] { "one", "two", "three", "four", "five" })
            {
                waterfall.Step(name, step =>
                {
                    step.State.Name = step.Result as string;
                    return step.Prompt("text", PromptOptions.Of("A question of some length, as bots ask?"));
                });
            }

            waterfall.Step("end", step =>
            {
                step.Context.SendActivity("Thank you.");
                return step.EndDialog();
            });
            dialogs.Add(waterfall);
            converter = new DialogStackConverter(dialogs);
            stored.Write("[]"u8);
        }

        public void Run(int turns)
        {
            for (int i = 0; i < turns; i++)
            {
                var reader = new Utf8JsonReader(stored.WrittenSpan);
                reader.Read();
                var stack = converter.Read(ref reader, typeof(DialogStack), JsonSerializerOptions.Default);
                var context = new TurnContext(ActivityJson.Read(Incoming), Talk.Noon);
                DialogRunner.Run(dialogs.Get("five"), context, stack);

                Open(stored);
                converter.Write(writer, stack, JsonSerializerOptions.Default);
                writer.Flush();
                Open(sent);
                JsonSerializer.Serialize(writer, context.Outgoing[0], ActivityJson.Wire.Activity);
                writer.Flush();
            }
        }

        public void Dispose() => writer.Dispose();

        private void Open(ArrayBufferWriter<byte> target)
        {
            target.ResetWrittenCount();
            writer.Reset(target);
        }
    }
}
