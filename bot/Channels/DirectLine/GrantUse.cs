namespace ComplaintBot.Channels.DirectLine;

/// <summary>What a token may be used for; one is never taken for the other.</summary>
internal enum GrantUse
{
    /// <summary>Holding the conversation.</summary>
    Chat,

    /// <summary>Opening its stream once.</summary>
    Stream,

    /// <summary>Getting a new token for it after the old one has run out.</summary>
    Resume,
}
