namespace ComplaintBot.Desk.Handoff;

/// <summary>A contact centre of others that takes over instead of our desk.</summary>
internal sealed record HandoffSettings
{
    /// <summary>Where it takes <c>handoff.initiate</c>; null when there is none.</summary>
    public Uri? Url { get; init; }

    /// <summary>What both sides sign with.</summary>
    public string Secret { get; init; } = "";

    /// <summary>What customers read as the name of whoever answers there without a name.</summary>
    public string Name { get; init; } = "";
}
