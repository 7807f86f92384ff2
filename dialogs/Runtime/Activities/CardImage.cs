namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>A picture on a card.</summary>
public sealed class CardImage
{
    /// <summary>Where the picture is to be had.</summary>
    public string? Url { get; set; }

    /// <summary>What the picture shows, for those who can't see it.</summary>
    public string? Alt { get; set; }

    /// <summary>What a tap on the picture does.</summary>
    public CardAction? Tap { get; set; }
}
