namespace ComplaintBot.Turns;

/// <summary>In whose hands a conversation is, as far as a channel has to know that can pass customers on to people of its platform.</summary>
internal enum Hands
{
    /// <summary>The bot's.</summary>
    Bot,

    /// <summary>It waits for a person, and nobody of the platform was asked.</summary>
    Wanted,

    /// <summary>It waits for a person, and the platform's people were asked.</summary>
    Asked,

    /// <summary>The platform's people have it.</summary>
    Platform,

    /// <summary>A person at our desk has it, or it waits for one because the platform's people did not take it.</summary>
    Desk,
}
