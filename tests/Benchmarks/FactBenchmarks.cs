using BenchmarkDotNet.Attributes;
using ComplaintBot.Benchmarks.Measuring;
using ComplaintBot.Commands;
using ComplaintBot.Dialogs.Language.Facts;
using ComplaintBot.Dialogs.Language.Recognizers;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Benchmarks;

/// <summary>What it costs to find the facts of a message, and that four times the text costs no more than about four times as much.</summary>
[CpuTime]
public class FactBenchmarks
{
    private const int Quarter = 2_500;

    private readonly FactRecognizer recognizer = new();
    private FactContext context = null!;
    private NormalizedText zh = null!, en = null!, quarter = null!, whole = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var (brain, _) = Composition.Think(null);
        context = new FactContext(new DateTimeOffset(2026, 11, 20, 16, 0, 0, TimeSpan.FromHours(8)), [brain.Shelf.Current["catering"]], null, null, Tongue.ZhHans);
        zh = NormalizedText.From("昨天晚上七点在江边路店吃的鱼里有一只虫子，服务员还说没事，三个人都没胃口了，我要退款两百八，有照片。");
        en = NormalizedText.From("Yesterday at 7pm the soup at your Mill Lane branch was cold and I was charged $48 twice, please refund.");
        (quarter, whole) = (Long(Quarter), Long(4 * Quarter));
        WarmUp.Once(() => Zh() + En() + LongQuarter() + LongWhole() + Entities());
    }

    [Benchmark(Description = "facts of a message, zh")]
    public int Zh() => recognizer.Recognize(zh, context).Count;

    [Benchmark(Description = "facts of a message, en")]
    public int En() => recognizer.Recognize(en, context).Count;

    [Benchmark(Description = "facts of 2,500 characters")]
    public int LongQuarter() => recognizer.Recognize(quarter, context).Count;

    [Benchmark(Description = "facts of 10,000 characters")]
    public int LongWhole() => recognizer.Recognize(whole, context).Count;

    [Benchmark(Description = "recognize: times of a message, zh")]
    public int Entities() => EntityRecognizer.Recognize(EntityKind.DateTime, zh.Source, context.Now.DateTime).Count;

    // Numbers, codes, times and names without end: what the readers try hardest at.
    private static NormalizedText Long(int length)
    {
        const string Piece = "订单202611210000123456789012昨天三百二十块12:30打13812345678在江边路18号one hundred and ";
        return NormalizedText.From(string.Concat(Enumerable.Repeat(Piece, length / Piece.Length + 1))[..length]);
    }
}
