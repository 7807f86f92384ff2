using ComplaintBot.Settings;
using ComplaintBot.Turns.Redis;

namespace ComplaintBot.Serving;

/// <summary>Takes the settings below <c>Store</c>: where conversations are kept.</summary>
internal static class StoreSection
{
    /// <summary>The name of the section.</summary>
    public const string Name = "Store";

    private const string Redis = $"{Name}:Redis";
    private const int LongestPrefix = 40;

    /// <summary>How Redis is reached; null for the embedded store.</summary>
    public static RedisSettings? Read(SettingsReader reader)
    {
        var kind = reader.Text($"{Name}:Kind", "sqlite");
        var byDefault = new RedisSettings { Endpoints = [] };
        var settings = new RedisSettings
        {
            Endpoints = Endpoints(reader),
            Password = reader.Text($"{Redis}:Password"),
            Tls = reader.Truth($"{Redis}:Tls", byDefault: false),
            TlsHost = reader.Text($"{Redis}:TlsHost"),
            Prefix = Prefix(reader, byDefault.Prefix),
            ConnectTimeout = Milliseconds(reader, $"{Redis}:ConnectTimeoutMilliseconds", byDefault.ConnectTimeout),
            CommandTimeout = Milliseconds(reader, $"{Redis}:CommandTimeoutMilliseconds", byDefault.CommandTimeout),
        };
        switch (kind)
        {
            case "redis" when settings.Endpoints.Count == 0:
                reader.Wrong($"{Redis}:Endpoints", Remedy.RedisNodes);
                break;
            case "sqlite" when settings.Endpoints.Count > 0:
                reader.Wrong($"{Redis}:Endpoints", Remedy.RedisNeedsKind, settings.Endpoints[0]);
                break;
            case not ("sqlite" or "redis"):
                reader.Wrong($"{Name}:Kind", Remedy.StoreKind, kind);
                break;
        }

        return kind == "redis" ? settings : null;
    }

    private static IReadOnlyList<string> Endpoints(SettingsReader reader)
    {
        const string Setting = $"{Redis}:Endpoints";
        var endpoints = reader.List(Setting);
        foreach (var one in endpoints)
            if (!Uri.TryCreate($"redis://{one}", UriKind.Absolute, out var uri) || uri is not { Port: > 0, UserInfo.Length: 0 } || uri.PathAndQuery.Trim('/').Length > 0)
                reader.Wrong(Setting, Remedy.RedisNode, one.Contains('@', StringComparison.Ordinal) ? null : one);
        return endpoints;
    }

    private static string Prefix(SettingsReader reader, string byDefault)
    {
        const string Setting = $"{Redis}:Prefix";
        var prefix = reader.Text(Setting, byDefault)!;
        if (prefix.Length <= LongestPrefix && prefix.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) return prefix;
        reader.Wrong(Setting, Remedy.RedisPrefix, prefix, ("most", $"{LongestPrefix}"));
        return byDefault;
    }

    private static TimeSpan Milliseconds(SettingsReader reader, string name, TimeSpan byDefault) =>
        TimeSpan.FromMilliseconds(reader.Number(name, (int)byDefault.TotalMilliseconds, 100, 60_000));
}
