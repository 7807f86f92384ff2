namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>The values of <see cref="Activity.InputHint"/>: whether the bot waits for an answer.</summary>
public static class InputHints
{
    /// <summary>The bot will listen but did not ask; what a missing hint means.</summary>
    public const string AcceptingInput = "acceptingInput";

    /// <summary>The bot is not done; more messages follow.</summary>
    public const string IgnoringInput = "ignoringInput";

    /// <summary>The bot asked and waits for the answer.</summary>
    public const string ExpectingInput = "expectingInput";
}
