using ComplaintBot.Dialogs.Cases;

namespace ComplaintBot.Cases;

/// <summary>An entry of a case's timeline as it is kept.</summary>
/// <param name="Sequence">Its number within the case, from 1, without gaps.</param>
/// <param name="Event">What happened; its data are empty once they were deleted.</param>
/// <param name="Salt">The salt of the digest; null once the personal part was deleted.</param>
/// <param name="Digest">The salted digest of the personal part; stays when that is deleted.</param>
/// <param name="Hash">Covers kind, actor, step, time, the digest, and the hash before.</param>
internal sealed record LedgerEntry(long Sequence, CaseEvent Event, byte[]? Salt, byte[] Digest, byte[] Hash);
