namespace ComplaintBot.Commands;

/// <summary>What the user of a command can put right; the message says what happened and what to do, and is all that is shown.</summary>
internal sealed class CommandException(string message) : Exception(message);
