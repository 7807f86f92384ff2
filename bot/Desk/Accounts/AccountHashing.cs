using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ComplaintBot.Desk.Accounts;

/// <summary>How passwords are hashed: PBKDF2 with HMAC-SHA-512, as often as OWASP advises (2023).</summary>
internal static class AccountHashing
{
    private const int Iterations = 210_000;

    /// <summary>What the hasher is told.</summary>
    public static IOptions<PasswordHasherOptions> Options { get; } = Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = Iterations });
}
