using ComplaintBot.Dialogs.Language.Cues;

namespace ComplaintBot.Dialogs.Language.Categories;

/// <summary>Tells where a message goes on to its next matter: at "另外", "还有", "also", or a semicolon. A new sentence or line is no new matter: people tell one in several.</summary>
internal static class HeadSplitter
{
    private const int LongestOpening = 24;

    /// <summary>Where the next part begins after <paramref name="from"/>; -1 when the rest is one part.</summary>
    public static int Next(FoundCues cues, int from)
    {
        var rest = cues.Text.AsSpan(Math.Min(from + 1, cues.Text.Length));
        var mark = rest[..Math.Max(0, rest.Length - 1)].IndexOf(';');
        var end = from + 1 + (mark >= 0 ? mark : rest.Length - 1);
        var matter = cues.NextStart(Cue.SecondHead, from + 2, end, LongestOpening);
        return matter >= 0 || mark < 0 ? matter : end + 1;
    }

    /// <summary>Whether words that announce another matter stand at this place.</summary>
    public static bool StartsMatter(FoundCues cues, int at) => cues.FirstWithin(Cue.SecondHead, at, at + LongestOpening) is { } hit && hit.Start == at;
}
