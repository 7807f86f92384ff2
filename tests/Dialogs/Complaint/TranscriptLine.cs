using System.Globalization;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>One line of a transcript: something the customer says, or a person who takes over.</summary>
public sealed class TranscriptLine
{
    /// <summary>What the customer says.</summary>
    public string? Customer { get; set; }

    /// <summary>A file that comes with it.</summary>
    public string? Attachment { get; set; }

    /// <summary>How long after the line before, as <c>10m</c>, <c>24h</c> or <c>3d</c>; 20 seconds unless told.</summary>
    public string? After { get; set; }

    /// <summary>A person takes the chat over.</summary>
    public bool PersonTakes { get; set; }

    /// <summary>What is expected once the bot has answered, by the name of the check.</summary>
    public Dictionary<string, string> Expect { get; set; } = [];

    public TimeSpan? Pause => After is not { } text ? null : double.Parse(text[..^1], CultureInfo.InvariantCulture) * (text[^1] switch
    {
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => throw new FormatException($"'{text}' is no pause."),
    });
}
