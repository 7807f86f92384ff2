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

    /// <summary>All triggers with evidence.</summary>
    public IReadOnlyList<Trigger>? Triggers { get; init; }

    /// <summary>Where it stands, for messages to whoever writes the text.</summary>
    public string Source { get; init; } = "";
}
