using System.Text.RegularExpressions;
using ComplaintBot.House.Source;
using YamlDotNet.Core;

namespace ComplaintBot.House.Deploy;

/// <summary>What no file of <c>deploy</c> may have: broken YAML, secrets in clear or with a default, images without an exact tag.</summary>
internal static class DeployGuard
{
    private static readonly Regex SecretName = new("(password|secret|token|signingkey|aeskey)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly Regex Variable = new("^([A-Z][A-Za-z0-9]*(__[A-Za-z0-9]+)+|[A-Z][A-Z0-9_]*)$", RegexOptions.NonBacktracking);

    /// <summary>A secret as compose may write it: taken from elsewhere, and nothing when it is missing.</summary>
    private static readonly Regex Demanded = new(@"^\$\{[A-Za-z0-9_]+:\?[^}]+\}$", RegexOptions.NonBacktracking);

    private static readonly Regex Assignment = new("^#?([A-Za-z][A-Za-z0-9_]*)=(.*)$", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    private static readonly Regex From = new(@"^FROM (?:--\S+ )*(\S+)", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    private static readonly Regex Argument = new(@"^ARG (\w+)=(\S+)", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    private static readonly Regex Stage = new(@"^FROM .* AS (\w+)", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    private static readonly Regex Parameter = new(@"(@secure\(\)\s+(?:@\S+\s+)*)?param (\w+) string( = .*)?$", RegexOptions.Multiline);

    private static readonly Regex BicepSetting = new(@"name: '(\w+)', value:", RegexOptions.NonBacktracking);

    public static List<string> Offences(SourceTree tree)
    {
        var offences = new List<string>();
        foreach (var file in tree.Under("deploy"))
        {
            if (file.Is(".yaml")) offences.AddRange(Yaml(file));
            else if (file.Is(".properties", ".env.example")) offences.AddRange(Assigned(file));
            else if (file.Name == "Dockerfile") offences.AddRange(Images(file));
            else if (file.Is(".bicep")) offences.AddRange(Bicep(file));
        }

        return offences;
    }

    /// <summary>What is assigned in a file of variables, one a line; what is only suggested too.</summary>
    public static IEnumerable<(string Name, string Value)> Assignments(SourceFile file) => Assignment.Matches(file.Text).Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    private static IEnumerable<string> Yaml(SourceFile file)
    {
        YamlValue all;
        try
        {
            all = YamlValue.Read(file.Text);
        }
        catch (YamlException broken)
        {
            return [$"{file.Path} is no YAML: {broken.Message}"];
        }

        var replaced = file.Folder.EndsWith("/kubernetes", StringComparison.Ordinal) && file.Name != "kustomization.yaml";
        return
        [
            .. all.Everywhere().Where(one => IsSecret(one.Name) && one.Value.Text.Length > 0 && !Demanded.IsMatch(one.Value.Text)).Select(one => Clear(file, one.Name)),
            .. all.Everywhere().Where(one => one.Name == "name" && IsSecret(one.Value.Text)).Select(one => one.Value.Text).Where(name => HasValue(all, name)).Select(name => Clear(file, name)),
            .. all.Everywhere().Where(one => one.Name == "image" && !replaced && !IsExact(one.Value.Text)).Select(one => Open(file, one.Value.Text)),
        ];
    }

    /// <summary>Whether a variable of a container, written as name and value, has its value there.</summary>
    private static bool HasValue(YamlValue all, string name) =>
        all.Everywhere().Where(one => one.Name == "env").SelectMany(one => one.Value.Items).Any(variable => variable["name"].Text == name && variable["value"].IsThere);

    private static IEnumerable<string> Assigned(SourceFile file) => Assignments(file).Where(one => IsSecret(one.Name) && one.Value.Length > 0).Select(one => Clear(file, one.Name));

    private static IEnumerable<string> Images(SourceFile file)
    {
        var (arguments, stages) = (Argument.Matches(file.Text), Stage.Matches(file.Text).Select(match => match.Groups[1].Value).ToHashSet());
        foreach (var image in From.Matches(file.Text).Select(match => match.Groups[1].Value).Where(image => !stages.Contains(image)))
        {
            var filled = arguments.Aggregate(image, (text, argument) => text.Replace($"${{{argument.Groups[1].Value}}}", argument.Groups[2].Value, StringComparison.Ordinal));
            if (!IsExact(filled)) yield return Open(file, filled);
        }
    }

    private static IEnumerable<string> Bicep(SourceFile file) =>
    [
        .. Parameter.Matches(file.Text).Where(match => IsSecretWord(match.Groups[2].Value) && (!match.Groups[1].Success || match.Groups[3].Success)).Select(match => Clear(file, match.Groups[2].Value)),
        .. BicepSetting.Matches(file.Text).Select(match => match.Groups[1].Value).Where(IsSecret).Select(name => Clear(file, name)),
    ];

    private static bool IsSecret(string name) => Variable.IsMatch(name) && IsSecretWord(name);

    private static bool IsSecretWord(string name) => SecretName.IsMatch(name);

    /// <summary>Whether a tag is named that does not move on to another major version.</summary>
    private static bool IsExact(string image)
    {
        if (image.Contains(":${VERSION:?", StringComparison.Ordinal)) return true;
        var last = image[(image.LastIndexOf('/') + 1)..];
        return last.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon && colon + 1 < last.Length && char.IsAsciiDigit(last[colon + 1]);
    }

    private static string Clear(SourceFile file, string name) => $"{file.Path} holds the secret {name}, or a default for it.";

    private static string Open(SourceFile file, string image) => $"{file.Path} uses the image '{image}' without an exact tag.";
}
