namespace ComplaintBot.Channels;

/// <summary>A piece of text of one style.</summary>
/// <param name="Text">The characters a reader sees.</param>
/// <param name="Style">How they look.</param>
/// <param name="Url">Where they lead, or null.</param>
internal sealed record TextRun(string Text, TextStyle Style = TextStyle.Plain, string? Url = null);
