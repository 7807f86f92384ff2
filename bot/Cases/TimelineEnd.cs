using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Cases;

/// <summary>The end of a timeline while it is added to, with what the list of cases says of it.</summary>
/// <param name="sequence">The number of the last entry; 0 when there is none.</param>
/// <param name="hash">Its hash, or the root of the case.</param>
/// <param name="state">The state of the case.</param>
/// <param name="changed">When it last changed.</param>
internal sealed class TimelineEnd(long sequence, byte[] hash, string state, string changed)
{
    /// <summary>The state of a case before anything happened to it.</summary>
    public static string FirstState { get; } = CaseState.Received.Id();

    /// <summary>The number of the last entry.</summary>
    public long Sequence { get; private set; } = sequence;

    /// <summary>Its hash.</summary>
    public byte[] Hash { get; private set; } = hash;

    /// <summary>The state of the case.</summary>
    public string State { get; private set; } = state;

    /// <summary>When it last changed.</summary>
    public string Changed { get; private set; } = changed;

    /// <summary>Adds an event.</summary>
    /// <returns>Its entry, to be kept.</returns>
    public LedgerRow Append(FiledEvent filed)
    {
        var (entry, data) = (filed.Event, CaseChain.Canonical(filed.Event.Data));
        var digest = CaseChain.Digest(data, filed.Salt);
        Sequence++;
        Hash = CaseChain.Hash(entry, Sequence, digest, Hash);
        Changed = LedgerTime.Text(entry.At);
        if (entry.Kind == CaseEventKind.StateChanged && entry.Data.TryGetValue("to", out var next)) State = next;
        return new(Sequence, entry.Kind.Id(), entry.Actor, entry.Step?.Id(), Changed, data, filed.Salt, digest, Hash);
    }
}
