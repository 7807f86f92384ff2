namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>Heat that shows in the writing itself: exclamation marks, capitals, drawn-out marks.</summary>
/// <param name="Exclamations">Number of exclamation marks.</param>
/// <param name="Rows">Rows of three or more of them.</param>
/// <param name="Capitals">Words of three or more letters written in capitals.</param>
/// <param name="Words">Words of three or more Latin letters.</param>
/// <param name="Questions">The longest row of question marks.</param>
internal readonly record struct Marks(int Exclamations, int Rows, int Capitals, int Words, int Questions)
{
    /// <summary>Whether the message shouts in capitals: most of its words, and more than one.</summary>
    public bool Shouts => Capitals >= 3 && Capitals * 2 > Words;

    /// <summary>Counts the marks of a message as it was written.</summary>
    public static Marks Of(string source)
    {
        int exclamations = 0, rows = 0, capitals = 0, words = 0, questions = 0;
        for (var i = 0; i < source.Length;)
        {
            var from = i;
            while (i < source.Length && source[i] is ('!' or '！')) i++;
            exclamations += i - from;
            if (i - from >= 3) rows++;
            if (i > from) continue;
            while (i < source.Length && source[i] is ('?' or '？')) i++;
            questions = Math.Max(questions, i - from);
            if (i > from) continue;
            while (i < source.Length && char.IsAsciiLetter(source[i])) i++;
            if (i == from) { i++; continue; }
            if (i - from < 3) continue;
            words++;
            if (!source.AsSpan(from, i - from).ContainsAnyInRange('a', 'z')) capitals++;
        }
        return new Marks(exclamations, rows, capitals, words, questions);
    }
}
