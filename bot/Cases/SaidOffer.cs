using System.Globalization;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Cases;

/// <summary>An offer, or the answer to one, as the timeline of a case has it.</summary>
/// <param name="Case">The number of the case.</param>
/// <param name="IsOffer">Whether it is the offer, not the answer.</param>
/// <param name="At">When.</param>
/// <param name="Data">What was said.</param>
internal sealed record SaidOffer(string Case, bool IsOffer, DateTimeOffset At, IReadOnlyDictionary<string, string> Data)
{
    /// <summary>Reads one from its columns.</summary>
    /// <exception cref="FormatException">Somebody has changed it.</exception>
    public static SaidOffer Of(string number, string kind, string at, byte[]? data) => new(number, kind == CaseEventKind.OfferMade.Id(), LedgerTime.Of(at), LedgerRow.DataOf(data));

    /// <summary>What was granted: an acceptance grants what the last offer of that kind in the same case was worth.</summary>
    /// <param name="said">Everything that was said, case by case and in order.</param>
    /// <param name="since">Only what was accepted since.</param>
    public static IReadOnlyList<Grant> Granted(IReadOnlyList<SaidOffer> said, DateTimeOffset since)
    {
        var granted = new List<Grant>();
        var offered = new Dictionary<(string Case, string Kind), decimal?>();
        foreach (var one in said)
        {
            var place = (one.Case, one.Data.GetValueOrDefault("kind", ""));
            if (one.IsOffer)
            {
                offered[place] = !one.Data.ContainsKey("by") && decimal.TryParse(one.Data.GetValueOrDefault("amount"), NumberStyles.Number, CultureInfo.InvariantCulture, out var worth) ? worth : null;
            }
            else if (one.Data.GetValueOrDefault("answer") == "accepted" && one.At >= since && offered.GetValueOrDefault(place) is { } amount)
            {
                granted.Add(new() { At = one.At, Worth = amount });
            }
        }

        return granted;
    }
}
