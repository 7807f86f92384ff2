using ComplaintBot.Dialogs.Cases;

namespace ComplaintBot.Cases;

/// <summary>A case event with the case it belongs to.</summary>
/// <param name="Case">The case number.</param>
/// <param name="Event">What happened.</param>
/// <param name="Salt">Random bytes that keep the digest of the personal part from being guessed; deleted with it.</param>
internal sealed record FiledEvent(string Case, CaseEvent Event, byte[] Salt);
