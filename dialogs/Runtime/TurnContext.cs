using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Dialogs.Runtime;

/// <summary>
/// One turn: what came, when, and what the bot answers. Nothing is sent from here; the answers are collected and leave the process
/// only after the turn was committed. Derive from it to carry more effects.
/// </summary>
/// <param name="activity">What came.</param>
/// <param name="now">The time of the turn; dialogs know no other clock.</param>
public class TurnContext(Activity activity, DateTimeOffset now)
{
    private const int MostTransitions = 100;
    private const int ShownTransitions = 8;

    private readonly List<Activity> outgoing = [];
    private int transitions;
    private List<string>? lastTransitions;

    /// <summary>What came.</summary>
    public Activity Activity { get; } = activity ?? throw new ArgumentNullException(nameof(activity));

    /// <summary>The time of the turn.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The bot's answers so far, in order.</summary>
    public IReadOnlyList<Activity> Outgoing => outgoing;

    /// <summary>Whether there is an answer the customer will notice; traces don't count.</summary>
    public bool Responded { get; private set; }

    /// <summary>Adds an answer, addressed to whoever sent <see cref="Activity"/>. It is taken as it is, so it can be sent once only.</summary>
    /// <param name="activity">The answer; <see cref="Activity.Copy"/> one that is used again.</param>
    /// <exception cref="InvalidOperationException">The same object was sent before, here or in another turn.</exception>
    public virtual void SendActivity(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (activity.IsSent)
        {
            throw new InvalidOperationException("This activity was sent before and is addressed to somebody. Send activity.Copy() or a new one.");
        }

        activity.Type ??= ActivityTypes.Message;
        activity.AddressAsReplyTo(Activity);
        activity.IsSent = true;
        outgoing.Add(activity);
        Responded |= activity.Type != ActivityTypes.Trace;
    }

    /// <summary>Adds a message.</summary>
    /// <param name="text">What to say.</param>
    /// <param name="speak">What a voice channel says instead.</param>
    /// <param name="inputHint">One of <see cref="InputHints"/>.</param>
    public void SendActivity(string text, string? speak = null, string? inputHint = null)
    {
        var message = Activity.Message(text);
        message.Speak = speak;
        message.InputHint = inputHint;
        SendActivity(message);
    }

    /// <summary>Counts a dialog begun or a step run, so that dialogs that call each other in a circle are caught and named.</summary>
    internal void CountTransition(string dialogId, string? step)
    {
        transitions++;
        if (transitions <= MostTransitions - ShownTransitions)
        {
            return;
        }

        lastTransitions ??= new List<string>(ShownTransitions);
        lastTransitions.Add(step is null ? dialogId : $"{dialogId}/{step}");
        if (transitions > MostTransitions)
        {
            throw new InvalidOperationException(
                $"More than {MostTransitions} dialogs and steps ran in one turn; they seem to go round in a circle: {string.Join(" → ", lastTransitions)}.");
        }
    }
}
