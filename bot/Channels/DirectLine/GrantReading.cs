namespace ComplaintBot.Channels.DirectLine;

/// <summary>What became of reading a token.</summary>
internal abstract record GrantReading
{
    private GrantReading()
    {
    }

    /// <summary>It is ours and valid.</summary>
    public sealed record Valid(Grant Grant) : GrantReading;

    /// <summary>It is ours and has run out.</summary>
    public sealed record Expired : GrantReading;

    /// <summary>It is not ours.</summary>
    public sealed record Foreign : GrantReading;
}
