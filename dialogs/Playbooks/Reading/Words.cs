namespace ComplaintBot.Dialogs.Playbooks.Reading;

/// <summary>The spelling of names and identifiers.</summary>
internal static class Words
{
    private const int Longest = 40;

    /// <summary>Small letters and digits joined by single hyphens, a letter first.</summary>
    public static bool IsKebab(ReadOnlySpan<char> word) => IsJoined(word, '-', '-');

    /// <summary>Small letters and digits joined by single underscores, a letter first.</summary>
    public static bool IsSnake(ReadOnlySpan<char> word) => IsJoined(word, '_', '_');

    /// <summary>Either of the two.</summary>
    public static bool IsName(ReadOnlySpan<char> word) => IsJoined(word, '-', '_');

    /// <summary>Capital letters of a given number.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> word, int length) => word.Length == length && word.IndexOfAnyExceptInRange('A', 'Z') < 0;

    private static bool IsJoined(ReadOnlySpan<char> word, char joint, char otherJoint)
    {
        if (word.Length is 0 or > Longest || !char.IsAsciiLetterLower(word[0]))
            return false;
        var afterJoint = false;
        foreach (var c in word)
        {
            var isJoint = c == joint || c == otherJoint;
            if ((isJoint && afterJoint) || !(isJoint || char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
                return false;
            afterJoint = isJoint;
        }
        return !afterJoint;
    }
}
