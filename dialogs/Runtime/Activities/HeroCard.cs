using System.Text.Json;

namespace ComplaintBot.Dialogs.Runtime.Activities;

/// <summary>A card with one large picture, text and buttons.</summary>
public sealed class HeroCard
{
    /// <summary>The media type of an attachment that holds such a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.hero";

    /// <summary>The heading.</summary>
    public string? Title { get; set; }

    /// <summary>The line below the heading.</summary>
    public string? Subtitle { get; set; }

    /// <summary>The text.</summary>
    public string? Text { get; set; }

    /// <summary>The pictures; most channels show the first only.</summary>
    public IReadOnlyList<CardImage>? Images { get; set; }

    /// <summary>The buttons.</summary>
    public IReadOnlyList<CardAction>? Buttons { get; set; }

    /// <summary>What a tap on the card does.</summary>
    public CardAction? Tap { get; set; }

    /// <summary>The card as an attachment. Later changes of the card are not seen in it.</summary>
    public Attachment ToAttachment() => new()
    {
        ContentType = ContentType,
        Content = JsonSerializer.SerializeToElement(this, ActivityJson.Wire.HeroCard),
    };
}
