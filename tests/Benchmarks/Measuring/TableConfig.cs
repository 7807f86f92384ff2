using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using Perfolizer.Horology;
using Perfolizer.Metrology;

namespace ComplaintBot.Benchmarks.Measuring;

/// <summary>What the one table shows. The jobs are the classes' own.</summary>
internal sealed class TableConfig : ManualConfig
{
    public TableConfig()
    {
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub);
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddColumn(StatisticColumn.Median, StatisticColumn.OperationsPerSecond);
        HideColumns("Type", "Job", "Error", "StdDev", "RatioSD", "Clock", "Gen0", "Gen1", "Gen2", "InvocationCount", "IterationCount", "IterationTime", "RunStrategy", "UnrollFactor", "WarmupCount");
        WithSummaryStyle(SummaryStyle.Default.WithTimeUnit(TimeUnit.Microsecond).WithSizeUnit(SizeUnit.B).WithMaxParameterColumnWidth(40));
        WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
        WithOptions(ConfigOptions.JoinSummary);
    }
}
