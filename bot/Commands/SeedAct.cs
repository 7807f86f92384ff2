using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Commands;

/// <summary>Something that is done about a chat of an invented busy hour, by somebody at the desk or by the customer.</summary>
internal sealed class SeedAct
{
    /// <summary>Who does it when it is the customer.</summary>
    public const string Customer = "customer";

    /// <summary>The key of a person, or <see cref="Customer"/>.</summary>
    public string By { get; set; } = "";

    /// <summary>The command, as the desk calls it; nothing for a customer's line.</summary>
    public string Do { get; set; } = "";

    /// <summary>Seconds after what was before it.</summary>
    public int After { get; set; } = 40;

    /// <summary>The words.</summary>
    public string Text { get; set; } = "";

    /// <summary>The remedy of an offer.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What it is worth.</summary>
    public decimal? Amount { get; set; }

    /// <summary>For how many minutes the customer is asked to wait.</summary>
    public int Minutes { get; set; }

    /// <summary>As the command it stands for.</summary>
    /// <param name="at">The time it is done at.</param>
    /// <exception cref="InvalidOperationException">The script has a mistake.</exception>
    public DeskCommand ToCommand(DateTimeOffset at) => Do switch
    {
        "take" => new TakeCommand(),
        "reply" => new ReplyCommand(Text),
        "note" => new NoteCommand(Text),
        "whisper" => new WhisperCommand(Text),
        "hold" => new HoldCommand(at.AddMinutes(Minutes), Text),
        "offer" when Identifiers.TryParse<RemedyKind>(Kind, out var kind) => new OfferCommand(kind, Text, Amount),
        "answer-offer" => new AnswerOfferCommand(true),
        "hand-back" => new HandBackCommand(Stage.Satisfaction, Text),
        "settle" => new SettleCommand(Text),
        _ => throw new InvalidOperationException($"seed.yaml: there is no act '{Do}' with kind '{Kind}'."),
    };
}
