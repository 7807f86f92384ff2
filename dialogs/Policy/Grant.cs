namespace ComplaintBot.Dialogs.Policy;

/// <summary>A remedy with a price that the bot offered and the customer took.</summary>
public sealed class Grant
{
    /// <summary>When it was taken.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What it is worth, in the playbook's currency.</summary>
    public decimal Worth { get; set; }
}
