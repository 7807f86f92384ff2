using System.CodeDom.Compiler;
using ComplaintBot.House.Direction.Planted.Dialogs.Phrases;

namespace ComplaintBot.House.Direction.Planted.Dialogs.Runtime;

// Each class leaks in one way only, so that a walk that misses the way misses the class.
public sealed class LeakByBase : WantedException;

public sealed class LeakByField
{
    public WantedException? Kept { get; set; }
}

public abstract class LeakByParameter
{
    public abstract void Take(List<WantedException[]> many);
}

public sealed class LeakByConstraint<T>
    where T : WantedException;

[Wanted]
public sealed class LeakByMark;

public sealed class LeakByBody
{
    public int Read(int add) => WantedException.Shared + add;
}

public sealed class LeakByLambda
{
    public Func<int> Later(int add) => () => WantedException.Shared + add;
}

public sealed class LeakByAsync
{
    public async Task<int> Read()
    {
        await Task.Yield();
        return WantedException.Shared;
    }
}

public sealed class LeakByIterator
{
    public IEnumerable<int> Read()
    {
        yield return WantedException.Shared;
    }
}

public sealed class LeakByTypeof
{
    public Type Ask() => typeof(WantedException.Inner);
}

public sealed class LeakByGenericCall
{
    public object Make() => Array.Empty<WantedException>();
}

public sealed class LeakByCatch
{
    public void Try(Action action)
    {
        try
        {
            action();
        }
        catch (WantedException)
        {
            action();
        }
    }
}

public sealed class LeakByNested
{
    private sealed class Hidden
    {
        public WantedException? Kept { get; set; }
    }

    public object Make() => new Hidden();
}

[GeneratedCode("generator", "1.0")]
public sealed class LeakByGenerated
{
    public WantedException? Kept { get; set; }
}

public sealed class Clean
{
    public LeakByBody Neighbour { get; } = new();
}
