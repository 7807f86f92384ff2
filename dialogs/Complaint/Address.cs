using ComplaintBot.Dialogs.Language.Facts;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint;

/// <summary>How the customer is addressed: by family name and title in Chinese, by the name they gave in English, and not at all where that would be a guess.</summary>
internal static class Address
{
    private static readonly (string Said, string Title)[] Titles = [("先生", "先生"), ("女士", "女士"), ("小姐", "女士"), ("太太", "女士"), ("老师", "老师"), ("师傅", "师傅")];

    /// <summary>Words with the customer's name in front of them, where it is known.</summary>
    public static string? Before(ComplaintTurn turn, string? words)
    {
        if (string.IsNullOrEmpty(words) || turn.Case.Find(FactNames.Name)?.Text is not { } name) return words;
        if (turn.Tongue == Tongue.En) return name.All(char.IsAscii) ? $"{name}, {Lowered(words)}" : words;
        return Chinese(turn, name) is { } address ? $"{address}，{words}" : words;
    }

    /// <summary>The family name with the title that was said; null when none was: whether to write 先生 or 女士 is not guessed.</summary>
    private static string? Chinese(ComplaintTurn turn, string name)
    {
        var simplified = ChineseScript.ToSimplified(name);
        var family = Surnames.LengthAt(simplified, 0);
        if (family == 0) return null;
        foreach (var (said, title) in Titles)
            if (simplified.EndsWith(said, StringComparison.Ordinal)) return name[..family] + turn.InScript(new LocalizedText(title, title));
        return null;
    }

    private static string Lowered(string words)
    {
        var alone = words.Length < 2 || !char.IsLetter(words[1]);
        return words[0] == 'I' && alone ? words : string.Concat(char.ToLowerInvariant(words[0]).ToString(), words.AsSpan(1));
    }
}
