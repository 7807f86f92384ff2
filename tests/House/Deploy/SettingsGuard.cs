using System.Text.RegularExpressions;
using ComplaintBot.Commands;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.House.Source;
using ComplaintBot.Language;
using ComplaintBot.Serving;
using Microsoft.Extensions.Configuration;

namespace ComplaintBot.House.Deploy;

/// <summary>Settings that <c>deploy</c> names or sets, as the bot itself reads them: it tells which it does not know, and which values it would not start on.</summary>
internal static class SettingsGuard
{
    private const string Unknown = "is no setting";
    private const string Random = "0123456789abcdef0123456789abcdef";
    private const string Id = "00000000-0000-0000-0000-000000000001";
    private const string Home = "https://care.example";

    private static readonly Regex Name = new(@"\b(Server|Store|Ledger|DirectLine|Desk|Limits|Channels|Language)((?:__|:)[A-Za-z0-9]+)+\b");

    private static readonly Regex WithDefault = new(@"\$\{\w+:-([^}]*)\}", RegexOptions.NonBacktracking);

    private static readonly Regex BicepSetting = new(@"\{ name: '(\w+__\w+)', (value|secretRef): (.+) \}", RegexOptions.NonBacktracking);

    private static readonly Regex BicepHole = new(@"\$\{([\w.]+)\}", RegexOptions.NonBacktracking);

    /// <summary>What operators fill in, as they would.</summary>
    private static readonly Dictionary<string, string> Samples = new()
    {
        ["DirectLine__PublicUrl"] = Home,
        ["Store__Redis__Password"] = Random,
        ["Ledger__Postgres__Password"] = Random,
        ["DirectLine__Sites__default__Secret"] = Random,
        ["Desk__Paging__Steps__0__Person"] = "Li",
        ["Desk__Paging__Steps__0__Target"] = "https://pages.example",
        ["Channels__Telegram__Token"] = $"123456:{Random}",
        ["Channels__Telegram__PublicUrl"] = Home,
        ["Channels__WeChat__AppId"] = "wx0123456789abcdef",
        ["Channels__WeChat__Secret"] = Random,
        ["Channels__WeChat__Token"] = "AAAAA",
        ["Channels__WeChat__EncodingAESKey"] = $"{Random}01234567891",
        ["Channels__BotFramework__AppId"] = Id,
        ["Channels__BotFramework__Secret"] = Random,
        ["Channels__BotFramework__Tenant"] = Id,
        ["Channels__BotFramework__PublicUrl"] = Home,
    };

    /// <summary>Settings that are named anywhere and that the bot does not know.</summary>
    public static List<string> Offences(SourceTree tree) =>
    [
        .. from file in tree.Under("deploy")
           from name in Name.Matches(file.Text).Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal)).Distinct()
           where Errors([(name, "1")]).Any(error => error.StartsWith($"{name} {Unknown}", StringComparison.Ordinal))
           select $"{file.Path} names {name}, which is no setting.",
    ];

    /// <summary>What the bot would say to the settings of compose, with everything in use that is only suggested.</summary>
    public static IReadOnlyList<string> Compose(SourceTree tree)
    {
        var service = YamlValue.Read(tree.Find("deploy/compose.yaml")!.Text)["services.bot1.environment"];
        return Errors([.. service.Members.Select(one => (one.Name, WithDefault.Replace(one.Value.Text, "$1"))), .. Filled(tree.Find("deploy/.env.example")!)]);
    }

    /// <summary>What it would say to those of the manifests.</summary>
    public static IReadOnlyList<string> Kubernetes(SourceTree tree)
    {
        var secrets = YamlValue.Read(tree.Find("deploy/kubernetes/deployment.yaml")!.Text).Everywhere().Where(one => one.Name == "env").SelectMany(one => one.Value.Items).Select(one => one["name"].Text);
        return Errors([.. Filled(tree.Find("deploy/kubernetes/settings.properties")!), .. secrets.Select(name => (name, Samples[name]))]);
    }

    /// <summary>What it would say to those of Azure.</summary>
    public static IReadOnlyList<string> Azure(SourceTree tree)
    {
        var text = tree.Find("deploy/azure/main.bicep")!.Text;
        return Errors([.. BicepSetting.Matches(text).Select(match => (match.Groups[1].Value, BicepValue(text, match.Groups[1].Value, match.Groups[3].Value)))]);
    }

    private static string BicepValue(string text, string name, string value)
    {
        if (value[0] != '\'') return Samples[name];
        return Samples.GetValueOrDefault(name) ?? BicepHole.Replace(value.Trim('\''), hole => Regex.Match(text, $"(?m)^var {Regex.Escape(hole.Groups[1].Value)} = '(.*)'$") is { Success: true } found ? found.Groups[1].Value : "host.example");
    }

    /// <summary>What a file of variables sets, with what is left to the operator filled in.</summary>
    private static IEnumerable<(string, string)> Filled(SourceFile file) =>
        DeployGuard.Assignments(file).Where(one => one.Name.Contains("__", StringComparison.Ordinal)).Select(one => (one.Name, one.Value.Length > 0 ? one.Value : Samples[one.Name]));

    private static List<string> Errors(IEnumerable<(string Name, string Value)> settings)
    {
        var values = settings.Select(one => KeyValuePair.Create(one.Name.Replace("__", ":", StringComparison.Ordinal), (string?)one.Value));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return [.. SettingsFile.Read(configuration, [], _ => true).Mistakes.Concat(AzureLanguageSettingsReader.Read(configuration).Mistakes).Select(ConsoleTexts.In(Tongue.En).Of)];
    }
}
