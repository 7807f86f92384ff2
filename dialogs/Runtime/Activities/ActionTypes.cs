namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>The values of <see cref="CardAction.Type"/>: what happens when a button is pressed.</summary>
public static class ActionTypes
{
    /// <summary>Sends the value as a message that everybody sees.</summary>
    public const string ImBack = "imBack";

    /// <summary>Sends the value to the bot without showing it.</summary>
    public const string PostBack = "postBack";

    /// <summary>Sends text and value to the bot and shows the display text.</summary>
    public const string MessageBack = "messageBack";

    /// <summary>Opens the address in the value.</summary>
    public const string OpenUrl = "openUrl";

    /// <summary>Opens a sign-in page.</summary>
    public const string Signin = "signin";

    /// <summary>Dials the number in the value.</summary>
    public const string Call = "call";

    /// <summary>Downloads the file at the address in the value.</summary>
    public const string DownloadFile = "downloadFile";

    /// <summary>Plays the sound at the address in the value.</summary>
    public const string PlayAudio = "playAudio";

    /// <summary>Plays the film at the address in the value.</summary>
    public const string PlayVideo = "playVideo";

    /// <summary>Shows the picture at the address in the value.</summary>
    public const string ShowImage = "showImage";
}
