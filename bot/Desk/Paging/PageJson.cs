using System.Text.Json.Serialization;

namespace ComplaintBot.Desk.Paging;

/// <summary>The JSON of pages, generated when the program is built.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageView[]))]
internal sealed partial class PageJson : JsonSerializerContext;

/// <summary>A page as people at the desk see it.</summary>
internal sealed record PageView(string Id, string Conversation, string CaseNumber, int Priority, string Trigger, string Words, DateTimeOffset RaisedAt, int Tries, string? ConfirmedBy, DateTimeOffset? ConfirmedAt)
{
    /// <summary>What is shown of a page.</summary>
    public static PageView Of(Page page) => new(page.Id, page.Conversation, page.CaseNumber, page.Priority, page.Trigger, page.Words, page.RaisedAt, page.Tries, page.ConfirmedBy, page.ConfirmedAt);
}
