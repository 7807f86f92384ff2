using BenchmarkDotNet.Running;
using ComplaintBot.Benchmarks.Complaints;
using ComplaintBot.Benchmarks.Measuring;
using ComplaintBot.Commands;

if (args is ["cold"])
{
    ColdStart.Write(() => Composition.Think(null).Brain.Shelf.Current.All, Console.Out);
    return;
}
// One table for all, so that every ratio stands beside the floor of the same run.
string[] chosen = args.Length == 0 ? ["--filter", "*"] : args;
BenchmarkSwitcher.FromAssembly(typeof(TableConfig).Assembly).Run(["--join", .. chosen], new TableConfig());
Console.WriteLine(StateSizes.Text());
