using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;

namespace ComplaintBot.Dialogs.Language.Facts;

/// <summary>One message while its facts are read: what the readers share, and which characters are already spoken for.</summary>
internal sealed class FactReading
{
    private const int MostFacts = 40;

    private readonly CueHits cues;
    private readonly bool[] claimed;
    private readonly List<Span> clauses;

    /// <summary>Prepares a message: finds cue words, numerals and clauses, each in one pass.</summary>
    /// <param name="source">The message.</param>
    /// <param name="context">What it is read with.</param>
    /// <param name="lexicon">The cue words.</param>
    /// <param name="words">The words of the playbook whose own facts are looked for; null for none.</param>
    public FactReading(NormalizedText source, FactContext context, CueLexicon lexicon, PlaybookWords? words = null)
    {
        Source = source;
        Context = context;
        Text = source.Text;
        cues = lexicon.Find(Text);
        claimed = new bool[Text.Length];
        clauses = ClauseSplitter.Split(Text);
        Numerals = NumeralReader.Scan(Text);
        Words = words;
        WordHits = words?.Find(Text);
        Expected = context.ExpectedFact is { } name ? Definition(name) : null;
    }

    /// <summary>The message with the way back to what was written.</summary>
    public NormalizedText Source { get; }

    /// <summary>What it is read with.</summary>
    public FactContext Context { get; }

    /// <summary>The normalised text.</summary>
    public string Text { get; }

    /// <summary>Every numeral, in the order of the text.</summary>
    public List<Numeral> Numerals { get; }

    /// <summary>The clauses, in the order of the text.</summary>
    public List<Span> Clauses => clauses;

    /// <summary>The words of the playbook whose own facts are looked for, or null.</summary>
    public PlaybookWords? Words { get; }

    /// <summary>Those of them that stand in the message; null when there is none.</summary>
    public List<WordHit>? WordHits { get; }

    /// <summary>The definition of the fact that was asked for, or null.</summary>
    public FactDefinition? Expected { get; }

    /// <summary>What was found so far.</summary>
    public List<Found> Results { get; } = [];

    /// <summary>Whether the fact of that name was asked for.</summary>
    public bool Expects(string name) => Context.ExpectedFact == name;

    /// <summary>Whether the fact that was asked for has that type.</summary>
    public bool Expects(FactType type) => Expected?.Type == type;

    /// <summary>The definition of a fact in the first playbook that has it, or null.</summary>
    public FactDefinition? Definition(string name)
    {
        foreach (var playbook in Context.Playbooks)
        {
            if (playbook.Facts.TryGetValue(name, out var definition)) return definition;
        }
        return null;
    }

    /// <summary>Whether the conversation has one playbook and that one defines the fact.</summary>
    public bool Defines(string name) => Context.Playbooks.Count == 1 && Context.Playbooks[0].Facts.ContainsKey(name);

    /// <summary>The cue words of a kind, in the order of the text.</summary>
    public ReadOnlySpan<Span> Cues(CueKind kind) => cues.Of(kind);

    /// <summary>Whether a cue word of a kind lies in a stretch.</summary>
    public bool HasCue(CueKind kind, Span within) => FindCue(kind, within) is not null;

    /// <summary>The first cue word of a kind that lies in a stretch, or null.</summary>
    public Span? FindCue(CueKind kind, Span within)
    {
        var found = CuesIn(kind, within);
        return found.Length > 0 ? found[0] : null;
    }

    /// <summary>The cue words of a kind that lie in a stretch.</summary>
    public ReadOnlySpan<Span> CuesIn(CueKind kind, Span within)
    {
        var all = cues.Of(kind);
        var (first, last) = (FirstFrom(all, within.Start), FirstFrom(all, within.End));
        while (last > first && all[last - 1].End > within.End) last--;
        return all[first..last];
    }

    /// <summary>Whether a cue word of a kind ends at a place.</summary>
    public bool EndsCue(CueKind kind, int at)
    {
        var all = cues.Of(kind);
        var next = FirstFrom(all, at);
        return next > 0 && all[next - 1].End == at;
    }

    /// <summary>The numeral that begins at a place, or null.</summary>
    public Numeral? NumeralAt(int at)
    {
        int low = 0, high = Numerals.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Numerals[middle].Start == at) return Numerals[middle];
            if (Numerals[middle].Start < at) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }

    /// <summary>The clause that a character belongs to.</summary>
    public Span ClauseAt(int at)
    {
        int low = 0, high = clauses.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (clauses[middle].Start <= at) low = middle;
            else high = middle - 1;
        }
        return clauses.Count == 0 ? new Span(0, Text.Length) : clauses[low];
    }

    /// <summary>Whether no reader has taken any of these characters.</summary>
    public bool IsFree(Span span) => !claimed.AsSpan(span.Start, span.Length).Contains(true);

    /// <summary>Takes characters, so that a phone number is not an amount as well.</summary>
    public void Claim(Span span) => claimed.AsSpan(span.Start, span.Length).Fill(true);

    /// <summary>Notes a fact; those beyond the fortieth are no answer to anything and are left out.</summary>
    public void Add(string name, Span span, string? value = null, string? unit = null)
    {
        if (Results.Count < MostFacts) Results.Add(new Found(name, span, value, unit));
    }

    /// <summary>Whether a fact of that name was found.</summary>
    public bool Has(string name) => Results.Exists(found => found.Name == name);

    /// <summary>The words of a stretch as they were written.</summary>
    public string Original(Span span) => Source.Original(span.Start, span.Length);

    /// <summary>Whether the letter at a place was written as a capital.</summary>
    public bool IsCapital(int at) => at < Text.Length && char.IsUpper(Source.Source[Source.OriginalIndex(at)]);

    /// <summary>Takes spaces and marks off both ends of a stretch.</summary>
    public Span Trim(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && !IsContent(Text[start])) start++;
        while (end > start && !IsContent(Text[end - 1])) end--;
        return new Span(start, end);
    }

    private static int FirstFrom(ReadOnlySpan<Span> spans, int at)
    {
        int low = 0, high = spans.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Start < at) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static bool IsContent(char unit) => char.IsLetterOrDigit(unit) || unit is '$' or '¥' or '£' or '€' or '#' or '+' or '(' or ')' or '"' or '%' || char.IsSurrogate(unit);
}
