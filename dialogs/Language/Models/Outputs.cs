using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Models;

/// <summary>Where in the list of a model's outputs each head stands: sentiment, anger 0 to 4, flags, intents, triggers, then no complaint and the categories, then the playbooks.</summary>
/// <param name="places">The categories the model knows, each <c>playbook/category</c>.</param>
internal sealed class Outputs(IReadOnlyList<string> places)
{
    /// <summary>Number of levels of anger.</summary>
    public const int Levels = 5;

    /// <summary>The first tone.</summary>
    public const int Sentiment = 0;

    /// <summary>Anger 0.</summary>
    public static readonly int Anger = Enum.GetValues<Sentiment>().Length;

    /// <summary>The first flag.</summary>
    public static readonly int Flags = Anger + Levels;

    /// <summary>The first intent.</summary>
    public static readonly int Intents = Flags + Enum.GetValues<MessageFlag>().Length;

    /// <summary>The first trigger.</summary>
    public static readonly int Triggers = Intents + Enum.GetValues<Intent>().Length;

    /// <summary>No complaint that can be placed; the categories follow.</summary>
    public static readonly int NoPlace = Triggers + Enum.GetValues<Trigger>().Length;

    /// <summary>The categories, in the order of the outputs behind <see cref="NoPlace"/>.</summary>
    public IReadOnlyList<string> Places => places;

    /// <summary>The output of a category; null when the model does not know it.</summary>
    public int? Find(string place)
    {
        for (var at = 0; at < places.Count; at++)
            if (places[at] == place) return NoPlace + 1 + at;
        return null;
    }

    /// <summary>The output of a playbook; null when the model does not know it.</summary>
    public int? FindPlaybook(string playbook)
    {
        for (var at = 0; at < Playbooks.Count; at++)
            if (Playbooks[at] == playbook) return FirstPlaybook + at;
        return null;
    }

    /// <summary>The playbooks of the categories, in the order of the outputs behind them.</summary>
    public IReadOnlyList<string> Playbooks { get; } = [.. places.Select(place => place[..place.IndexOf('/')]).Distinct()];

    /// <summary>The first playbook.</summary>
    public int FirstPlaybook => NoPlace + 1 + places.Count;

    /// <summary>Number of all outputs.</summary>
    public int Count => FirstPlaybook + Playbooks.Count;

    /// <summary>The names of the outputs before the categories: a model trained for another vocabulary is refused by them.</summary>
    public static IEnumerable<string> FixedNames =>
    [
        .. Identifiers.All<Sentiment>(), .. Enumerable.Range(0, Levels).Select(level => $"anger-{level}"), .. Identifiers.All<MessageFlag>(),
        .. Identifiers.All<Intent>(), .. Identifiers.All<Trigger>(), "no-place",
    ];
}
