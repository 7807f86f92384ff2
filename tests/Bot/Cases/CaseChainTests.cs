using ComplaintBot.Cases;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Stores;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Tests.Cases;

public sealed class CaseChainTests
{
    private const string Number = "C-20260302-000017";

    private static readonly CaseEventKind[] Kinds = Enum.GetValues<CaseEventKind>();

    private delegate Damage Mutation(List<LedgerEntry> entries, int at, int other);

    private static readonly Mutation[] Mutations =
    [
        (entries, at, _) => Replace(entries, at, entry => entry with { Event = entry.Event with { Actor = entry.Event.Actor + "x" } }),
        (entries, at, _) => Replace(entries, at, entry => entry with { Event = entry.Event with { At = entry.Event.At.AddTicks(1) } }),
        (entries, at, _) => Replace(entries, at, entry => entry with { Event = entry.Event with { At = entry.Event.At.ToOffset(TimeSpan.FromHours(1)) } }),
        (entries, at, _) => Replace(entries, at, entry => entry with { Event = entry.Event with { Kind = Next(entry.Event.Kind) } }),
        (entries, at, _) => Replace(entries, at, entry => entry with { Event = entry.Event with { Step = entry.Event.Step is null ? Step.Listen : null } }),
        (entries, at, _) => Replace(entries, at, entry => entry with { Event = entry.Event with { Data = new Dictionary<string, string>(entry.Event.Data) { ["added"] = "" } } }),
        (entries, at, _) => Replace(entries, at, entry => entry with { Salt = null }),
        (entries, at, _) => Replace(entries, at, entry => entry with { Salt = [.. entry.Salt!, 0] }),
        (entries, at, _) => Replace(entries, at, entry => entry with { Event = entry.Event with { Data = CaseEvent.NoData } }),
        (entries, at, other) => Replace(entries, at, entry => entry with { Digest = Flip(entry.Digest, other) }),
        (entries, at, other) => Replace(entries, at, entry => entry with { Hash = Flip(entry.Hash, other) }),
        (entries, at, _) => Replace(entries, at, entry => entry with { Sequence = entry.Sequence + 1 }),
        (entries, at, _) =>
        {
            entries.RemoveAt(at);
            return new(at + 1);
        },
        (entries, at, _) =>
        {
            entries.RemoveRange(at, entries.Count - at);
            return new(at + 1);
        },
        (entries, at, other) =>
        {
            entries.Insert(at, entries[other % entries.Count]);
            return new(at == other % (entries.Count - 1) ? at + 2 : at + 1);
        },
        (entries, at, other) =>
        {
            other %= entries.Count;
            if (at == other) return new(null);
            (entries[at], entries[other]) = (entries[other], entries[at]);
            return new(Math.Min(at, other) + 1);
        },
        (entries, at, other) =>
        {
            // Renumbered and swapped: only the hashes tell.
            other %= entries.Count;
            if (at == other) return new(null);
            (entries[at], entries[other]) = (entries[other] with { Sequence = at + 1 }, entries[at] with { Sequence = other + 1 });
            return new(Math.Min(at, other) + 1);
        },
    ];

