namespace ComplaintBot.Dialogs.Language.Script;

/// <summary>
/// The work behind <see cref="NormalizedText"/>, on memory of the caller. Every rule looks only at what has been written so far, so
/// that a second run finds nothing left to do.
/// </summary>
internal ref struct Normalizer(Span<char> units, Span<int> origins)
{
    private const int LongestRow = 3;

    private readonly Span<char> units = units;
    private readonly Span<int> origins = origins;
    private bool isDotted;
    private bool isDrawnOut;

    /// <summary>How many characters are written.</summary>
    public int Length { get; private set; }

    /// <summary>Writes the normal form of a text.</summary>
    public void Run(string source)
    {
        var simplified = ScriptTables.Simplified;
        for (var at = 0; at < source.Length; at++)
        {
            var unit = source[at];
            if (unit is >= '\u3400' and <= '\u9FFF') unit = simplified[unit];
            else if (unit >= 0x80)
            {
                if (IsInvisible(unit)) continue;
                unit = simplified[Halved(unit)];
                if (unit >= 0x80) unit = char.ToLowerInvariant(unit);
            }
            if (unit < 0x80)
            {
                if (unit is '\t' or '\r') unit = ' ';
                else if (unit is < ' ' or '\x7f' && unit != '\n') continue;
                else if (unit is >= 'A' and <= 'Z') unit = (char)(unit | 0x20);
            }
            Add(unit, at);
        }
        if (isDrawnOut) ShortenWords();
        if (isDotted) MaskAddresses();
    }

    private void Add(char unit, int at)
    {
        var isRow = Length >= 2 && unit == units[Length - 1] && unit == units[Length - 2];
        if (isRow)
        {
            // Digits are never shortened, for 10000 is not 1000; letters by the word they stand in.
            if (char.IsAsciiLetter(unit)) isDrawnOut = true;
            else if (Length >= LongestRow && unit == units[Length - LongestRow] && !char.IsDigit(unit) && unit != NormalizedText.WebAddress) return;
        }
        isDotted |= unit == '.';
        units[Length] = unit;
        origins[Length++] = at;
        if (char.IsLowSurrogate(unit)) EndPair();
    }

    // Skin tones, tags and variation selectors say nothing; an emoji in a row is kept three times.
    private void EndPair()
    {
        if (Length < 2 || !char.IsHighSurrogate(units[Length - 2])) return;
        var (high, low) = (units[Length - 2], units[Length - 1]);
        var isModifier = high == '\uD83C' && low is >= '\uDFFB' and <= '\uDFFF' || high == '\uDB40' && low <= '\uDDEF';
        if (isModifier || Length >= 2 * (LongestRow + 1) && IsRowOfPairs()) Length -= 2;
    }

    private readonly bool IsRowOfPairs()
    {
        var row = units[(Length - 2 - 2 * LongestRow)..Length];
        return row[2..].SequenceEqual(row[..^2]);
    }

    // Mail addresses and codes are no words: what holds an '@' or a digit stays as it is.
    private void ShortenWords()
    {
        var kept = 0;
        for (var at = 0; at < Length;)
        {
            var end = at;
            bool isCode = false, isWord = true;
            for (; end < Length && (char.IsAsciiLetterOrDigit(units[end]) || units[end] is '@' or '.' or '_' or '-' or '+' or '%'); end++)
            {
                isWord &= char.IsAsciiLetter(units[end]);
                isCode |= units[end] == '@';
            }
            if (end == at) end++;
            if (isCode) Copy(at, end, ref kept);
            else if (isWord && end - at >= LongestRow) Shorten(at, end, ref kept);
            else ShortenParts(at, end, ref kept);
            at = end;
        }
        Length = kept;
    }

    private readonly void ShortenParts(int from, int to, ref int kept)
    {
        for (var at = from; at < to;)
        {
            var end = at;
            var hasDigit = false;
            for (; end < to && char.IsAsciiLetterOrDigit(units[end]); end++) hasDigit |= char.IsAsciiDigit(units[end]);
            if (end == at) end++;
            if (hasDigit) Copy(at, end, ref kept);
            else Shorten(at, end, ref kept);
            at = end;
        }
    }

    private readonly void Shorten(int from, int to, ref int kept)
    {
        var word = units[from..to];
        if (!HasRow(word)) { Copy(from, to, ref kept); return; }
        if (!word.ContainsAnyExcept(word[0])) { Copy(from, from + LongestRow, ref kept); return; }
        var doubled = DrawnWords.Doubled(word);
        for (int at = from, run = 0; at < to; run++)
        {
            var end = at + 1;
            while (end < to && units[end] == units[at]) end++;
            var most = end - at < LongestRow ? end - at : (doubled >> run & 1) != 0 ? 2 : 1;
            Copy(at, at + most, ref kept);
            at = end;
        }
    }

    private static bool HasRow(ReadOnlySpan<char> word)
    {
        for (var i = 2; i < word.Length; i++)
            if (word[i] == word[i - 1] && word[i] == word[i - 2]) return true;
        return false;
    }

    private void MaskAddresses()
    {
        var kept = 0;
        var at = 0;
        ReadOnlySpan<char> text = units[..Length];
        // What is written never overtakes what is read, so the search may go on in the same memory.
        while (WebAddresses.TryNext(text, at, out var start, out var end))
        {
            Copy(at, start, ref kept);
            units[kept] = NormalizedText.WebAddress;
            origins[kept++] = origins[start];
            at = end;
        }
        Copy(at, Length, ref kept);
        Length = kept;
    }

    private readonly void Copy(int from, int to, ref int kept)
    {
        if (from != kept)
        {
            units[from..to].CopyTo(units[kept..]);
            origins[from..to].CopyTo(origins[kept..]);
        }
        kept += to - from;
    }

    private static bool IsInvisible(char unit) => unit switch
    {
        < '\u2000' => unit is (>= '\x80' and < '\xA0') or '\xAD' or (>= '\u0300' and <= '\u036F') or '\u061C' or '\u115F' or '\u1160' or (>= '\u180B' and <= '\u180E'),
        < '\u2100' => unit is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or >= '\u20D0',
        _ => unit is '\u3164' or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF' or '\uFFA0' or (>= '\uFFF9' and <= '\uFFFB'),
    };

    private static char Halved(char unit) => unit switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(unit - 0xFEE0),
        '\u3000' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' => ' ',
        '\uFFE5' => '¥',
        '\uFFE1' => '£',
        '“' or '”' or '„' or '「' or '」' or '『' or '』' => '"',
        '‘' or '’' or '´' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
        '‼' or '❗' or '❕' or '﹗' => '!',
        '⁇' or '⁈' or '⁉' or '❓' or '❔' or '﹖' => '?',
        '〜' => '~',
        _ => unit,
    };
}
