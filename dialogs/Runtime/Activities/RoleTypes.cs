namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>The values of <see cref="ChannelAccount.Role"/>.</summary>
public static class RoleTypes
{
    /// <summary>A person.</summary>
    public const string User = "user";

    /// <summary>A bot.</summary>
    public const string Bot = "bot";

    /// <summary>Another bot called as a skill.</summary>
    public const string Skill = "skill";
}
