using ComplaintBot.Settings;

namespace ComplaintBot.Serving.Watching;

/// <summary>Takes the settings below <c>Telemetry</c>.</summary>
internal static class TelemetrySection
{
    /// <summary>The name of the section.</summary>
    public const string Name = "Telemetry";

    /// <summary>The settings; what the environment tells every program of its kind is heard too.</summary>
    public static TelemetrySettings Read(SettingsReader reader) => new(
        Endpoint(reader),
        reader.OneOf($"{Name}:Protocol", "grpc", "http") == "http",
        TimeSpan.FromSeconds(reader.Number($"{Name}:SecondsBetween", 60, 1, 600)),
        reader.OneOf($"{Name}:Log", "text", "json") == "json");

    private static Uri? Endpoint(SettingsReader reader)
    {
        const string Setting = $"{Name}:Endpoint";
        if ((reader.Text(Setting) ?? reader.Text("OTEL_EXPORTER_OTLP_ENDPOINT")) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return uri;
        reader.Wrong(Setting, Remedy.Collector, text);
        return null;
    }
}
