using System.Collections.Frozen;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>English nouns that are counted: a number before one is no sum of money.</summary>
internal static class EnglishUnits
{
    private static readonly FrozenSet<string> Nouns = (
        "minutes minute mins min hours hour hrs hr days day weeks week months month years year yrs yr seconds times time people persons person us them kids children adults guests items item things pieces " +
        "pcs boxes box bags bottles miles mile km kilometers meters stars star points percent am pm o'clock oclock floors floor rooms room calls call emails email chats chat visits visit tables table seats degrees " +
        "inches inch feet pages lines bars phones cars trips orders order parcels packages nights night business working different other more missing broken old hundred thousand million users families employees staff members").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsNoun = Nouns.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether such a noun stands behind a number that ends at a place.</summary>
    public static bool Follows(string text, int end)
    {
        var at = Characters.SkipSpaces(text, end);
        if (at < text.Length && text[at] == '-') at++;
        var stop = Characters.WordEnd(text, at);
        if (Characters.StartsAtAny(text, at, "of us", "of them", "of you") > 0) return true;
        return stop > at && IsNoun.Contains(text.AsSpan(at, stop - at));
    }
}
