namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>
/// Finds entities in Chinese and English texts, both mixed too, and says what they mean. All readers walk the text once and are linear in
/// its length; nothing is matched by expressions that can go back.
/// </summary>
public static class EntityRecognizer
{
    /// <summary>The entities of a kind, in the order of the text, none inside another.</summary>
    /// <param name="kind">What to look for.</param>
    /// <param name="text">The text; of one over 10,000 characters the caller passes the beginning.</param>
    /// <param name="reference">The clock that relative times count from; the other kinds do not use it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static IReadOnlyList<ModelResult> Recognize(EntityKind kind, string text, DateTime reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        var entities = new EntityText(text);
        return Apart(kind switch
        {
            EntityKind.Number => NumberModel.Read(entities),
            EntityKind.Currency => CurrencyModel.Read(entities),
            EntityKind.PhoneNumber => PhoneNumberModel.Read(entities),
            EntityKind.Email => EmailModel.Read(entities),
            EntityKind.Boolean => BooleanModel.Read(entities),
            EntityKind.DateTime => DateTimeModel.Read(entities, reference),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of entity."),
        }, text.Length);
    }

    /// <summary>Readers that look back or ahead may meet: of two that overlap the first stays.</summary>
    private static List<ModelResult> Apart(List<ModelResult> found, int length)
    {
        var apart = new List<ModelResult>(found.Count);
        foreach (var result in found.OrderBy(result => result.Start))
            if (result.End >= result.Start && result.End < length && (apart.Count == 0 || result.Start > apart[^1].End)) apart.Add(result);
        return apart;
    }
}
