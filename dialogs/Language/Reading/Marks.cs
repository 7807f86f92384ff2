using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>Heat that shows in the writing itself: exclamation marks, capitals, drawn-out marks. Web addresses have none.</summary>
/// <param name="Exclamations">Number of exclamation marks, those drawn as emoji included.</param>
/// <param name="Rows">Rows of three or more of them; question marks may stand between two or more.</param>
/// <param name="Capitals">Words of three or more letters written in capitals.</param>
/// <param name="Words">Words of three or more Latin letters.</param>
/// <param name="Questions">The most question marks in a row.</param>
internal readonly record struct Marks(int Exclamations, int Rows, int Capitals, int Words, int Questions)
{
    /// <summary>Whether the message shouts in capitals: most of its words, and more than one.</summary>
    public bool Shouts => Capitals >= 3 && Capitals * 2 > Words;

    /// <summary>Counts the marks of a message as it was written.</summary>
    public static Marks Of(string source)
    {
        var marks = default(Marks);
        for (var from = 0; from < source.Length;)
        {
            WebAddresses.TryNext(source, from, out var start, out var end);
            marks = marks.With(source.AsSpan(from, start - from));
            from = end;
        }
        return marks;
    }

    private Marks With(ReadOnlySpan<char> text)
    {
        var (exclamations, rows, capitals, words, questions) = this;
        for (var i = 0; i < text.Length;)
        {
            var from = i;
            var (shouted, asked) = (0, 0);
            for (; i < text.Length; i++)
            {
                if (IsExclamation(text[i])) shouted++;
                else if (IsQuestion(text[i])) asked++;
                else if (text[i] != '\uFE0F') break;
            }
            exclamations += shouted;
            questions = Math.Max(questions, asked);
            if (shouted >= 3 || shouted == 2 && asked > 0) rows++;
            if (i > from) continue;
            while (i < text.Length && char.IsAsciiLetter(text[i])) i++;
            if (i == from) { i++; continue; }
            if (i - from < 3) continue;
            words++;
            if (!text[from..i].ContainsAnyInRange('a', 'z')) capitals++;
        }
        return new Marks(exclamations, rows, capitals, words, questions);
    }

    private static bool IsExclamation(char c) => c is '!' or '！' or '‼' or '❗' or '❕' or '﹗';

    private static bool IsQuestion(char c) => c is '?' or '？' or '⁇' or '⁈' or '⁉' or '❓' or '❔' or '﹖';
}
