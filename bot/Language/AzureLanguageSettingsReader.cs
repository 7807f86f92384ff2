using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ComplaintBot.Language;

/// <summary>Takes the settings below <c>Language:Azure</c>; without an endpoint the service is off.</summary>
internal static class AzureLanguageSettingsReader
{
    private const string Section = "Language:Azure";
    private const int ShortestWait = 100;

    private static readonly string[] Names = ["Endpoint", "Key", "Identity", "TimeoutMilliseconds", "Tasks"];

    private static readonly Dictionary<string, LanguageTask> Tasks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sentiment"] = LanguageTask.Sentiment,
        ["personal-data"] = LanguageTask.PersonalData,
        ["key-phrases"] = LanguageTask.KeyPhrases,
    };

    /// <summary>Reads and checks them all.</summary>
    /// <param name="configuration">Where all settings stand.</param>
    /// <returns>The settings, null when the service is off or a setting is wrong; and a sentence for each mistake that says what to write.</returns>
    public static (AzureLanguageSettings? Settings, IReadOnlyList<string> Errors) Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        List<string> errors = [.. Unknown(section)];
        var (key, identity) = (Text(section, "Key"), Text(section, "Identity"));
        if (Text(section, "Endpoint") is not { } endpoint)
        {
            foreach (var name in Names)
                if (section.GetSection(name).Exists() && name != "Endpoint") errors.Add($"{Section}:{name} is set and {Section}:Endpoint is not: write the address of the Language resource, like https://care.cognitiveservices.azure.com, or remove {Section}.");
            return (null, errors);
        }

        if (Address(endpoint) is not { } address)
            errors.Add($"{Section}:Endpoint is '{Short(endpoint)}': write scheme and host of the Language resource, like https://care.cognitiveservices.azure.com, without a path.");
        else if (key is null == identity is null)
            errors.Add($"{Section}: write either Key, one of the two keys of the resource, or Identity: default, system, or the client id of a managed identity.");
        else if (key is not null && key.Any(c => c is <= ' ' or >= '\x7f'))
            errors.Add($"{Section}:Key: write a key of the resource as the portal shows it, without spaces or quotes.");
        else if (identity is not null && address.Scheme != Uri.UriSchemeHttps)
            errors.Add($"{Section}:Identity: write an https address as Endpoint; tokens are not sent without.");
        else if (identity is not (null or "default" or "system") && !Guid.TryParse(identity, out _))
            errors.Add($"{Section}:Identity is '{Short(identity)}': write default, system, or the client id of a managed identity.");
        var (timeout, tasks) = (Wait(section, errors), Wanted(section, errors));
        return errors.Count > 0 ? (null, errors) : (new() { Endpoint = Address(endpoint)!, Key = key, Identity = identity, Timeout = timeout, Tasks = tasks }, errors);
    }

    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { PathAndQuery: "/", UserInfo.Length: 0, Fragment.Length: 0 } && (uri.Scheme == Uri.UriSchemeHttps || uri is { Scheme: "http", IsLoopback: true }) ? uri : null;

    private static TimeSpan Wait(IConfigurationSection section, List<string> errors)
    {
        if (Text(section, "TimeoutMilliseconds") is not { } text) return TimeSpan.FromMilliseconds(AzureLanguageSettings.LongestWaitMilliseconds);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var wait) && wait is >= ShortestWait and <= AzureLanguageSettings.LongestWaitMilliseconds) return TimeSpan.FromMilliseconds(wait);
        errors.Add($"{Section}:TimeoutMilliseconds is '{Short(text)}': write a whole number from {ShortestWait} to {AzureLanguageSettings.LongestWaitMilliseconds}.");
        return default;
    }

    private static LanguageTask[] Wanted(IConfigurationSection section, List<string> errors)
    {
        var tasks = section.GetSection("Tasks");
        string[] names = [.. tasks.GetChildren().Select(child => child.Value ?? "")];
        if (names.Length == 0) names = tasks.Value?.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (names.Length == 0) return Enum.GetValues<LanguageTask>();
        foreach (var name in names)
            if (!Tasks.ContainsKey(name)) errors.Add($"{Section}:Tasks holds '{Short(name)}': write any of {string.Join(", ", Tasks.Keys)}.");
        return [.. names.Where(Tasks.ContainsKey).Select(name => Tasks[name]).Distinct()];
    }

    private static IEnumerable<string> Unknown(IConfigurationSection section) =>
        section.GetChildren().Where(child => !Names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)).Select(child => $"{child.Path} is no setting: write any of {string.Join(", ", Names)} below {Section}.");

    private static string? Text(IConfigurationSection section, string name) => section[name] is { Length: > 0 } text ? text : null;

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
