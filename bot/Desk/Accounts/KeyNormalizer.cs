using Microsoft.AspNetCore.Identity;

namespace ComplaintBot.Desk.Accounts;

/// <summary>Tells Identity how names are compared.</summary>
internal sealed class KeyNormalizer : ILookupNormalizer
{
    /// <inheritdoc/>
    public string? NormalizeName(string? name) => name is null ? null : DeskPeople.KeyOf(name);

    /// <inheritdoc/>
    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
