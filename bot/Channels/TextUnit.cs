namespace ComplaintBot.Channels;

/// <summary>What a channel counts the length of a message in.</summary>
internal enum TextUnit
{
    /// <summary>Bytes of UTF-8.</summary>
    Utf8Bytes,

    /// <summary>UTF-16 units, as .NET and Java count.</summary>
    Utf16Units,

    /// <summary>Unicode code points.</summary>
    CodePoints,
}
