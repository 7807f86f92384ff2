namespace ComplaintBot.Dialogs.Phrases;

/// <summary>What is asked of the wordings of one situation.</summary>
internal sealed record SituationRule
{
    /// <summary>Names a wording may leave out: they introduce somebody and carry nothing of the matter.</summary>
    private static readonly string[] Optional = ["assistant", "business", "agent"];

    /// <param name="atLeast">How many variants each language needs, short forms not counted.</param>
    /// <param name="placeholders">The placeholders its wordings are filled with.</param>
    public SituationRule(int atLeast, params string[] placeholders)
    {
        AtLeast = atLeast;
        Placeholders = placeholders;
    }

    /// <summary>How many variants each language needs, short forms not counted.</summary>
    public int AtLeast { get; }

    /// <summary>The placeholders its wordings are filled with.</summary>
    public IReadOnlyList<string> Placeholders { get; }

    /// <summary>The wordings are parts that fill another phrase, not lines of their own: they need no short forms.</summary>
    public bool IsPart { get; init; }

    /// <summary>What is wrong with the placeholders of a wording: unknown, missing or twice; null when nothing.</summary>
    public string? MistakeOf(PhraseTemplate template)
    {
        var used = template.Placeholders;
        if (used.Except(Placeholders).ToList() is { Count: > 0 } unknown)
        {
            var known = Placeholders.Count == 0 ? "none" : string.Join(", ", Placeholders);
            return $"uses {{{string.Join("}, {", unknown)}}}; known here: {known}";
        }
        if (Placeholders.Except(Optional).Except(used).ToList() is { Count: > 0 } missing) return $"leaves out {{{string.Join("}, {", missing)}}}";
        return used.Distinct().Count() < used.Count ? "uses a placeholder twice" : null;
    }
}
