using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace ComplaintBot.Benchmarks.Measuring;

/// <summary>
/// Measures CPU time in short iterations within this process: a process for each benchmark would take longer to build than to run.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CpuTimeAttribute : Attribute, IConfigSource
{
    public IConfig Config { get; } = ManualConfig.CreateEmpty().AddJob(Job.Default
        .WithId("CPU")
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithClock(new CpuClock())
        .WithIterationTime(TimeInterval.FromMilliseconds(100))
        .WithWarmupCount(5)
        .WithIterationCount(15));
}
