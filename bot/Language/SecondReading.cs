using ComplaintBot.Dialogs.Language;

namespace ComplaintBot.Language;

/// <summary>What a <see cref="ISecondReader"/> found in one message. Each part may be missing: they come from several requests.</summary>
internal sealed record SecondReading
{
    /// <summary>The shares of the tones; null when nothing was said of them.</summary>
    public SentimentScores? Scores { get; init; }

    /// <summary>What the message speaks of, in its own words: key phrases, and what it finds fault with.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>What must not be kept, in the order it was found.</summary>
    public IReadOnlyList<SecretSpan> Secrets { get; init; } = [];

    /// <summary>This and another part of the same message's reading.</summary>
    public SecondReading With(SecondReading other) => new()
    {
        Scores = Scores ?? other.Scores,
        Topics = [.. Topics.Union(other.Topics, StringComparer.OrdinalIgnoreCase)],
        Secrets = [.. Secrets, .. other.Secrets],
    };

    /// <summary>The message with the letters and digits of every secret as stars; the same object when there is none.</summary>
    /// <param name="text">The message that was read.</param>
    /// <param name="needed">What was read in it as a fact of the complaint, an order number say: that stays, whatever it looks like to others.</param>
    public string Mask(string text, IReadOnlyList<FactMention> needed)
    {
        char[]? masked = null;
        foreach (var secret in Secrets)
        {
            if (secret.Start < 0 || secret.Length <= 0 || secret.Length > text.Length - secret.Start) continue;
            var words = text.Substring(secret.Start, secret.Length);
            if (needed.Any(fact => fact.Text.Contains(words, StringComparison.Ordinal) || words.Contains(fact.Text, StringComparison.Ordinal))) continue;
            masked ??= text.ToCharArray();
            for (var at = secret.Start; at < secret.Start + secret.Length; at++)
                if (char.IsLetterOrDigit(masked[at])) masked[at] = '*';
        }

        return masked is null ? text : new string(masked);
    }
}
