namespace ComplaintBot.Tests.Channels;

/// <summary>What a customer can send.</summary>
internal enum Sent
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Words, in a message that has fields nobody knows.</summary>
    Strange,

    /// <summary>A photo and nothing else.</summary>
    Photo,

    /// <summary>The first of the answers that were offered, chosen as it is done there.</summary>
    Choice,

    /// <summary>That they have come.</summary>
    Arrival,
}
