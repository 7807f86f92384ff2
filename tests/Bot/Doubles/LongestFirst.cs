using Xunit.Abstractions;

[assembly: TestCollectionOrderer("ComplaintBot.Tests.Doubles.LongestFirst", "ComplaintBot.Tests")]

namespace ComplaintBot.Tests.Doubles;

/// <summary>Begins with the classes that take a minute: at the end of the run each would keep one core busy and leave the other idle.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long = [typeof(Desk.TakeoverRaceTests), typeof(Channels.MatrixOutTests), typeof(Channels.MatrixInTests), typeof(Commands.ChannelsTests), typeof(Stores.CrashTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.FindIndex(Long, type => collection.DisplayName.EndsWith(type.FullName!, StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Length);
}
