using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Language;

/// <summary>
/// Reads a message outside of the process, before its turn. What it finds is added to the local analysis, which does without it: a
/// reader that fails or is slow answers null in time, throws nothing for it, and says so in its health.
/// </summary>
internal interface ISecondReader
{
    /// <summary>Reads a message.</summary>
    /// <param name="text">The message, card numbers and codes masked.</param>
    /// <param name="language">The language it is written in.</param>
    /// <param name="cancellationToken">The turn's budget.</param>
    /// <returns>What was found, or null when there is nothing to add.</returns>
    ValueTask<SecondReading?> ReadAsync(string text, Tongue language, CancellationToken cancellationToken);
}
