using ComplaintBot.Dialogs.Language.Models;

namespace ComplaintBot.Evaluation.Training;

/// <summary>Which features get a row: those seen often enough, the commonest first.</summary>
internal sealed class Vocabulary
{
    private readonly KeyTable table;

    /// <summary>Counts the keys of examples.</summary>
    /// <param name="examples">The examples, with keys.</param>
    /// <param name="least">In how many examples a key must stand.</param>
    /// <param name="most">How many keys are kept.</param>
    public Vocabulary(IEnumerable<Example> examples, int least, int most)
    {
        var counts = new Dictionary<int, int>();
        var inOne = new HashSet<int>();
        foreach (var example in examples)
        {
            inOne.Clear();
            inOne.UnionWith(example.Grams);
            inOne.UnionWith(example.Signs);
            foreach (var key in inOne) counts[key] = counts.GetValueOrDefault(key) + example.Times;
        }
        Keys = [.. counts.Where(pair => pair.Value >= least).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(most).Select(pair => (uint)pair.Key)];
        table = new KeyTable(Keys);
    }

    /// <summary>The key of each row.</summary>
    public uint[] Keys { get; }

    /// <summary>The example with rows instead of keys; what has no row is dropped.</summary>
    public Example Translate(Example example) => example with { Grams = Rows(example.Grams), Signs = Rows(example.Signs) };

    private int[] Rows(int[] keys) => [.. keys.Select(key => table.Find((uint)key)).Where(row => row >= 0)];
}
