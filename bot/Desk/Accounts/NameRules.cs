using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace ComplaintBot.Desk.Accounts;

/// <summary>What a person may be called: customers read it, so nothing in it may pretend to be more than a name.</summary>
internal sealed class NameRules : IUserValidator<DeskAccount>
{
    /// <summary>Characters at most.</summary>
    public const int Most = 64;

    /// <summary>The code of a name that can't be one.</summary>
    public const string Wrong = "name";

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<DeskAccount> manager, DeskAccount user) =>
        Task.FromResult(IsName(user.Name) ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = Wrong }));

    /// <summary>Whether a text can be the name of a person or a team.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= Most && name.Trim() == name && name.All(IsShown) && name.Any(char.IsLetterOrDigit);

    /// <summary>Neither a control character nor one that changes how others are shown, nor half of a character.</summary>
    private static bool IsShown(char one) =>
        char.GetUnicodeCategory(one) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
