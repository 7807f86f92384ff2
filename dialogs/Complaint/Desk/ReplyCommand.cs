using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Says something to the customer; takes the chat where nobody or the bot has it.</summary>
/// <param name="Text">1 to 4,000 characters; may be empty when there are attachments.</param>
/// <param name="Attachments">Files the desk has taken in.</param>
public sealed record ReplyCommand(string Text, IReadOnlyList<Attachment>? Attachments = null) : DeskCommand;
