using System.Text.RegularExpressions;
using ComplaintBot.House.Source;

namespace ComplaintBot.House.Words;

/// <summary>
/// Words that no committed file should hold: notes of unfinished work, paths of somebody's machine, addresses of package
/// hosts. The words are put together from halves, since this file is read as well.
/// </summary>
internal static class WordGuard
{
    private static readonly Regex Unfinished = new(
        @"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|NotImplemented" + @"Exception)\b", RegexOptions.NonBacktracking);

    private static readonly Regex Region = new(@"(?m)^[ \t]*#\s*reg" + @"ion\b", RegexOptions.NonBacktracking);

    private static readonly Regex MachinePath = new(
        @"(^|[^A-Za-z0-9_.~/})\]-])(?<path>/(home|root|Users|work|workspace|builds|mnt)/[A-Za-z0-9_.-]+|[A-Za-z]:\\\\?Users\\)",
        RegexOptions.NonBacktracking | RegexOptions.Multiline);

    private static readonly Regex PackageHost = new(
        @"(""resolved""\s*:\s*""https?:|https?://[^/\s""']*(registry|nuget|npm|pypi|artifactory|nexus|packages)[^/\s""']*\.[a-z]+[^\s""']*"
        + @"|https?://[^\s""']+/v3/index\.json|<add\s+key=[^>]*value=""https?:)",
        RegexOptions.NonBacktracking);

    public static List<string> Offences(SourceTree tree) =>
    [
        .. from file in tree.Files
           where !file.IsUnder("tests/data")
           from match in Unfinished.Matches(file.Text).Concat(file.Is(".cs") ? Region.Matches(file.Text) : [])
           select Offence(file, match),
        .. from file in tree.Files
           from match in MachinePath.Matches(file.Text).Select(m => m.Groups["path"]).Concat(PackageHost.Matches(file.Text))
           select Offence(file, match),
    ];

    private static string Offence(SourceFile file, Capture match) => $"{file.Path}:{file.LineAt(match.Index)} holds '{match.Value.Trim()}'.";
}
