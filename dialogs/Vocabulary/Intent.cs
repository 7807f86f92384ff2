using System.Text.Json.Serialization;

namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>What a customer does with a message; several may hold.</summary>
[JsonConverter(typeof(IdentifierConverter<Intent>))]
public enum Intent
{
    /// <summary><c>complain</c></summary>
    Complain,
    /// <summary><c>give-fact</c></summary>
    GiveFact,
    /// <summary><c>affirm</c></summary>
    Affirm,
    /// <summary><c>deny</c></summary>
    Deny,
    /// <summary><c>correct</c></summary>
    Correct,
    /// <summary><c>done-venting</c></summary>
    DoneVenting,
    /// <summary><c>accept-offer</c></summary>
    AcceptOffer,
    /// <summary><c>decline-offer</c></summary>
    DeclineOffer,
    /// <summary><c>ask-other-remedy</c></summary>
    AskOtherRemedy,
    /// <summary><c>think-it-over</c></summary>
    ThinkItOver,
    /// <summary><c>ask-person</c></summary>
    AskPerson,
    /// <summary><c>ask-status</c></summary>
    AskStatus,
    /// <summary><c>withdraw</c></summary>
    Withdraw,
    /// <summary><c>give-up</c></summary>
    GiveUp,
    /// <summary><c>second-complaint</c></summary>
    SecondComplaint,
    /// <summary><c>thanks</c></summary>
    Thanks,
    /// <summary><c>smalltalk</c></summary>
    Smalltalk,
    /// <summary><c>ask-manager</c></summary>
    AskManager,
    /// <summary><c>add-to-case</c></summary>
    AddToCase,
    /// <summary><c>promise-not-kept</c></summary>
    PromiseNotKept,
    /// <summary><c>who-are-you</c></summary>
    WhoAreYou,
    /// <summary><c>privacy</c></summary>
    Privacy,
    /// <summary><c>delete-data</c></summary>
    DeleteData,
    /// <summary><c>change-language</c></summary>
    ChangeLanguage,
    /// <summary><c>wrong-company</c></summary>
    WrongCompany,
    /// <summary><c>other</c></summary>
    Other,
}
