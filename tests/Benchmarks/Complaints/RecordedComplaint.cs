using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;

namespace ComplaintBot.Benchmarks.Complaints;

/// <summary>A whole complaint of <see cref="Customer.Messages"/> messages, from the first to the goodbye, to be run again and again.</summary>
internal sealed class RecordedComplaint
{
    private const int Seed = 4711;

    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    private readonly Brain brain;
    private readonly Playbook playbook;
    private readonly List<RecordedTurn> turns = [];
    private readonly byte[] fresh;
    private readonly AnalysisRequest sixty;
    private ConversationState? state;

    private RecordedComplaint(Brain brain, Playbook playbook, Customer customer)
    {
        (this.brain, this.playbook) = (brain, playbook);
        fresh = brain.Conversation.Write(Conversation.Begin(Seed, customer.Tongue));
        sixty = new AnalysisRequest(customer.Sixty, Begin, [playbook]) { Question = Expects.Vent, Spoken = customer.Tongue };
        Finished = fresh;
    }

    /// <summary>The messages of the customer.</summary>
    public IEnumerable<string> Messages => turns.Select(turn => turn.Came.Text!);

    /// <summary>The state as it is stored when the complaint has come to its end.</summary>
    public byte[] Finished { get; private set; }

    /// <summary>Records a complaint about a restaurant.</summary>
    /// <exception cref="InvalidOperationException">It did not come to its end.</exception>
    public static RecordedComplaint Record(Brain brain, Customer customer)
    {
        var complaint = new RecordedComplaint(brain, brain.Shelf.Current["catering"], customer);
        complaint.Record(customer);
        return complaint;
    }

    /// <summary>Runs all turns with what was understood when they were recorded; the state is read and written each turn.</summary>
    /// <returns>The state at the end.</returns>
    public byte[] Replay()
    {
        var stored = fresh;
        foreach (var turn in turns) stored = Run(stored, turn);
        return stored;
    }

    /// <summary>The same, and each turn understands a message of about sixty characters besides.</summary>
    /// <returns>The bytes stored at the end and the facts found: none of it can be left out.</returns>
    public int ReplayUnderstanding()
    {
        var (stored, facts) = (fresh, 0);
        foreach (var turn in turns)
        {
            facts += Understand().Facts.Count;
            stored = Run(stored, turn);
        }

        return stored.Length + facts;
    }

    /// <summary>Reads the state of the finished complaint.</summary>
    public ConversationState ReadFinished() => brain.Conversation.Read(Finished);

    /// <summary>Writes the state of the finished complaint.</summary>
    public byte[] WriteFinished() => brain.Conversation.Write(state ??= ReadFinished());

    /// <summary>Understands a message of about sixty characters.</summary>
    public MessageAnalysis Understand() => brain.Analyzer.Analyze(sixty);

    private byte[] Run(byte[] stored, RecordedTurn turn)
    {
        var state = brain.Conversation.Read(stored);
        (state.Playbook, state.Fingerprint) = (playbook.Id, playbook.Fingerprint);
        brain.Conversation.OnTurn(state, turn.Came, turn.Now, playbook, turn.Answers);
        return brain.Conversation.Write(state);
    }

    private void Record(Customer customer)
    {
        for (var left = Customer.Messages; left > 0; left--)
        {
            var state = brain.Conversation.Read(Finished);
            var now = Begin.AddMinutes(turns.Count);
            var came = Activity.Message(customer.Say(state.Expects, left));
            var (message, statement) = Understanding.Of(brain.Analyzer, state, came, [playbook], now);
            turns.Add(new(came, now, new TurnAnswers { Analysis = message, Statement = statement, FreshCaseNumber = "C-20260302-000017" }));
            Finished = Run(Finished, turns[^1]);
        }

        if (brain.Conversation.Read(Finished) is not { Over: true, Owner: Owner.Bot, Case.Satisfaction: not null })
            throw new InvalidOperationException($"The recorded complaint ({customer.Tongue.Tag()}) did not come to its end in {Customer.Messages} messages: {string.Join(" / ", Messages)}. The answers of Customer no longer fit what is asked.");
    }
}
