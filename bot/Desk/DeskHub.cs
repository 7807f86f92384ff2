using ComplaintBot.Desk.Accounts;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.SignalR;

namespace ComplaintBot.Desk;

/// <summary>The live line to the desk's pages. It carries news; everything that counts is asked for over HTTP.</summary>
internal sealed class DeskHub(LiveDesk desk) : Hub
{
    private const int LongestName = 500;

    /// <inheritdoc/>
    public override async Task OnConnectedAsync()
    {
        var identity = Context.GetHttpContext()!.Desk();
        var person = await desk.Colleagues.OfAsync(identity, Context.ConnectionAborted).ConfigureAwait(false);
        Context.Items[nameof(Colleague)] = person;
        desk.Presence.Join(Context.ConnectionId, person, identity.Session, Context.Abort);
    }

    /// <inheritdoc/>
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (desk.Presence.Leave(Context.ConnectionId) is { } looked) await desk.Push.LookingAsync(looked).ConfigureAwait(false);
    }

    /// <summary>The page shows a chat now, or none.</summary>
    public async Task Look(string? channel, string? conversation)
    {
        ConversationKey? key = channel is { Length: <= LongestName } && conversation is { Length: <= LongestName } ? new(channel, conversation) : null;
        if (key is { } asked && (Person is not { } person || await desk.Reader.FindAsync(person, asked, Context.ConnectionAborted).ConfigureAwait(false) is null)) key = null;
        var before = desk.Presence.Look(Context.ConnectionId, key);
        if (before is { } left && left != key) await desk.Push.LookingAsync(left).ConfigureAwait(false);
        if (key is { } now) await desk.Push.LookingAsync(now).ConfigureAwait(false);
    }

    /// <summary>The person writes to the customer of a chat.</summary>
    public async Task Typing(string? channel, string? conversation)
    {
        if (Person is not { MayAct: true } person || channel is not { Length: <= LongestName } || conversation is not { Length: <= LongestName }) return;
        var key = new ConversationKey(channel, conversation);
        if (await desk.Reader.FindAsync(person, key, Context.ConnectionAborted).ConfigureAwait(false) is not { } chat) return;
        desk.Presence.Does(person.Id, key);
        await desk.Push.TypingAsync(key, "person", new(person.Id, person.Name)).ConfigureAwait(false);
        if (DeskReader.IsOwn(person, chat)) desk.Channels.Pass(key, new() { Type = ActivityTypes.Typing, From = new() { Id = person.Id, Name = person.Name, Role = RoleTypes.Bot } });
    }

    private Colleague? Person => Context.Items.TryGetValue(nameof(Colleague), out var person) ? person as Colleague : null;
}
