using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>The fourteen steps of a complaint, in their order; each leaves a dated entry on the case's timeline. The last two belong to people and run after the chat.</summary>
[JsonConverter(typeof(IdentifierConverter<Step>))]
public enum Step
{
    /// <summary>1: opens without forms or menus.</summary>
    AcceptAnger,
    /// <summary>2: lets the customer finish.</summary>
    Listen,
    /// <summary>3: names what happened in the customer's own words.</summary>
    ConveyRespect,
    /// <summary>4: asks whether anybody is hurt, when the category can hurt.</summary>
    ExpressConcern,
    /// <summary>5: anger falls below the threshold, or a person takes over.</summary>
    CoolDown,
    /// <summary>6: reads the problem back.</summary>
    CheckKeyIssue,
    /// <summary>7: the full apology, what is done by when, and the case number.</summary>
    Apologise,
    /// <summary>8: asks what is missing.</summary>
    Clarify,
    /// <summary>9: sets the cause with its evidence.</summary>
    JudgeCause,
    /// <summary>10: offers a remedy or an explanation.</summary>
    Act,
    /// <summary>11: asks whether this settles it.</summary>
    CheckSatisfaction,
    /// <summary>12: thanks for one concrete thing.</summary>
    Thank,
    /// <summary>13: tells the responsible departments.</summary>
    Inform,
    /// <summary>14: reviews what we did badly.</summary>
    Review,
}
