namespace ComplaintBot.Dialogs.Language.Recognizers;

/// <summary>Finds dates, times, ranges and durations: reads the pieces, joins neighbours, and writes what they mean.</summary>
internal static class DateTimeModel
{
    private const int MostPieces = 200;

    /// <summary>The statements of time of a text.</summary>
    public static List<ModelResult> Read(EntityText entities, DateTime reference)
    {
        var pieces = TimeComposer.Compose(entities.Text, Pieces(entities, reference), reference);
        var results = new List<ModelResult>(pieces.Count);
        foreach (var piece in pieces) results.Add(TimeResults.Of(entities, piece));
        return results;
    }

    private static List<TimePiece> Pieces(EntityText entities, DateTime now)
    {
        var text = entities.Text;
        var pieces = new List<TimePiece>();
        for (var at = 0; at < text.Length && pieces.Count < MostPieces;)
        {
            if (PieceAt(entities, at, now) is { } piece)
            {
                pieces.Add(piece);
                at = piece.End;
            }
            else
            {
                at = Next(text, at);
            }
        }
        return pieces;
    }

    private static TimePiece? PieceAt(EntityText entities, int at, DateTime now)
    {
        var unit = entities.Text[at];
        if (unit is ' ' or ',' or '.') return null;
        if (Facts.Characters.IsWord(unit) && HourRanges.Read(entities.Text, at) is { } hours) return hours;
        if (Facts.Characters.IsDigit(unit) && NumericTimes.Read(entities, at, now) is { } numeric) return numeric;
        return Facts.Characters.IsLatin(unit) || Facts.Characters.IsDigit(unit) ? EnglishTimes.Read(entities, at, now) ?? ChineseTimes.Read(entities, at, now) : ChineseTimes.Read(entities, at, now);
    }

    // Words and numbers are passed over whole; their parts mean nothing.
    private static int Next(string text, int at)
    {
        if (!Facts.Characters.IsWord(text[at])) return at + 1;
        while (at < text.Length && (Facts.Characters.IsWord(text[at]) || text[at] is '-' or '.' or ':' or '/' && at + 1 < text.Length && Facts.Characters.IsWord(text[at + 1]))) at++;
        return at;
    }
}
