using System.Text.Json;
using ComplaintBot.Dialogs.Vocabulary.Stored;

namespace ComplaintBot.Dialogs.Cases.Stored;

/// <summary>Reads and writes a fact; what is not known is left out.</summary>
internal sealed class CaseFactConverter() : FormConverter<CaseFact>(Form)
{
    /// <summary>The members of a fact.</summary>
    public static readonly StoredForm<CaseFact> Form = new StoredForm<CaseFact>(static () => new())
        .Name("name", fact => fact.Name, (fact, name) => fact.Name = name.Length > 0 ? name : throw new JsonException("A fact has a name.")).Required()
        .Text("text", fact => fact.Text, (fact, text) => fact.Text = text)
        .Text("value", fact => fact.Value, (fact, value) => fact.Value = value)
        .Name("unit", fact => fact.Unit, (fact, unit) => fact.Unit = unit)
        .Text("by", fact => fact.By, (fact, by) => fact.By = by)
        .Count("asked", fact => fact.Asked, (fact, asked) => fact.Asked = asked)
        .Mark("declined", fact => fact.Declined, (fact, declined) => fact.Declined = declined);
}
