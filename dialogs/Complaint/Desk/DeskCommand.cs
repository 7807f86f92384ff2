using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>What a person at the desk does with a chat. Told apart on the wire by <c>do</c>; a closed set.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(TakeCommand), "take")]
[JsonDerivedType(typeof(ReplyCommand), "reply")]
[JsonDerivedType(typeof(NoteCommand), "note")]
[JsonDerivedType(typeof(WhisperCommand), "whisper")]
[JsonDerivedType(typeof(HoldCommand), "hold")]
[JsonDerivedType(typeof(TransferCommand), "transfer")]
[JsonDerivedType(typeof(OfferCommand), "offer")]
[JsonDerivedType(typeof(AnswerOfferCommand), "answer-offer")]
[JsonDerivedType(typeof(ApproveCommand), "approve")]
[JsonDerivedType(typeof(CorrectFactCommand), "correct-fact")]
[JsonDerivedType(typeof(ClassifyCommand), "classify")]
[JsonDerivedType(typeof(HandBackCommand), "hand-back")]
[JsonDerivedType(typeof(SettleCommand), "settle")]
[JsonDerivedType(typeof(BoundaryCommand), "boundary")]
[JsonDerivedType(typeof(EndChatCommand), "end-chat")]
[JsonDerivedType(typeof(CallBackCommand), "call-back")]
[JsonDerivedType(typeof(ReleaseCommand), "release")]
[JsonDerivedType(typeof(ConfirmCallCommand), "confirm-call")]
public abstract record DeskCommand
{
    private protected DeskCommand() { }
}

/// <summary>Takes the chat: from the queue, from the bot, or with a supervisor's authority from another person.</summary>
public sealed record TakeCommand : DeskCommand;

/// <summary>Says something to the customer; takes the chat where nobody or the bot has it.</summary>
/// <param name="Text">1 to 4,000 characters; may be empty when there are attachments.</param>
/// <param name="Attachments">Files the desk has taken in.</param>
public sealed record ReplyCommand(string Text, IReadOnlyList<Attachment>? Attachments = null) : DeskCommand;

/// <summary>Writes a line that colleagues read and the customer never does.</summary>
/// <param name="Text">The line.</param>
public sealed record NoteCommand(string Text) : DeskCommand;

/// <summary>A supervisor's line to the agent who has the chat.</summary>
/// <param name="Text">The line.</param>
public sealed record WhisperCommand(string Text) : DeskCommand;

/// <summary>Lets the customer wait, with a time.</summary>
/// <param name="Until">When the person is back at the latest.</param>
/// <param name="Text">The person's own words for it; without them a phrase is said.</param>
public sealed record HoldCommand(DateTimeOffset Until, string? Text = null) : DeskCommand;

/// <summary>Gives the chat to another person or team. Names are written by the desk, never by the page.</summary>
/// <param name="Person">The id of the person.</param>
/// <param name="PersonName">The person's name.</param>
/// <param name="Team">The id of the team, when no person is named.</param>
/// <param name="TeamName">The team's name.</param>
/// <param name="Reason">Why, for colleagues.</param>
public sealed record TransferCommand(string? Person = null, string? PersonName = null, string? Team = null, string? TeamName = null, string? Reason = null) : DeskCommand;

/// <summary>Offers a remedy, or asks for the approval of one.</summary>
/// <param name="Kind">The remedy.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Amount">What it is worth.</param>
/// <param name="Currency">ISO 4217 currency of the amount; without it the playbook's.</param>
/// <param name="Rung">The rung of the ladder it came from.</param>
public sealed record OfferCommand(RemedyKind Kind, string Text, decimal? Amount = null, string? Currency = null, int? Rung = null) : DeskCommand;

/// <summary>Notes what the customer said to the last offer.</summary>
/// <param name="Accepted">Whether it was a yes.</param>
public sealed record AnswerOfferCommand(bool Accepted) : DeskCommand;

/// <summary>Answers a request for approval.</summary>
/// <param name="Approval">The request.</param>
/// <param name="Yes">Whether it is granted.</param>
/// <param name="Reason">Why, for colleagues.</param>
public sealed record ApproveCommand(string Approval, bool Yes, string? Reason = null) : DeskCommand;

/// <summary>Puts a fact right.</summary>
/// <param name="Name">The fact.</param>
/// <param name="Value">Its value in normal form.</param>
/// <param name="Reason">Why it is changed.</param>
public sealed record CorrectFactCommand(string Name, string Value, string Reason) : DeskCommand;

/// <summary>Places the matter anew.</summary>
/// <param name="Category">A category of the playbook.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Reason">Why.</param>
public sealed record ClassifyCommand(string? Category = null, Severity? Severity = null, string? Reason = null) : DeskCommand;

/// <summary>Gives the chat to the bot.</summary>
/// <param name="Stage">Where the bot goes on.</param>
/// <param name="Agreed">What the person and the customer agreed, as the bot will say it.</param>
/// <param name="NotAgain">Remedies and facts that the bot must not raise.</param>
public sealed record HandBackCommand(Stage Stage, string? Agreed = null, [property: JsonPropertyName("not_again")] IReadOnlyList<string>? NotAgain = null) : DeskCommand;

/// <summary>Settles the matter and ends the conversation.</summary>
/// <param name="Text">The closing line.</param>
/// <param name="Outcome">What came of it, for the case.</param>
public sealed record SettleCommand(string Text, string? Outcome = null) : DeskCommand;

/// <summary>Sets the one calm boundary for abuse.</summary>
/// <param name="Text">The person's own words for it; without them a phrase is said.</param>
public sealed record BoundaryCommand(string? Text = null) : DeskCommand;

/// <summary>Ends an abusive chat; the case goes on.</summary>
/// <param name="Reason">Why, for the case.</param>
public sealed record EndChatCommand(string? Reason = null) : DeskCommand;

/// <summary>Promises a call.</summary>
/// <param name="At">When.</param>
/// <param name="Number">The number; without it the one the customer gave.</param>
public sealed record CallBackCommand(DateTimeOffset At, string? Number = null) : DeskCommand;

/// <summary>Puts the chat back to its old place in the queue.</summary>
/// <param name="Why">Why.</param>
public sealed record ReleaseCommand(ReleaseReason Why) : DeskCommand;

/// <summary>Somebody who was called to what can't wait has confirmed. Only the desk itself says so.</summary>
/// <param name="Name">Who.</param>
public sealed record ConfirmCallCommand(string Name) : DeskCommand;
