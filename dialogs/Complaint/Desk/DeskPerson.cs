using System.Text.Json;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Somebody at the desk.</summary>
/// <param name="Id">The account's id; <c>system</c> for the desk itself.</param>
/// <param name="Name">The name customers and colleagues read.</param>
/// <param name="Role">How far the person may go.</param>
public sealed record DeskPerson(string Id, string Name, Role Role)
{
    /// <summary>The <see cref="ChannelAccount.Role"/> of who sends a command.</summary>
    public const string RoleType = "agent";

    private const string Authority = "authority";

    /// <summary>The desk itself: it gives chats back and moves them, and nothing else.</summary>
    public static DeskPerson System { get; } = new("system", "", Role.Bot);

    /// <summary>The <see cref="Id"/> of people of the platform a chat came by.</summary>
    public const string PlatformId = "platform";

    /// <summary>The <see cref="Id"/> of people of a contact centre of others.</summary>
    public const string CentreId = "contact-centre";

    /// <summary>People of the platform a chat came by. Whoever shows them names them in the language of the reader.</summary>
    public static DeskPerson Platform { get; } = new(PlatformId, "", Role.Agent);

    /// <summary>Whether an id is of people who are never at our desk: nobody may conclude from their absence that they are gone.</summary>
    public static bool IsOutside(string id) => id is PlatformId or CentreId;

    /// <summary>The person as the sender of a command.</summary>
    public ChannelAccount ToAccount()
    {
        using var role = JsonDocument.Parse($"\"{Role.Id()}\"");
        return new() { Id = Id, Name = Name, Role = RoleType, Extra = new Dictionary<string, JsonElement> { [Authority] = role.RootElement.Clone() } };
    }

    /// <summary>The sender of a command; null when the account is nobody at the desk.</summary>
    /// <param name="account">The sender. Only the desk writes one with <see cref="RoleType"/>; channels never do.</param>
    public static DeskPerson? Of(ChannelAccount? account)
    {
        if (account is not { Id: { Length: > 0 } id, Role: RoleType }) return null;
        if (id == System.Id) return System;
        var said = account.Extra?.TryGetValue(Authority, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return Identifiers.TryParse<Role>(said, out var role) && role > Role.Bot ? new(id, account.Name ?? id, role) : null;
    }
}
