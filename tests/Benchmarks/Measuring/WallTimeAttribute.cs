using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ComplaintBot.Benchmarks.Measuring;

/// <summary>Measures the time on the wall, for work that mostly waits for the disk. One invocation is long enough to be an iteration.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WallTimeAttribute : Attribute, IConfigSource
{
    public IConfig Config { get; } = ManualConfig.CreateEmpty().AddJob(Job.Default
        .WithId("Wall")
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithStrategy(RunStrategy.Monitoring)
        .WithInvocationCount(1)
        .WithUnrollFactor(1)
        .WithWarmupCount(8)
        .WithIterationCount(7));
}
