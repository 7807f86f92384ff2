using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Reading;

/// <summary>Intents being collected: a set of bits, so that reading a message allocates nothing but the answer.</summary>
internal sealed class IntentSet
{
    private uint bits;

    /// <summary>How many there are.</summary>
    public int Count => System.Numerics.BitOperations.PopCount(bits);

    /// <summary>Adds one.</summary>
    public void Add(Intent intent) => bits |= 1u << (int)intent;

    /// <summary>Takes one out.</summary>
    public void Remove(Intent intent) => bits &= ~(1u << (int)intent);

    /// <summary>Whether it holds.</summary>
    public bool Contains(Intent intent) => (bits & 1u << (int)intent) != 0;

    /// <summary>Whether any of several holds.</summary>
    public bool ContainsAny(ReadOnlySpan<Intent> intents)
    {
        foreach (var intent in intents)
            if (Contains(intent)) return true;
        return false;
    }

    /// <summary>The intents, in the order of the vocabulary.</summary>
    public Intent[] ToArray()
    {
        var intents = new Intent[Count];
        for (int bit = 0, at = 0; bit < 32; bit++)
            if ((bits & 1u << bit) != 0) intents[at++] = (Intent)bit;
        return intents;
    }
}
