using BenchmarkDotNet.Running;
using ComplaintBot.Benchmarks.Channels;
using ComplaintBot.Benchmarks.Complaints;
using ComplaintBot.Benchmarks.Desk;
using ComplaintBot.Benchmarks.Http;
using ComplaintBot.Benchmarks.Measuring;
using ComplaintBot.Commands;

const int Minute = 60, TenThousand = 10_000, HundredThousand = 100_000;

switch (args)
{
    case ["cold"]:
        ColdStart.Write(() => Composition.Think(null).Brain.Shelf.Current.All, Console.Out);
        return 0;
    case ["desk"]:
        using (var load = new DeskLoad(Console.Out)) return await load.RunAsync(Minute) ? 0 : 1;
    case ["channels"]:
        using (var load = new ChannelLoad(Console.Out)) return await load.RunAsync(Minute) ? 0 : 1;
    case ["desk-rows"]:
        return await new DeskRows(Console.Out).RunAsync(HundredThousand) ? 0 : 1;
    case ["http"]:
        await new HttpTurns(Console.Out).RunAsync();
        return 0;
    case ["floor-server", var redis]:
        await FloorServer.RunAsync(redis);
        return 0;
    case ["sockets"]:
        await new OpenSockets(Console.Out).RunAsync(TenThousand);
        return 0;
}

// One table for all, so that every ratio stands beside the floor of the same run.
string[] chosen = args.Length == 0 ? ["--filter", "*"] : args;
BenchmarkSwitcher.FromAssembly(typeof(TableConfig).Assembly).Run(["--join", .. chosen], new TableConfig());
Console.WriteLine(StateSizes.Text());
return 0;
