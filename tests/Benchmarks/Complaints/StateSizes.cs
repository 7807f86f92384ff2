using System.Globalization;
using ComplaintBot.Commands;

namespace ComplaintBot.Benchmarks.Complaints;

/// <summary>How large a finished complaint is when it is stored.</summary>
internal static class StateSizes
{
    public static string Text()
    {
        var (brain, _) = Composition.Think(null);
        var (zh, en) = (RecordedComplaint.Record(brain, Customer.Zh()), RecordedComplaint.Record(brain, Customer.En()));
        return string.Create(CultureInfo.InvariantCulture, $"State of a finished complaint of {Customer.Messages} messages: zh {zh.Finished.Length} bytes, en {en.Finished.Length} bytes.");
    }
}
