using ComplaintBot.Dialogs.Language.Cues;
using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Language.Categories;

/// <summary>
/// Weighs how much of a message is said in the words of each trade, by the word lists. It stands beside the trained model because a list can
/// hold a trade's whole vocabulary, while the model knows a word only from the text it was trained on.
/// </summary>
internal static class TradeReader
{
    // Three words that name a trade by themselves settle it; a long letter need not weigh more than a short one.
    private const float Most = 9;
    private const int Count = Cue.TradeVehicle - Cue.TradeBank + 1;

    /// <summary>The place of a playbook's trade among the weights; null when there is no list for it.</summary>
    public static int? Find(string playbook)
    {
        for (var cue = Cue.TradeBank; cue <= Cue.TradeVehicle; cue++)
            if (cue.Id().AsSpan("trade-".Length).SequenceEqual(playbook)) return cue - Cue.TradeBank;
        return null;
    }

    /// <summary>The weight of each trade in a message: its different words together, up to a limit.</summary>
    public static float[] Read(FoundCues cues)
    {
        var weights = new float[Count];
        Span<ulong> counted = stackalloc ulong[Count];
        counted.Clear();
        foreach (var hit in cues.All)
        {
            if (hit.Cue is < Cue.TradeBank or > Cue.TradeVehicle) continue;
            var trade = hit.Cue - Cue.TradeBank;
            // A word said again says nothing new. Two words that share a bit count as one: rare, and cheap to bear.
            var bit = KeySpread.Bit(SymbolReader.Hash(cues.Text.AsSpan(hit.Start, hit.Length)));
            if ((counted[trade] & bit) != 0) continue;
            counted[trade] |= bit;
            weights[trade] = Math.Min(Most, weights[trade] + hit.Weight);
        }
        return weights;
    }
}
