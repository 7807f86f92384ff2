namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Takes the chat: from the queue, from the bot, or with a supervisor's authority from another person.</summary>
public sealed record TakeCommand : DeskCommand;
