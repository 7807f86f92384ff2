using System.Globalization;
using System.Text;
using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Stores;

/// <summary>What the suites of the stores write.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public static readonly ConversationKey Key = new("web", "talk-1");

    public static Inbound Inbound(string id, ConversationKey? key = null, DateTimeOffset? at = null, string text = "hello") =>
        new(key ?? Key, id, Activity.Message(text), at ?? Now);

    /// <summary>A turn that saves a state and says some lines.</summary>
    public static TurnCommit Turn(Inbound inbound, long version, string state = "state", params string[] says) => new()
    {
        Inbound = inbound,
        ExpectedVersion = version,
        State = Encoding.UTF8.GetBytes(state),
        Outgoing = [.. says.Select(Activity.Message)],
        Events = [],
        At = inbound.At,
        Expires = inbound.At + TimeSpan.FromDays(90),
    };

    /// <summary>The state as it was written; there must be one.</summary>
    public static string Text(StoredConversation? loaded)
    {
        Assert.NotNull(loaded);
        return Encoding.UTF8.GetString(loaded.State);
    }

    public static FiledEvent Filed(string number, CaseEventKind kind, params (string Name, string Value)[] data) => Filed(number, kind, Now, data);

    public static FiledEvent Filed(string number, CaseEventKind kind, DateTimeOffset at, params (string Name, string Value)[] data) =>
        new(number, new CaseEvent(kind, "bot", at, data.ToDictionary(pair => pair.Name, pair => pair.Value)), Salt(number, kind, at));

    /// <summary>Opens a case in a conversation of its own and files events for it.</summary>
    public static TurnCommit Opening(string number, ConversationKey key, params FiledEvent[] events) =>
        Turn(Inbound($"open {number}", key), 0) with { OpenedCase = number, Events = events };

    private static byte[] Salt(string number, CaseEventKind kind, DateTimeOffset at) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} {kind} {at.UtcTicks}"));
}