    [Fact]
    public void A_chain_as_it_was_written_has_no_break() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Timelines().ToArbitrary(), entries => CaseChain.FirstBreak(Number, entries, End(entries)) is null));

    [Fact]
    public void Any_change_is_found_and_the_first_bad_entry_named()
    {
        var cases = from entries in Timelines()
                    from mutation in Gen.Choose(0, Mutations.Length - 1)
                    from at in Gen.Choose(0, entries.Count - 1)
                    from other in Gen.Choose(0, 1_000)
                    select (entries, mutation, at, other);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var changed = one.entries.ToList();
            var damage = Mutations[one.mutation](changed, one.at, one.other);
            return CaseChain.FirstBreak(Number, changed, End(one.entries)) == damage.FirstBad;
        }));
    }

    [Fact]
    public void Any_personal_parts_may_be_deleted_and_the_chain_still_holds()
    {
        var cases = from entries in Timelines() from kept in Gen.ArrayOf(Gen.Elements(true, false), entries.Count) select (entries, kept);

        Check.QuickThrowOnFailure(Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var left = one.entries.Select((entry, i) => one.kept[i] ? entry : entry with { Salt = null, Event = entry.Event with { Data = CaseEvent.NoData } });
            return CaseChain.FirstBreak(Number, left, End(one.entries)) is null;
        }));
    }

    [Fact]
    public void A_timeline_under_another_number_shows()
    {
        var entries = Chain(Number, [Given.Filed(Number, CaseEventKind.Opened)]);

        Assert.Equal(1, CaseChain.FirstBreak("C-20260302-000025", entries, End(entries)));
    }

    [Fact]
    public void Entries_behind_the_known_end_show()
    {
        var entries = Chain(Number, [Given.Filed(Number, CaseEventKind.Opened), Given.Filed(Number, CaseEventKind.HeadAdded)]);

        Assert.Equal(2, CaseChain.FirstBreak(Number, entries, new ChainEnd(1, entries[0].Hash)));
    }

    [Fact]
    public void The_order_in_which_data_were_named_does_not_matter()
    {
        byte[] salt = [1, 2, 3];

        Assert.Equal(
            CaseChain.Digest(CaseChain.Canonical(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }), salt),
            CaseChain.Digest(CaseChain.Canonical(new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" }), salt));
    }

    [Fact]
    public void The_same_data_under_another_salt_have_another_digest()
    {
        var data = CaseChain.Canonical(new Dictionary<string, string> { ["contact_phone"] = "13800000000" });

        Assert.NotEqual(CaseChain.Digest(data, [1]), CaseChain.Digest(data, [2]));
    }

    private static Gen<List<LedgerEntry>> Timelines()
    {
        var texts = Gen.Elements("", "a", "words", "服务", "😀", "\"{}'", "1");
        var data = from names in Gen.SubListOf("name", "value", "words", "kind")
                   from values in Gen.ArrayOf(texts, names.Count)
                   select (IReadOnlyDictionary<string, string>)names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
        var steps = Gen.OneOf(Gen.Constant((Step?)null), Gen.Elements(Enum.GetValues<Step>()).Select(step => (Step?)step));
        var events = from kind in Gen.Elements(Kinds)
                     from actor in Gen.Elements("customer", "bot", "system", "agent-7")
                     from step in steps
                     from seconds in Gen.Choose(0, 100_000)
                     from values in data.Where(values => values.Count > 0)
                     from salt in Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value), 16)
                     select new FiledEvent(Number, new CaseEvent(kind, actor, Given.Now.AddSeconds(seconds), values, step), salt);
        return from count in Gen.Choose(1, 9) from filed in Gen.ListOf(events, count) select Chain(Number, filed);
    }

    private static List<LedgerEntry> Chain(string number, IEnumerable<FiledEvent> filed)
    {
        var entries = new List<LedgerEntry>();
        foreach (var (_, what, salt) in filed)
        {
            var digest = CaseChain.Digest(CaseChain.Canonical(what.Data), salt);
            var before = entries.Count == 0 ? CaseChain.Root(number) : entries[^1].Hash;
            entries.Add(new(entries.Count + 1, what, salt, digest, CaseChain.Hash(what, entries.Count + 1, digest, before)));
        }

        return entries;
    }

    private static ChainEnd End(List<LedgerEntry> entries) => new(entries.Count, entries[^1].Hash);

    private static Damage Replace(List<LedgerEntry> entries, int at, Func<LedgerEntry, LedgerEntry> change)
    {
        entries[at] = change(entries[at]);
        return new(at + 1);
    }

    private static byte[] Flip(byte[] bytes, int at)
    {
        var flipped = bytes.ToArray();
        flipped[at % flipped.Length] ^= 0x10;
        return flipped;
    }

    private static CaseEventKind Next(CaseEventKind kind) => Kinds[(Array.IndexOf(Kinds, kind) + 1) % Kinds.Length];

    /// <summary>The entry that a change must be found at; null for a change that changed nothing.</summary>
    private sealed record Damage(long? FirstBad);
}
