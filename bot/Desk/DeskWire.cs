using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Desk;

/// <summary>A page of chats.</summary>
/// <param name="Chats">The chats.</param>
/// <param name="Counts">How many there are in each list, whatever was asked for.</param>
/// <param name="More">Whether there may be more behind the last.</param>
internal sealed record ChatPage(IReadOnlyList<ChatSummary> Chats, ChatCounts Counts, bool More);

/// <summary>How many chats wait, are this person's, and are there in all.</summary>
internal sealed record ChatCounts(int Queue, int Mine, int All);

/// <summary>One chat as a row.</summary>
internal sealed record OneChat(ChatSummary Chat);

/// <summary>Lines of a transcript, and the number of the last that was looked at.</summary>
internal sealed record LinePage(IReadOnlyList<WireLine> Lines, long Last);

/// <summary>A line of a transcript as the desk shows it.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="From"><c>customer</c>, <c>bot</c>, <c>person</c> or <c>system</c>.</param>
/// <param name="Name">Who said it, where that is known.</param>
/// <param name="At">When.</param>
/// <param name="Text">What.</param>
/// <param name="Stage">The stage it was said in.</param>
/// <param name="Step">The step it was said at.</param>
/// <param name="Kind"><c>message</c>, <c>note</c>, <c>whisper</c> or <c>event</c>.</param>
/// <param name="Attachments">Files with it.</param>
/// <param name="Delivered">Whether it has left for the customer; null where it never goes there.</param>
/// <param name="Trouble">Why it has not left: <c>busy</c>, <c>waits-for-customer</c>, <c>customer-gone</c>, <c>refused</c> or <c>needs-operator</c>; null when nothing is known.</param>
internal sealed record WireLine(
    long Sequence, string From, string? Name, DateTimeOffset At, string? Text, string? Stage, string? Step, string Kind, IReadOnlyList<WireFile>? Attachments, bool? Delivered, string? Trouble);

/// <summary>A file of a line.</summary>
internal sealed record WireFile(string ContentType, string? ContentUrl, string? Name);

/// <summary>What a person at the desk has to do.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">The role.</param>
/// <param name="Presence">What they are there for.</param>
/// <param name="Online">Whether they are there.</param>
/// <param name="Chats">How many chats they have.</param>
/// <param name="LongestWait">Since when the customer of theirs who waits longest has had no answer.</param>
internal sealed record PersonLoad(string Id, string Name, string Role, PresenceState Presence, bool Online, int Chats, DateTimeOffset? LongestWait);

/// <summary>To whom a chat can be given. Nothing by which somebody could sign in or be written to stands in it.</summary>
internal sealed record Company(IReadOnlyList<PersonLoad> People, IReadOnlyList<TeamThere> Teams);

/// <summary>A team, and how many of it are there.</summary>
internal sealed record TeamThere(string Id, string Name, int Online);

/// <summary>A command as it comes in, with the id its client made.</summary>
internal sealed record CommandRequest(string? Id, JsonElement Command);

/// <summary>What a person wants to be there for.</summary>
internal sealed record PresenceRequest(string? State);

/// <summary>Somebody writes in a chat.</summary>
internal sealed record TypingNews(string Channel, string Conversation, string Who, string Name);

/// <summary>Who looks at a chat.</summary>
internal sealed record LookingNews(string Channel, string Conversation, IReadOnlyList<DeskName> People);

/// <summary>What the desk and its pages say to each other, as JSON. Use <see cref="Wire"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 16, Converters = [typeof(UtcTimes)])]
[JsonSerializable(typeof(ChatPage))]
[JsonSerializable(typeof(OneChat))]
[JsonSerializable(typeof(LinePage))]
[JsonSerializable(typeof(CaseFile))]
[JsonSerializable(typeof(ChatView))]
[JsonSerializable(typeof(IReadOnlyList<MomentPhrase>))]
[JsonSerializable(typeof(IReadOnlyList<PersonLoad>))]
[JsonSerializable(typeof(IReadOnlyList<ChatSummary>))]
[JsonSerializable(typeof(Company))]
[JsonSerializable(typeof(IReadOnlyList<WireFile>))]
[JsonSerializable(typeof(CommandRequest))]
[JsonSerializable(typeof(PresenceRequest))]
[JsonSerializable(typeof(TypingNews))]
[JsonSerializable(typeof(LookingNews))]
internal sealed partial class DeskWire : JsonSerializerContext
{
    /// <summary>Camel case, every member written, times in UTC, text unescaped where JSON allows it.</summary>
    public static DeskWire Wire => Relaxed.Context;

    /// <summary>The files of an activity.</summary>
    public static IReadOnlyList<WireFile>? Files(Activity activity) =>
        activity.Attachments is { Count: > 0 } files ? [.. files.Select(file => new WireFile(file.ContentType ?? "", file.ContentUrl, file.Name))] : null;

    // A class of its own, because the generated half's Default is not yet there while this half's statics are made.
    private static class Relaxed
    {
        internal static readonly DeskWire Context = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
