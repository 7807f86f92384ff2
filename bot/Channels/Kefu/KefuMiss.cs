using ComplaintBot.Turns;

namespace ComplaintBot.Channels.Kefu;

/// <summary>
/// Why a message that Kefu had taken did not reach the customer. The numbers are those of WeCom's page on receiving messages and events
/// (接收消息和事件, developer.work.weixin.qq.com/document/path/94670, event msg_send_fail), as three client libraries quote it: 0 unknown, 1 account
/// deleted, 2 application closed, 4 past 48 hours, 5 session closed, 6 past five messages, 8 company not verified, 10 refused by the customer,
/// 11 nobody of the company signed in to the app, 12 a kind that may not be sent, 13 a limit for security. 7 (no channel bound) and 9 (that and
/// not verified) stood in older editions. There is no 3.
/// </summary>
/// <param name="Type">The <c>fail_type</c> of its event.</param>
internal sealed record KefuMiss(long Type)
{
    /// <summary>What happened, and what can be done about it.</summary>
    public Sentence Words => Sentence.Of(
        Type switch
        {
            1 => "kefu-account-gone",
            2 => "kefu-switched-off",
            4 => "kefu-expired",
            5 => "kefu-over",
            6 => "kefu-used-up",
            7 => "kefu-unbound",
            8 or 9 => "kefu-unverified",
            10 => "kefu-unwanted",
            11 => "kefu-nobody",
            12 => "kefu-forbidden",
            13 => "kefu-unsafe",
            _ => "kefu-missed",
        },
        Type);

    /// <summary>What it means for the message, in words for the desk. Nothing is sent again: nobody could say that it would not come twice.</summary>
    public DeliveryException ForDelivery() => new($"{Words}", permanent: true)
    {
        Kind = Type switch { 4 or 5 or 6 or 10 => DeliveryTrouble.CustomerGone, 1 or 2 or 7 or 8 or 9 or 11 or 13 => DeliveryTrouble.NeedsOperator, _ => DeliveryTrouble.Refused },
    };
}
