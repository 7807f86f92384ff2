using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Evaluation.Labelled;

/// <summary>One labelled message. What is null was not judged.</summary>
/// <param name="Question">What had been asked; null when nothing had.</param>
/// <param name="Text">The message.</param>
internal sealed record LabelledLine(string? Question, string Text)
{
    /// <summary>Its heads, heaviest first, each <c>playbook/category</c>; empty when it holds no complaint that can be placed.</summary>
    public IReadOnlyList<string>? Places { get; init; }

    /// <summary>The playbook it was said to, when that is given beside the heads.</summary>
    public string? Playbook { get; init; }

    /// <summary>The tone of the whole.</summary>
    public Sentiment? Sentiment { get; init; }

    /// <summary>0 to 4.</summary>
    public int? Anger { get; init; }

    /// <summary>All flags that hold.</summary>
    public IReadOnlyList<MessageFlag>? Flags { get; init; }

    /// <summary>All intents that hold.</summary>
    public IReadOnlyList<Intent>? Intents { get; init; }

    /// <summary>The intents that were judged; null when all were.</summary>
    public IReadOnlyList<Intent>? JudgedIntents { get; init; }

    /// <summary>
    /// Whether an intent was judged. "No, that's all" says no to a question, if there was one: where our text shows none, its "no" is left open,
    /// and the sets of real conversations teach it. Chinese keeps the two apart.
    /// </summary>
    public bool Judges(Intent intent) =>
        Intents is not null && JudgedIntents?.Contains(intent) != false
        && !(intent == Intent.Deny && Question is null && Intents.Contains(Intent.DoneVenting) && !Intents.Contains(Intent.Deny) && Text.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') < 0);

    /// <summary>All triggers with evidence.</summary>
    public IReadOnlyList<Trigger>? Triggers { get; init; }

    /// <summary>Where it stands, for messages to whoever writes the text.</summary>
    public string Source { get; init; } = "";
}
