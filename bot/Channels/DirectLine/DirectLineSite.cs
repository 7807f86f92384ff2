namespace ComplaintBot.Channels.DirectLine;

/// <summary>A site that holds conversations over Direct Line.</summary>
internal sealed record DirectLineSite
{
    /// <summary>The secret its servers use; null for none.</summary>
    public string? Secret { get; init; }

    /// <summary>Origins of its pages (<c>https://shop.example</c>), besides our own.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>The playbooks its complaints may go by; empty for all there are.</summary>
    public IReadOnlyList<string> Playbooks { get; init; } = [];
}
