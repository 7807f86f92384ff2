using BenchmarkDotNet.Attributes;
using ComplaintBot.Benchmarks.Complaints;
using ComplaintBot.Benchmarks.Measuring;
using ComplaintBot.Benchmarks.Waterfalls;
using ComplaintBot.Commands;

namespace ComplaintBot.Benchmarks;

/// <summary>What a turn costs without a disk, each figure the mean of the turns of a whole conversation.</summary>
[CpuTime]
public class TurnBenchmarks
{
    private FloorWaterfall floor = null!;
    private MachineWaterfall machine = null!;
    private RecordedComplaint zh = null!;
    private RecordedComplaint en = null!;

    [GlobalSetup]
    public void SetUp()
    {
        var (brain, _) = Composition.Think(null);
        (floor, machine) = (new(), new());
        (zh, en) = (RecordedComplaint.Record(brain, Customer.Zh()), RecordedComplaint.Record(brain, Customer.En()));
        WarmUp.Once(() => Floor() + Machine() + zh.ReplayUnderstanding() + en.ReplayUnderstanding());
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = FiveQuestions.Turns, Description = "floor: five steps by hand")]
    public int Floor() => floor.Talk();

    [Benchmark(OperationsPerInvoke = FiveQuestions.Turns, Description = "machine: the same five steps")]
    public int Machine() => machine.Talk();

    [Benchmark(OperationsPerInvoke = Customer.Messages, Description = "complaint turn, understood before, zh")]
    public int TurnZh() => zh.Replay().Length;

    [Benchmark(OperationsPerInvoke = Customer.Messages, Description = "complaint turn, understood before, en")]
    public int TurnEn() => en.Replay().Length;

    [Benchmark(Description = "of which reading a finished state, zh")]
    public object ReadZh() => zh.ReadFinished();

    [Benchmark(Description = "of which writing it, zh")]
    public int WriteZh() => zh.WriteFinished().Length;

    [Benchmark(OperationsPerInvoke = Customer.Messages, Description = "complaint turn and analysis, zh")]
    public int TurnAndAnalysisZh() => zh.ReplayUnderstanding();

    [Benchmark(OperationsPerInvoke = Customer.Messages, Description = "complaint turn and analysis, en")]
    public int TurnAndAnalysisEn() => en.ReplayUnderstanding();

    [Benchmark(Description = "analysis alone, zh")]
    public object AnalysisZh() => zh.Understand();

    [Benchmark(Description = "analysis alone, en")]
    public object AnalysisEn() => en.Understand();
}
