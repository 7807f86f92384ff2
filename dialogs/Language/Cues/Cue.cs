namespace ComplaintBot.Dialogs.Language.Cues;

/// <summary>What a phrase of the word lists is a sign of. Each name is a section (<c>[ask-person]</c>) of the files in <c>Lexicons</c>.</summary>
internal enum Cue
{
    // tone
    Praise, Bad, Fault, Contrast, Relief,
    // heat
    Heat, Insult, Swear, Rhetorical, Ultimatum, Sarcasm, Threat, Despair, Calming,
    // replies
    Yes, No, NothingElse, Accept, Decline, OtherRemedy, ThinkOver, Correction, Skip,
    // requests
    AskPerson, AskManager, AskStatus, Withdraw, GiveUp, SecondHead, Thanks, Greeting, AddToCase, WhoAreYou, Privacy, DeleteData, ChangeLanguage, WrongCompany, Question, Request, Smalltalk,
    // questions the bot asked, when it is handed over as text
    AskedOffer, AskedReadback, AskedAnythingElse, AskedSatisfaction,
    // triggers
    DangerToLife, Injury, FoodPoisoning, FireOrGas, Extortion, Press, Lawyer, Police, ConsumerAssociation, Regulator, GroupAction, OverAuthority, Unreasonable, Repeat, PastClock, NotUnderstood, Vulnerable, DataLeak,
    // what surrounds a phrase
    Hypothetical, Hearsay, Joke, Future, Completed,
    // what the customers of a kind of business talk about, by its playbook
    TradeBank, TradeCatering, TradeGeneral, TradeLogistics, TradeProcurement, TradeProduct, TradeProperty, TradeRealEstate, TradeRetail, TradeTelecom, TradeTobacco, TradeVehicle,
}
