using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ComplaintBot.House.Source;

namespace ComplaintBot.House.Data;

/// <summary>
/// Sentences of the scripted customers that stand in the product. A bot that knows its examiner's sentences by heart would
/// pass without understanding anything.
/// </summary>
internal static class DataGuard
{
    public const string Scripts = "tests/data/conversations.jsonl";

    private const int ChineseCharacters = 6;
    private const int EnglishWords = 3;

    private static readonly Regex SentenceEnd = new(@"[。！？；!?;\n]|\.(\s|$)", RegexOptions.NonBacktracking);

    /// <returns>The offences, and how many sentences were looked for.</returns>
    public static (List<string> Offences, int Sentences) Offences(SourceTree tree)
    {
        if (tree.Find(Scripts) is not { } scripts)
            return (tree.HasFolder("tests/data") ? [$"{Scripts} is missing."] : [], 0);

        var sentences = Said(scripts.Text).SelectMany(said => SentenceEnd.Split(said).Append(said)).Select(Plain).Where(IsTelling).ToHashSet();
        List<string> offences =
        [
            .. from file in tree.Under("dialogs")
               let text = Plain(file.Text)
               from sentence in sentences
               where text.Contains(sentence, StringComparison.Ordinal)
               select $"{file.Path} holds '{sentence.Trim()}' of {Scripts}.",
        ];
        return (offences, sentences.Count);
    }

    private static IEnumerable<string> Said(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            using var script = JsonDocument.Parse(line);
            foreach (var turn in script.RootElement.GetProperty("customer").EnumerateArray())
                if (turn.TryGetProperty("say", out var say))
                    yield return say.GetString()!;
        }
    }

    /// <summary>
    /// Small letters and digits in words with one space at either end, Chinese characters without any, all other marks gone:
    /// quotation marks and line breaks hide nothing, and words are found whole.
    /// </summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 2);
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isHan = IsHan(rune.Value);
            var isWordPart = !isHan && (Rune.IsLetterOrDigit(rune) || rune.Value == '\'');
            var isSpaced = plain.Length > 0 && plain[^1] == ' ';
            if (isWordPart != inWord && !isSpaced)
                plain.Append(' ');
            if (isHan || isWordPart)
                plain.Append(Rune.ToLowerInvariant(rune));
            inWord = isWordPart;
        }

        return plain.Append(inWord ? " " : "").ToString();
    }

    private static bool IsTelling(string plain) =>
        plain.Count(c => IsHan(c)) >= ChineseCharacters
        || plain.Split(' ').Count(word => word.Any(char.IsAsciiLetter)) >= EnglishWords;

    private static bool IsHan(int c) => c is >= 0x3400 and <= 0x9fff;
}
