using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Dialogs.Vocabulary.Stored;

namespace ComplaintBot.Dialogs.Cases.Stored;

/// <summary>Reads and writes the evidence for a trigger; zeros and what is not so are left out.</summary>
internal sealed class SeenTriggerConverter() : FormConverter<SeenTrigger>(Form)
{
    /// <summary>The members of the evidence.</summary>
    public static readonly StoredForm<SeenTrigger> Form = new StoredForm<SeenTrigger>(static () => new())
        .Id<Trigger>("id", seen => seen.Id, (seen, id) => seen.Id = id).Required()
        .Text("words", seen => seen.Words, (seen, words) => seen.Words = words)
        .Mark("done", seen => seen.Done, (seen, done) => seen.Done = done)
        .Count("count", seen => seen.Count, (seen, count) => seen.Count = count)
        .Mark("fired", seen => seen.Fired, (seen, fired) => seen.Fired = fired);
}
