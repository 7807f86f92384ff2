namespace ComplaintBot.Turns;

/// <summary>
/// A store can't do its work: no room, no right to write, a damaged or newer file. The message says what was found and what to do; it
/// holds no customer's text. What was asked for has not been written, unless the message says that it may have been: then asking again
/// does no harm.
/// </summary>
internal sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
