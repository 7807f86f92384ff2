using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Takes an answer as a whole as the value of what was asked, where the value is said in no fixed form.</summary>
internal static class AnswerReader
{
    private static readonly string[] HeadsZh = ["我现在就在", "我现在在", "我就在", "就在", "我在", "在", "是在", "地址是", "位置是", "是", "你们家的", "你们家", "你们的", "你们", "我是在"];
    private static readonly string[] HeadsEn = ["it was at", "it's at", "it is at", "i was at", "i'm at", "i am at", "at", "in", "the", "your", "my", "our", "around", "near"];

    /// <summary>Adds the answer to the fact that was asked, unless a reader found it already.</summary>
    public static void Read(FactReading reading)
    {
        if (reading.Expected is not { } asked || asked.Type is not (FactType.Text or FactType.Place or FactType.YesNo)) return;
        if (asked.Type is FactType.Place) reading.Results.RemoveAll(found => found.Name == asked.Name);
        if (asked.Name is FactNames.EarlierContact && reading.Results.Exists(found => found.Name == asked.Name && found.Value == "no")) return;
        if (asked.Type is FactType.YesNo || reading.Results.Exists(found => found.Name == asked.Name && (found.Value == "no" || found.Span.Length * 2 >= reading.Text.Length))) return;
        if (AnswerWords.Content(reading) is not { } words || SaysNothing(reading, asked, words)) return;
        if (asked.Type is FactType.Place && IsAnyPlace(reading, words) is false) return;
        if (asked.Type is FactType.Place) words = WithoutHead(reading.Text, words);
        reading.Results.RemoveAll(found => found.Name == asked.Name || words.Holds(found.Span) && IsGuess(reading, asked, found.Name));
        reading.Add(asked.Name, words, IsNo(reading, asked.Name) ? "no" : null);
    }

    // Within the answer to another question these would be guesses: dates of visits to the workshop are not when it happened.
    private static bool IsGuess(FactReading reading, FactDefinition asked, string name) =>
        !asked.FromGrievance && (name is FactNames.HappenedAt or FactNames.SinceWhen or FactNames.Place or FactNames.PeopleAffected or "promised_time" or "actual_time"
            || asked.Name is not FactNames.Wants && reading.Definition(name)?.Type is FactType.Choice or FactType.Text && name is not (FactNames.Injured or FactNames.Symptoms or FactNames.Wants or FactNames.EarlierContact));

    // "就这些", "that's all" end the telling; a bare yes or no names nothing, where it does not deny the thing asked for.
    private static bool SaysNothing(FactReading reading, FactDefinition asked, Span words) =>
        AnswerReading.IsNothingElse(reading) || words.Length <= 4 && AnswerReading.YesNo(reading) is not null && !IsNo(reading, asked.Name);

    private static bool IsNo(FactReading reading, string name) =>
        name is FactNames.EarlierContact or FactNames.Injured or FactNames.Symptoms or FactNames.Loss && AnswerReading.YesNo(reading) == false && reading.Text.Length <= 24;

    private static bool IsAnyPlace(FactReading reading, Span words) => words.Length <= 80 && (AnswerReading.YesNo(reading) is null || words.Length > 3);

    private static Span WithoutHead(string text, Span words)
    {
        foreach (var heads in new[] { HeadsZh, HeadsEn, HeadsEn })
        {
            var head = StartsAtAny(text, words.Start, heads);
            var start = SkipSpaces(text, words.Start + head);
            // 在家 stays whole: one character says nothing by itself.
            if (head > 0 && words.End - start >= 2) words = new Span(start, words.End);
        }
        return words;
    }
}
