using System.Text.Json;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Cases;

/// <summary>An entry of a timeline as a table holds it, whichever database that is in.</summary>
/// <param name="Sequence">Its number within the case.</param>
/// <param name="Kind">The identifier of its kind.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Step">The identifier of the step it belongs to, or null.</param>
/// <param name="At">When, as <see cref="LedgerTime"/> writes it.</param>
/// <param name="Data">The personal part as JSON; null once it was deleted.</param>
/// <param name="Salt">The salt of the digest; null once the personal part was deleted.</param>
/// <param name="Digest">The salted digest of the personal part.</param>
/// <param name="Hash">The hash of the entry.</param>
internal sealed record LedgerRow(long Sequence, string Kind, string Actor, string? Step, string At, byte[]? Data, byte[]? Salt, byte[] Digest, byte[] Hash)
{
    /// <summary>The entry, or null when it can't be read: somebody has changed it.</summary>
    public LedgerEntry? TryRead()
    {
        try
        {
            var what = new CaseEvent(Identifiers.Parse<CaseEventKind>(Kind), Actor, LedgerTime.Of(At), DataOf(Data), Step is null ? null : Identifiers.Parse<Step>(Step));
            return new(Sequence, what, Salt, Digest, Hash);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The personal part of an entry.</summary>
    /// <exception cref="FormatException">It is no object of texts.</exception>
    public static IReadOnlyDictionary<string, string> DataOf(byte[]? stored)
    {
        if (stored is null) return CaseEvent.NoData;
        try
        {
            using var json = JsonDocument.Parse(stored);
            return json.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString() ?? "");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The data of an entry are no object of texts.", error);
        }
    }
}
