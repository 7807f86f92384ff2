using Microsoft.AspNetCore.Identity;

namespace ComplaintBot.Desk.Accounts;

/// <summary>
/// What a password must not be. Length does the work (NIST SP 800-63B); there are no rules of composition, which only make people write
/// what everybody writes.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<DeskAccount>
{
    /// <summary>Characters at least.</summary>
    public const int Least = 12;

    /// <summary>Characters at most: hashing more only costs time.</summary>
    public const int Most = 256;

    /// <summary>The code of a password that is the name or holds it.</summary>
    public const string IsName = "password-is-name";

    /// <summary>The code of a password that others would try first.</summary>
    public const string IsCommon = "password-common";

    /// <summary>The code of a password that is too short.</summary>
    public const string TooShort = "password-short";

    /// <summary>The code of a password that is too long.</summary>
    public const string TooLong = "password-long";

    /// <summary>What is tried first, of those long enough: words that, alone, repeated or with digits and signs around them, make the lists of leaked passwords.</summary>
    private static readonly HashSet<string> CommonWords = new(StringComparer.Ordinal)
    {
        "password", "passwort", "passw0rd", "p@ssword", "p@ssw0rd", "qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsx", "qazwsxedc", "qweasdzxc", "letmein", "welcome", "iloveyou",
        "admin", "administrator", "changeme", "secret", "login", "complaint", "complaintbot", "woaini", "mima", "football", "baseball", "princess", "sunshine", "superman", "abc", "abcd",
        "abcdef", "abcdefgh", "abcdefghijkl", "test", "guest", "master", "dragon", "monkey", "qwertyuiopasdfgh", "mypassword", "1q2w3e4r5t6y", "1qaz2wsx3edc", "1qaz2wsx", "1q2w3e4r", "a1b2c3d4e5f6",
        "correcthorsebatterystaple",
    };

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<DeskAccount> manager, DeskAccount user, string? password) =>
        Task.FromResult(Wrong(user.Name, password ?? "") is { } code ? IdentityResult.Failed(new IdentityError { Code = code }) : IdentityResult.Success);

    /// <summary>The code of what is wrong with a password, or null.</summary>
    public static string? Wrong(string name, string password)
    {
        if (password.Length < Least) return TooShort;
        if (password.Length > Most) return TooLong;
        var plain = string.Concat(password.Where(one => !char.IsWhiteSpace(one))).ToLowerInvariant();
        var own = string.Concat(name.Where(one => !char.IsWhiteSpace(one))).ToLowerInvariant();
        if (Bare(Unit(plain)) == Bare(own) || Unit(plain) == own) return IsName;
        return IsPoor(plain) ? IsCommon : null;
    }

    private static bool IsPoor(string plain)
    {
        var unit = Unit(plain);
        return unit.Length <= 2 || plain.Distinct().Count() < 4 || IsRun(unit) || CommonWords.Contains(unit) || CommonWords.Contains(Bare(unit)) || CommonWords.Contains(Unit(Bare(plain)));
    }

    /// <summary>The smallest piece that, repeated, makes the text.</summary>
    private static string Unit(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
            if (text.Length % length == 0 && Enumerable.Range(length, text.Length - length).All(i => text[i] == text[i - length])) return text[..length];
        return text;
    }

    /// <summary>Whether every character follows the one before it, up or down: 123456789012, abcdefghijkl.</summary>
    private static bool IsRun(string text) => IsRun(text, 1) || IsRun(text, -1);

    private static bool IsRun(string text, int by) => Enumerable.Range(1, text.Length - 1).All(i => text[i] == text[i - 1] + by || (text[i - 1], text[i], by) is ('9', '0', 1) or ('0', '9', -1));

    /// <summary>The text without the digits and signs in front and behind.</summary>
    private static string Bare(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsLetter(text[start])) start++;
        while (end > start && !char.IsLetter(text[end - 1])) end--;
        return start == end ? text : text[start..end];
    }
}
