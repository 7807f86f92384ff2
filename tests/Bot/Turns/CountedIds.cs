using System.Globalization;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Turns;

/// <summary>Ids that count up, so that two runs of a test are the same.</summary>
internal sealed class CountedIds : IIdSource
{
    private int drawn;

    public string CaseNumber(DateTimeOffset day) => Bot(day, Next());

    public int Seed() => 7;

    public byte[] Salt() => BitConverter.GetBytes(Next());

    public string Delivery() => Next().ToString(CultureInfo.InvariantCulture);

    private static string Bot(DateTimeOffset day, int index) => ComplaintBot.Turns.CaseNumber.Create(day, index);

    private int Next() => Interlocked.Increment(ref drawn);
}
