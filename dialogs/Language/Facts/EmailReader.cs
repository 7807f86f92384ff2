using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using static ComplaintBot.Dialogs.Language.Facts.Characters;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>Reads e-mail addresses.</summary>
internal static class EmailReader
{
    /// <summary>Adds the e-mail addresses of a message.</summary>
    public static void Read(FactReading reading)
    {
        var text = reading.Text;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = at;
            while (start > 0 && (IsWord(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+' or '%')) start--;
            var end = at + 1;
            while (end < text.Length && (IsWord(text[end]) || text[end] is '-' or '.')) end++;
            while (end > at && text[end - 1] is '.' or '-') end--;
            if (start == at || text.IndexOf('.', at, end - at) is var dot && (dot < at + 2 || dot >= end - 1)) continue;
            var span = new Span(start, end);
            reading.Claim(span);
            reading.Add(reading.Expects(FactType.Email) ? reading.Context.ExpectedFact! : FactNames.ContactEmail, span);
        }
    }
}
