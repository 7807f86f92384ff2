using System.Globalization;
using System.Security.Cryptography;

namespace ComplaintBot.Turns;

/// <summary>Draws ids from the system's generator of unpredictable numbers.</summary>
internal sealed class RandomIdSource : IIdSource
{
    private const int SaltBytes = 16;

    /// <summary>How many salts are drawn together: a turn needs seven on average, and asking the generator costs as much for one as for all.</summary>
    private const int SaltsAtOnce = 64;

    private readonly Lock drawing = new();
    private readonly byte[] salts = new byte[SaltBytes * SaltsAtOnce];
    private int left;

    /// <inheritdoc/>
    public string CaseNumber(DateTimeOffset day) => Turns.CaseNumber.Create(day, RandomNumberGenerator.GetInt32(Turns.CaseNumber.Span));

    /// <inheritdoc/>
    public int Seed() => RandomNumberGenerator.GetInt32(int.MaxValue);

    /// <inheritdoc/>
    public byte[] Salt()
    {
        lock (drawing)
        {
            if (left == 0)
            {
                RandomNumberGenerator.Fill(salts);
                left = SaltsAtOnce;
            }

            var drawn = salts.AsSpan(--left * SaltBytes, SaltBytes);
            var salt = drawn.ToArray();

            // A salt is deleted one day to forget what it covers: no second one of it may be left here.
            drawn.Clear();
            return salt;
        }
    }

    /// <inheritdoc/>
    public string Delivery() => RandomNumberGenerator.GetHexString(24, lowercase: true).ToString(CultureInfo.InvariantCulture);
}
