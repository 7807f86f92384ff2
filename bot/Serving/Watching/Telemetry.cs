using ComplaintBot.Turns;
using ComplaintBot.Turns.Watching;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ComplaintBot.Serving.Watching;

/// <summary>Sends measurements and traces to a collector. One that is away is tried again and holds up nobody.</summary>
internal sealed class Telemetry : IAsyncDisposable
{
    private readonly Backlog backlog;
    private readonly MeterProvider metrics;
    private readonly TracerProvider traces;

    private Telemetry(TelemetrySettings settings, Uri endpoint, Backlog backlog, string node)
    {
        this.backlog = backlog;
        var resource = ResourceBuilder.CreateEmpty().AddService("complaintbot", serviceInstanceId: node).AddEnvironmentVariableDetector();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Instruments.Name)
            .AddOtlpExporter((exporter, reader) =>
            {
                Reach(exporter, settings, endpoint, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.Between.TotalMilliseconds;
            })
            .Build();

        // A turn runs by itself after the request that brought it: whether that was watched says nothing.
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).SetSampler(new AlwaysOnSampler()).AddSource(Instruments.Name).AddOtlpExporter(exporter => Reach(exporter, settings, endpoint, "v1/traces")).Build();
    }

    /// <summary>Begins to send; null when the settings name no collector.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="store">What is to be delivered.</param>
    /// <param name="chats">Who waits.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="node">Tells this node from others.</param>
    public static Telemetry? Begin(TelemetrySettings settings, IConversationStore store, IChatIndex chats, TimeProvider clock, string node) =>
        settings.Endpoint is { } endpoint ? new(settings, endpoint, new(store, chats, clock), node) : null;

    /// <summary>Sends what is left, for at most five seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        metrics.ForceFlush(2_500);
        traces.ForceFlush(2_500);
        metrics.Dispose();
        traces.Dispose();
        await backlog.DisposeAsync().ConfigureAwait(false);
    }

    private static void Reach(OtlpExporterOptions exporter, TelemetrySettings settings, Uri endpoint, string path)
    {
        exporter.Protocol = settings.IsHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;

        // Given an address in code, the exporter takes it as it is: over HTTP each signal has its own.
        exporter.Endpoint = settings.IsHttp ? new(endpoint.AbsoluteUri.TrimEnd('/') + "/" + path) : endpoint;
    }
}
