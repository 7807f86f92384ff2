using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Desk.Paging;

/// <summary>One person of the chain.</summary>
/// <param name="Person">Who is paged; also who is taken to have confirmed by the link.</param>
/// <param name="Kind">How.</param>
/// <param name="Target">The address of the webhook or service, or of the mailbox.</param>
internal sealed record PagingStep(string Person, PageKind Kind, string Target)
{
    /// <summary>The method of the request; of <c>http</c> alone.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Its headers. They may hold secrets and are never logged.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Its body, with names in braces that are filled in as JSON writes them; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Reads the identifier of a way.</summary>
    public static bool TryKind(string id, out PageKind kind) => Identifiers.TryParse(id, out kind);
}
