using ComplaintBot.Settings;
using Microsoft.Extensions.Configuration;

namespace ComplaintBot.Language;

/// <summary>Takes the settings below <c>Language:Azure</c>; without an endpoint the service is off.</summary>
internal static class AzureLanguageSettingsReader
{
    private const string Section = "Language:Azure";
    private const string Example = "https://care.cognitiveservices.azure.com";
    private const int ShortestWait = 100;

    private static readonly Dictionary<string, LanguageTask> Tasks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sentiment"] = LanguageTask.Sentiment,
        ["personal-data"] = LanguageTask.PersonalData,
        ["key-phrases"] = LanguageTask.KeyPhrases,
    };

    /// <summary>Reads and checks them all.</summary>
    /// <param name="configuration">Where all settings stand.</param>
    /// <returns>The settings, null when the service is off or a setting is wrong; and each mistake with what to write.</returns>
    public static (AzureLanguageSettings? Settings, IReadOnlyList<SettingMistake> Mistakes) Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var endpoint = reader.Text($"{Section}:Endpoint");
        var settings = new AzureLanguageSettings
        {
            Endpoint = Address(reader, endpoint),
            Key = reader.Text($"{Section}:Key"),
            Identity = reader.Text($"{Section}:Identity"),
            Timeout = TimeSpan.FromMilliseconds(reader.Number($"{Section}:TimeoutMilliseconds", AzureLanguageSettings.LongestWaitMilliseconds, ShortestWait, AzureLanguageSettings.LongestWaitMilliseconds)),
            Tasks = Wanted(reader),
        };
        if (endpoint is not null) CheckCredential(reader, settings);
        else if (configuration.GetSection(Section).AsEnumerable().Any(setting => setting.Value is not null))
            reader.Wrong($"{Section}:Endpoint", Remedy.LanguageEndpointOfOthers, null, ("section", Section), ("example", Example));
        var mistakes = reader.Mistakes(Section);
        return (endpoint is null || mistakes.Count > 0 ? null : settings, mistakes);
    }

    private static Uri Address(SettingsReader reader, string? text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { PathAndQuery: "/", UserInfo.Length: 0, Fragment.Length: 0 } && (uri.Scheme == Uri.UriSchemeHttps || uri is { Scheme: "http", IsLoopback: true }))
            return uri;
        if (text is not null) reader.Wrong($"{Section}:Endpoint", Remedy.LanguageEndpoint, text, ("example", Example));
        return new(Example);
    }

    private static void CheckCredential(SettingsReader reader, AzureLanguageSettings settings)
    {
        var (key, identity) = (settings.Key, settings.Identity);
        if (key is null == identity is null)
            reader.Wrong(Section, Remedy.LanguageCredential);
        else if (key is not null && key.Any(c => c is <= ' ' or >= '\x7f'))
            reader.Wrong($"{Section}:Key", Remedy.LanguageKey);
        else if (identity is not null && settings.Endpoint.Scheme != Uri.UriSchemeHttps)
            reader.Wrong($"{Section}:Identity", Remedy.LanguageIdentityNeedsHttps);
        else if (identity is not (null or "default" or "system") && !Guid.TryParse(identity, out _))
            reader.Wrong($"{Section}:Identity", Remedy.LanguageIdentity, identity);
    }

    private static LanguageTask[] Wanted(SettingsReader reader)
    {
        var names = reader.List($"{Section}:Tasks", [.. Tasks.Keys]);
        foreach (var name in names)
            if (!Tasks.ContainsKey(name)) reader.Wrong($"{Section}:Tasks", Remedy.LanguageTasks, name, ("known", string.Join(", ", Tasks.Keys)));
        return [.. names.Where(Tasks.ContainsKey).Select(name => Tasks[name]).Distinct()];
    }
}
