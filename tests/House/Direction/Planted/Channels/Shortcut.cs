using ComplaintBot.House.Direction.Planted.Dialogs.Phrases;

namespace ComplaintBot.House.Direction.Planted.Channels;

/// <summary>A channel that speaks by itself instead of through a turn.</summary>
public sealed class Shortcut
{
    public WantedException Said { get; } = new();
}
