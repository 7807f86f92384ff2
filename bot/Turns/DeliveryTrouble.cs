namespace ComplaintBot.Turns;

/// <summary>Why something that was said has not reached the customer, as far as a person at the desk can act on it.</summary>
internal enum DeliveryTrouble
{
    /// <summary>The channel is busy or can't be reached: it is tried again.</summary>
    Busy,

    /// <summary>The channel takes nothing until the customer writes again.</summary>
    WaitsForCustomer,

    /// <summary>The customer can't be reached this way any more.</summary>
    CustomerGone,

    /// <summary>The channel does not take this message: it has to be said differently.</summary>
    Refused,

    /// <summary>The account or the settings have to be put right by who runs this server.</summary>
    NeedsOperator,
}
