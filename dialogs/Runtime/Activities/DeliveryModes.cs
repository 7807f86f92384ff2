namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>The values of <see cref="Activity.DeliveryMode"/>: how the sender wants answers delivered.</summary>
public static class DeliveryModes
{
    /// <summary>Answers come as calls of their own; what a missing mode means.</summary>
    public const string Normal = "normal";

    /// <summary>A notice outside of the conversation.</summary>
    public const string Notification = "notification";

    /// <summary>All answers come in the response to the request.</summary>
    public const string ExpectReplies = "expectReplies";

    /// <summary>Shown for the moment and not kept by the channel.</summary>
    public const string Ephemeral = "ephemeral";

    /// <summary>Answers are streamed in the response.</summary>
    public const string Stream = "stream";
}
