using ComplaintBot.Cases;

namespace ComplaintBot.Turns.Redis;

/// <summary>What is kept of cases outside of Redis.</summary>
/// <param name="Ledger">Reads the timelines.</param>
/// <param name="Register">Takes events.</param>
/// <param name="Reads">Who read what.</param>
internal sealed record RedisLedger(ICaseLedger Ledger, ICaseRegister Register, IChatIndex Reads);
