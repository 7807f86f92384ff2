using System.Text.Json.Serialization;

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
