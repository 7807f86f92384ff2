using ComplaintBot.Turns;

namespace ComplaintBot.Channels.Kefu;

/// <summary>Why a message that Kefu had taken did not reach the customer.</summary>
/// <param name="Type">The <c>fail_type</c> of its event.</param>
internal sealed record KefuMiss(long Type)
{
    /// <summary>What happened, and what can be done about it.</summary>
    public Sentence Words => Sentence.Of(
        Type switch
        {
            1 => "kefu-account-gone",
            2 => "kefu-switched-off",
            4 or 5 => "kefu-over",
            6 => "kefu-used-up",
            8 => "kefu-unverified",
            10 => "kefu-unwanted",
            11 => "kefu-nobody",
            _ => "kefu-missed",
        },
        Type);

    /// <summary>What it means for the message, in words for the desk. Nothing is sent again: nobody could say that it would not come twice.</summary>
    public DeliveryException ForDelivery() => new($"{Words}", permanent: true)
    {
        Kind = Type switch { 4 or 5 or 6 or 10 => DeliveryTrouble.CustomerGone, 1 or 2 or 8 or 11 => DeliveryTrouble.NeedsOperator, _ => DeliveryTrouble.Refused },
    };
}
