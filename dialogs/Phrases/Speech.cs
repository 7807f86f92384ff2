using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>What one conversation has heard from us, so that it never hears a line twice. Part of the conversation's stored state.</summary>
public sealed class Speech
{
    private List<uint> _said = [];
    private UseCounts _uses = new();

    /// <summary>The language answered in.</summary>
    public Tongue Tongue { get; set; }

    /// <summary>Any number that differs from conversation to conversation: it decides which variant comes first.</summary>
    public int Seed { get; set; }

    /// <summary>The playbook whose own phrases are said in place of the common ones; set anew at each turn, not stored here.</summary>
    [JsonIgnore]
    public Playbook? Playbook { get; set; }

    /// <summary>The marks of all lines said so far, oldest first; 4 bytes a line.</summary>
    [JsonInclude]
    [JsonConverter(typeof(SaidConverter))]
    public IReadOnlyList<uint> Said
    {
        get => _said;
        internal set => _said = value as List<uint> ?? [.. value];
    }

    /// <summary>How often each situation was spoken in.</summary>
    [JsonInclude]
    [JsonConverter(typeof(UsesConverter))]
    public IReadOnlyDictionary<Situation, int> Uses
    {
        get => _uses;
        internal set => _uses = UseCounts.Of(value);
    }

    /// <summary>
    /// Remembers a line about to be said; false when this very line (spaces, case and closing marks apart) was said before in this
    /// conversation. For lines that come from elsewhere than the phrase book, such as a playbook's safety advice.
    /// </summary>
    public bool TryClaim(string line)
    {
        var mark = LineHash.Of(line);
        if (CollectionsMarshal.AsSpan(_said).Contains(mark)) return false;
        _said.Add(mark);
        return true;
    }

    /// <summary>Whether this very line was said before in this conversation.</summary>
    public bool WasSaid(string line) => CollectionsMarshal.AsSpan(_said).Contains(LineHash.Of(line));

    /// <summary>Says the one of these lines again that was said longest ago; it counts as said last from then on.</summary>
    internal string SayAgain(IReadOnlyList<string> lines)
    {
        var oldest = lines.MinBy(line => _said.IndexOf(LineHash.Of(line)))!;
        var mark = LineHash.Of(oldest);
        _said.Remove(mark);
        _said.Add(mark);
        return oldest;
    }

    /// <summary>How often a situation was spoken in.</summary>
    internal int UsesOf(Situation situation) => _uses.Of(situation);

    internal void CountUse(Situation situation) => _uses.Set(situation, _uses.Of(situation) + 1);
}
