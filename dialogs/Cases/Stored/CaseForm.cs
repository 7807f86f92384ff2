using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Dialogs.Vocabulary.Stored;

namespace ComplaintBot.Dialogs.Cases.Stored;

/// <summary>How a case is stored within its conversation.</summary>
internal static class CaseForm
{
    private static readonly StoredForm<Head> Head = new StoredForm<Head>(static () => new())
        .Name("category", head => head.Category, (head, category) => head.Category = category)
        .Text("words", head => head.Words, (head, words) => head.Words = words)
        .Id<Cause>("cause", head => head.Cause, (head, cause) => head.Cause = cause)
        .Truth("called", head => head.Called, (head, called) => head.Called = called)
        .Truth("answered", head => head.Answered, (head, answered) => head.Answered = answered);

    private static readonly StoredForm<Offer> Offer = new StoredForm<Offer>(static () => new())
        .Id<RemedyKind>("kind", offer => offer.Kind, (offer, kind) => offer.Kind = kind)
        .Number("head", offer => offer.Head, (offer, head) => offer.Head = head)
        .Number("rung", offer => offer.Rung, (offer, rung) => offer.Rung = rung)
        .Number("alternative", offer => offer.Alternative, (offer, rung) => offer.Alternative = rung)
        .Text("text", offer => offer.Text, (offer, text) => offer.Text = text)
        .Sum("amount", offer => offer.Amount, (offer, amount) => offer.Amount = amount)
        .Name("currency", offer => offer.Currency, (offer, currency) => offer.Currency = currency)
        .Time("due", offer => offer.Due, (offer, due) => offer.Due = due)
        .Name("by", offer => offer.By, (offer, duty) => offer.By = duty)
        .Text("offeredBy", offer => offer.OfferedBy, (offer, person) => offer.OfferedBy = person)
        .Id<RemedyState>("state", offer => offer.State, (offer, state) => offer.State = state);

    /// <summary>The members of a case.</summary>
    public static readonly StoredForm<ComplaintCase> Case = new StoredForm<ComplaintCase>(static () => new())
        .Text("number", it => it.Number, (it, number) => it.Number = number)
        .Id<CaseState>("state", it => it.State, (it, state) => it.State = state)
        .Parts("heads", Head, it => it.Heads, (it, heads) => it.Heads = heads)
        .Number("currentHead", it => it.CurrentHead, (it, head) => it.CurrentHead = head)
        .Id<Severity>("severity", it => it.Severity, (it, severity) => it.Severity = severity)
        .Number("priority", it => it.Priority, (it, priority) => it.Priority = priority)
        .Id<Lane>("lane", it => it.Lane, (it, lane) => it.Lane = lane)
        .Parts("facts", CaseFactConverter.Form, it => it.Facts, (it, facts) => it.Facts = facts)
        .By("anger", new AngerConverter(), it => it.Anger, (it, anger) => it.Anger = anger)
        .Parts("triggers", SeenTriggerConverter.Form, it => it.Triggers, (it, triggers) => it.Triggers = triggers)
        .Parts("offers", Offer, it => it.Offers, (it, offers) => it.Offers = offers)
        .Ids<RemedyKind>("unwanted", it => it.Unwanted, (it, kinds) => it.Unwanted = kinds)
        .Ids<RemedyKind>("barred", it => it.Barred, (it, kinds) => it.Barred = kinds)
        .Id<Severity>("confirmed", it => it.Confirmed, (it, severity) => it.Confirmed = severity)
        .Truth("reconciled", it => it.Reconciled, (it, reconciled) => it.Reconciled = reconciled)
        .By("steps", new StepsConverter(), it => it.Steps, (it, steps) => it.Steps = steps)
        .Part("tally", TallyConverter.Form, it => it.Tally)
        .Number("satisfaction", it => it.Satisfaction, (it, score) => it.Satisfaction = score);
}
