using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ComplaintBot.Turns.Watching;

/// <summary>What is measured of turns, by the names under which a collector finds it. Who listens to nobody costs nothing.</summary>
internal static class Instruments
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "ComplaintBot";

    /// <summary>Of all that is measured.</summary>
    public static readonly Meter Meter = new(Name);

    /// <summary>Of the traces, one a turn.</summary>
    public static readonly ActivitySource Source = new(Name);

    /// <summary>How long turns take, waiting for those before them not counted, by <c>channel</c> and <c>outcome</c>. Its count is that of turns.</summary>
    public static readonly Histogram<double> Turn = Meter.CreateHistogram<double>("complaintbot.turn.duration", "s", "How long a turn takes, from reading the conversation to its commit.");

    /// <summary>How long the store takes, by <c>operation</c>: load, commit.</summary>
    public static readonly Histogram<double> Store = Meter.CreateHistogram<double>("complaintbot.store.duration", "s", "How long the store takes for one operation of a turn.");

    /// <summary>Stages that conversations came to, by <c>stage</c> and <c>playbook</c>.</summary>
    public static readonly Counter<long> Stages = Meter.CreateCounter<long>("complaintbot.stage.reached", "{conversation}", "Conversations that came to a stage.");

    /// <summary>Chats that went to a person, by <c>trigger</c> and <c>playbook</c>.</summary>
    public static readonly Counter<long> Handovers = Meter.CreateCounter<long>("complaintbot.handovers", "{chat}", "Chats that were handed to a person.");

    /// <summary>Lines that were given up, by <c>channel</c> and <c>trouble</c>.</summary>
    public static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>("complaintbot.outbox.dead", "{line}", "Lines that will never reach their customer.");
}
