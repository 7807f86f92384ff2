using System.Text.RegularExpressions;
using ComplaintBot.House.Source;

namespace ComplaintBot.House.Deploy;

/// <summary>Sentences that the runbook quotes and that the bot does not say: whoever looks for one would not find it.</summary>
internal static class RunbookGuard
{
    private static readonly Regex Quoted = new("“([^”]+)”");

    public static List<string> Offences(SourceTree tree)
    {
        var said = tree.Under("bot").Where(file => file.Is(".cs", ".yaml") && !file.IsUnder("bot/Web")).ToList();
        return
        [
            .. from quote in Quoted.Matches(tree.Find("deploy/runbook.md")?.Text ?? "").Select(match => match.Groups[1].Value.Trim()).Distinct()
               where quote.Length > 0 && !said.Exists(file => Says(file.Text, quote))
               select $"deploy/runbook.md quotes “{quote}”, which the bot does not say.",
        ];
    }

    /// <summary>Whether a text holds a sentence; … stands for what is filled in.</summary>
    private static bool Says(string text, string quote)
    {
        var parts = quote.Split('…', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 && Regex.IsMatch(text, string.Join(@"[^\n]*", parts.Select(Regex.Escape)));
    }
}
