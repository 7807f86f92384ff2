namespace ComplaintBot.Serving.Watching;

/// <summary>Where measurements and traces are sent, and how the log is written.</summary>
/// <param name="Endpoint">The collector, as OTLP reaches it; null for nowhere.</param>
/// <param name="IsHttp">Whether it speaks HTTP with protobuf, not gRPC.</param>
/// <param name="Between">How often measurements are sent, from 1 s to 10 min.</param>
/// <param name="IsJsonLog">Whether each line of the log is an object of JSON.</param>
internal sealed record TelemetrySettings(Uri? Endpoint, bool IsHttp, TimeSpan Between, bool IsJsonLog);
