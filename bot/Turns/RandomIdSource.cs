using System.Globalization;
using System.Security.Cryptography;

namespace ComplaintBot.Turns;

/// <summary>Draws ids from the system's generator of unpredictable numbers.</summary>
internal sealed class RandomIdSource : IIdSource
{
    private const int SaltBytes = 16;

    /// <inheritdoc/>
    public string CaseNumber(DateTimeOffset day) => Turns.CaseNumber.Create(day, RandomNumberGenerator.GetInt32(Turns.CaseNumber.Span));

    /// <inheritdoc/>
    public int Seed() => RandomNumberGenerator.GetInt32(int.MaxValue);

    /// <inheritdoc/>
    public byte[] Salt() => RandomNumberGenerator.GetBytes(SaltBytes);

    /// <inheritdoc/>
    public string Delivery() => RandomNumberGenerator.GetHexString(24, lowercase: true).ToString(CultureInfo.InvariantCulture);
}
