namespace ComplaintBot.Language;

/// <summary>Where a number stands that nobody needs for a complaint: of an account, an identity card, a passport.</summary>
/// <param name="Start">UTF-16 units from the beginning of the message.</param>
/// <param name="Length">In UTF-16 units.</param>
internal readonly record struct SecretSpan(int Start, int Length);
