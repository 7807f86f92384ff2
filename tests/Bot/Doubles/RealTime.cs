namespace ComplaintBot.Tests.Doubles;

/// <summary>
/// The real clock, only for tests of what lies outside of this process and heeds no clock of ours: a server that is started, dies and comes
/// back. It bounds and paces what is waited for; no answer depends on it.
/// </summary>
internal sealed class RealTime : TimeProvider
{
    public static RealTime Clock { get; } = new();
}
