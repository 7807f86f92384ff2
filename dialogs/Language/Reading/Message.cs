using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Language.Script;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>What is known of a message before its intents and triggers are read.</summary>
internal sealed record Message
{
    /// <summary>The message and its form for matching.</summary>
    public required NormalizedText Text { get; init; }

    /// <summary>What the word lists found.</summary>
    public required FoundCues Cues { get; init; }

    /// <summary>What kind of question it may answer.</summary>
    public required Asked Asked { get; init; }

    /// <summary>How it is written.</summary>
    public required Marks Marks { get; init; }

    /// <summary>How it sounds.</summary>
    public required Tone Tone { get; init; }

    /// <summary>How hot it runs.</summary>
    public required Heat Heat { get; init; }

    /// <summary>The facts in it.</summary>
    public required IReadOnlyList<FactMention> Facts { get; init; }

    /// <summary>Whether it is short enough to be nothing but an answer: 16 Chinese characters or 10 words.</summary>
    public bool IsShort => Length.Units(Text.Text) <= 20;

    /// <summary>The words of a hit as they were written.</summary>
    public string Words(Hit hit) => Text.Original(hit.Start, hit.Length);
}
