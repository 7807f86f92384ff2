using System.Text.Json.Serialization;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Phrases;

/// <summary>A situation in which something is said. The wording of each stands in both languages beside this file.</summary>
[JsonConverter(typeof(IdentifierConverter<Situation>))]
public enum Situation
{
    /// <summary>First answer when no grievance is known yet: greets, names itself, says it is an automated assistant, here for complaints, a person can be had at any time. Placeholders: assistant, business.</summary>
    Opening,

    /// <summary>The same in one short sentence without greeting words, when the first message already holds a grievance (it is put before or after the regret). Placeholders: assistant, business.</summary>
    Introduction,

    /// <summary>Answer to "are you there?" / gentle nudge after silence.</summary>
    StillThere,

    /// <summary>Customer comes back to an unfinished chat next day: everything is kept, goes on where they stopped.</summary>
    Resumed,

    /// <summary>One very short acknowledgement while the customer is still telling; no question, no new topic.</summary>
    Heard,

    /// <summary>The one vent question: go on / is there more to it; listening, no haste.</summary>
    GoOn,

    /// <summary>It is not sure what kind of business the complaint is about: asks whether it is {business}. Placeholders: business.</summary>
    WhichBusiness,

    /// <summary>The grievance is known only in outline: please tell in your own words what happened, whatever comes to mind.</summary>
    TellMore,

    /// <summary>Proves hearing: {what} is a short quotation of the customer's own words (put in quotation marks by the phrase), or a list of noted facts. Placeholders: what.</summary>
    HeardInOwnWords,

    /// <summary>"{what}" is written down word for word (grave accusations, threats, press). Placeholders: what.</summary>
    NotedExactly,

    /// <summary>A count or length the customer named ("third time", "40 minutes") said back as the point that matters. Placeholders: count.</summary>
    CountSaidBack,

    /// <summary>Short regret for the experience; no cause, no fault, no turning word.</summary>
    RegretExperience,

    /// <summary>The full apology: {what} = noun phrase of the matter ("菜品质量" / "the quality of the dish"), {action} = clause of what is being done and by whom, {due} = by when. Placeholders: what, action, due.</summary>
    RegretAndAct,

    /// <summary>It is ours, said plainly. Placeholders: what.</summary>
    FaultAdmitted,

    /// <summary>The same with the remedy in the same breath. Placeholders: what, offer.</summary>
    FaultAdmittedWithRemedy,

    /// <summary>Not yet known, being looked into, word by {due}. Placeholders: due.</summary>
    CauseUnknownYet,

    /// <summary>Case number to quote, next word by {due}. Placeholders: number, due.</summary>
    CaseOpened,

    /// <summary>The bot stays with the matter; number; when the customer hears more. Placeholders: number, due.</summary>
    StaysWithMatter,

    /// <summary>Agent only.</summary>
    WouldFeelTheSame,

    /// <summary>Agent only: personal responsibility. Placeholders: agent, staff_number.</summary>
    StaysWithMe,

    /// <summary>A measure that has a task behind it, no guarantee. Placeholders: measure.</summary>
    MeasuresAgainstRecurrence,

    /// <summary>Leads one question in: short, polite; {question} is a full question from the playbook. Placeholders: question.</summary>
    ClarifyPolitely,

    /// <summary>Reason for a question: {why} is a clause. Placeholders: why.</summary>
    WhyIAsk,

    /// <summary>The same fact asked a second and last time, easy to skip. Placeholders: question.</summary>
    AskAgain,

    /// <summary>Asks whether anybody is hurt or still in difficulty now.</summary>
    SafetyQuestion,

    /// <summary>Reads the problem back and asks if that is right; {summary} is built from quotation and facts. Placeholders: summary.</summary>
    ReadBack,

    /// <summary>After a correction: the new version, is it right now. Placeholders: summary.</summary>
    ReadBackCorrected,

    /// <summary>The read-back was not right: asks what to change.</summary>
    WhatToCorrect,

    /// <summary>Thanks for the correction, changed.</summary>
    CorrectedThanks,

    /// <summary>Fine to leave it out or send it later.</summary>
    QuestionSkipped,

    /// <summary>Photos or receipts can be added at any time (statement, no question).</summary>
    EvidenceWelcome,

    /// <summary>The photo/file has arrived and is with the case.</summary>
    AttachmentReceived,

    /// <summary>Tactic for somebody who repeats themselves: says back nouns, times, sums. Placeholders: what.</summary>
    Mirror,

    /// <summary>Tactic for sweeping blame: from when, at which point did it begin.</summary>
    WhenQuestion,

    /// <summary>To a detail of this case that helps it. Placeholders: detail.</summary>
    TopicShift,

    /// <summary>A decision is being asked of {who}; back within {minutes} minutes even with nothing. Placeholders: who, minutes.</summary>
    Pause,

    /// <summary>Agrees with the concern, adds the fact with while/unless (no turning word). Placeholders: concern, fact.</summary>
    GentleDenial,

    /// <summary>Makes a misunderstanding visible by a question. Placeholders: question.</summary>
    Reframing,

    /// <summary>Admits, apologises. Placeholders: what.</summary>
    Admission,

    /// <summary>Friendly, goes on past a jab.</summary>
    LetPass,

    /// <summary>Who is being asked, back when. Placeholders: who, time.</summary>
    Consult,

    /// <summary>Thanks for waiting, here is the answer.</summary>
    BackFromConsulting,

    /// <summary>No answer yet, the next time. Placeholders: who, time.</summary>
    StillConsulting,

    /// <summary>The proposal, result first: {offer} is a clause ("为您退回39.9元，…" / "refund the 39.90 to …"), then asks whether that suits. Placeholders: offer.</summary>
    Offer,

    /// <summary>One proposal and one alternative, put as their choice. Placeholders: offer, alternative.</summary>
    BestAndAlternative,

    /// <summary>Another proposal after the first did not serve. Placeholders: offer.</summary>
    OfferAfterRefusal,

    /// <summary>An explanation that helps to make it work, asks whether it does now. Placeholders: explanation.</summary>
    ExplanationOffered,

    /// <summary>The explanation helped: glad it works, the number stays good should it come back. Placeholders: number.</summary>
    ExplanationHelped,

    /// <summary>Cause lies outside: what is in our power, called goodwill. Placeholders: offer.</summary>
    OutsideHelp,

    /// <summary>Repeats the customer's point as a question. Placeholders: point.</summary>
    ObjectionMirrored,

    /// <summary>States once, clearly, what was meant by the offer and asks if that suits. Placeholders: offer.</summary>
    ObjectionClarified,

    /// <summary>Confirms what is right in it, then repeats the proposal as a question. Placeholders: offer.</summary>
    AgreedThenRepeat,

    /// <summary>Customer accepted: noted, who does it, by when; never "refunded". Placeholders: offer, who, due.</summary>
    Accepted,

    /// <summary>Takes time: kept open, reminder at {due}. Placeholders: due.</summary>
    ThinkingItOver,

    /// <summary>Not as asked, the condition, the alternative, where to appeal. Placeholders: reason, condition, alternative.</summary>
    RefusalCondition,

    /// <summary>When. Placeholders: reason, due, alternative.</summary>
    RefusalNotYet,

    /// <summary>Who decides. Placeholders: reason, who, alternative.</summary>
    RefusalNotUs,

    /// <summary>Why not, what is possible, where to appeal. Placeholders: reason, alternative.</summary>
    RefusalNo,

    /// <summary>What is asked for is more than the bot may grant: who decides, and what can be done at once.</summary>
    AboveAuthority,

    /// <summary>What is wanted is above what the assistant may grant: a colleague with authority gets it prepared. Placeholders: demand.</summary>
    DemandToPerson,

    /// <summary>The law may give a claim here: a person looks at it with the article.</summary>
    StatutoryToPerson,

    /// <summary>Passed on with a task and a time. Placeholders: who, due.</summary>
    PassedOnWithTask,

    /// <summary>A person takes over now.</summary>
    BringInPerson,

    /// <summary>Everything is handed over, nothing needs to be told twice.</summary>
    TransferNothingToRepeat,

    /// <summary>True place and time in the queue. Placeholders: place, minutes.</summary>
    QueuePlace,

    /// <summary>Next in the queue, somebody is being called.</summary>
    QueueNext,

    /// <summary>Nobody is at the desk now: the hours, a promised time, a number can be left. Placeholders: hours, due.</summary>
    NobodyNowTime,

    /// <summary>Within the hours, and nobody at the desk is free: a promised time, a number can be left. Placeholders: due.</summary>
    NobodyFreeTime,

    /// <summary>First fury: a person can be had right now; just say so.</summary>
    OfferPerson,

    /// <summary>A superior was asked for: offers once to take the matter down first so it gets there prepared; not a condition. Placeholders: superior.</summary>
    TakeDownFirst,

    /// <summary>Agent only. Placeholders: name.</summary>
    BringInSuperior,

    /// <summary>While waiting for a person: what was just written is with the colleague.</summary>
    WaitingNoted,

    /// <summary>Priority 0/1: {who} has been alarmed and is being called until somebody confirms. Placeholders: who.</summary>
    DutyTold,

    /// <summary>The same where nobody is called outside of the desk: it stands before {who} as what comes first. Placeholders: who.</summary>
    DutyMarked,

    /// <summary>Somebody confirmed the call: {name} knows and acts. Placeholders: name.</summary>
    CallConfirmed,

    /// <summary>One calm boundary: stays with the matter, asks to leave out the insults.</summary>
    Boundary,

    /// <summary>Agent only.</summary>
    EndAfterBoundary,

    /// <summary>Asks for a number to reach them (danger or nobody at the desk), with the reason.</summary>
    ContactWanted,

    /// <summary>Card number or code was masked at once and is stored nowhere; never needed.</summary>
    PrivacyMasked,

    /// <summary>Notes medium, question, deadline for the press office; makes no statement.</summary>
    PressTakenDown,

    /// <summary>Going to an authority / consumer association is their right and open to them; goes on solving meanwhile.</summary>
    AuthorityRightRespected,

    /// <summary>Lawyer/court: their right, no view on blame, goes on hearing.</summary>
    RightsRespected,

    /// <summary>No name needed, kept confidential, the case code suffices.</summary>
    AnonymousRespected,

    /// <summary>Somebody complains for somebody else.</summary>
    OnBehalfNoted,

    /// <summary>Goes slower, takes extra care, a person can phone.</summary>
    VulnerableCare,

    /// <summary>Several customers: one representative helps, nobody is discouraged.</summary>
    GroupNoted,

    /// <summary>Somebody comes back about a known matter: the broken promise or repeat is named and apologised for, not told again, a person with a new time. Placeholders: count.</summary>
    ReturnLane,

    /// <summary>It is happening now: the on-site manager is told, is with the customer in {minutes} minutes. Placeholders: who, minutes.</summary>
    OnSiteTold,

    /// <summary>State of the case, next word. Placeholders: number, state, due.</summary>
    ProgressNew,

    /// <summary>Honest word: nothing new, next word by. Placeholders: number, due.</summary>
    ProgressNothingNew,

    /// <summary>No case under this number here: may be mistyped; a colleague can look. Placeholders: number.</summary>
    StatusNotFound,

    /// <summary>Which case: asks for the number.</summary>
    StatusWhich,

    /// <summary>The broken promise named and apologised for, new time. Placeholders: promise, due.</summary>
    PromiseBroken,

    /// <summary>Done, with proof. Placeholders: what, proof.</summary>
    DoneWithProof,

    /// <summary>Not done, when. Placeholders: what, due.</summary>
    NotDoneYet,

    /// <summary>Asks whether this settles it and in the same breath one score 1 to 5 for how they were treated (a line if they like).</summary>
    SettledQuestion,

    /// <summary>One tap 1–5: how were you treated.</summary>
    Score,

    /// <summary>Answers a good or middling score, briefly.</summary>
    ScoreThanks,

    /// <summary>Regret and a person, no interrogation.</summary>
    ScoreLow,

    /// <summary>"forget it": not taken as settled, the case stays open, one caring question.</summary>
    Dejected,

    /// <summary>After it: kept open without anything to do for them. Placeholders: number, due.</summary>
    DejectedKept,

    /// <summary>Thanks for one concrete thing: {thing} is a clause ("把小票号找出来给我" / "finding the receipt number"). Placeholders: thing.</summary>
    ThanksSpecific,

    /// <summary>What is thanked for: the order or receipt number was looked up.</summary>
    ThingOrderNumber,

    /// <summary>What is thanked for: photos or papers were kept.</summary>
    ThingEvidence,

    /// <summary>What is thanked for: time and place were told exactly.</summary>
    ThingDetails,

    /// <summary>What is thanked for: the matter was told at all.</summary>
    ThingTold,

    /// <summary>Closing words after harm, refusal or dejection: no thanks for feedback, no cheer.</summary>
    ClosingRegret,

    /// <summary>Closing: number, who will be in touch and when. Placeholders: number, due.</summary>
    Closing,

    /// <summary>Closing after a withdrawal.</summary>
    ClosingWithdrawn,

    /// <summary>Is there anything else.</summary>
    AnythingElse,

    /// <summary>Return contact: did it hold, was the result fair. Placeholders: what.</summary>
    FollowUp,

    /// <summary>Reopened, goes on. Placeholders: number.</summary>
    Reopened,

    /// <summary>Meant for another company: helps anyway, no blame.</summary>
    WrongCompany,

    /// <summary>Known issue told after hearing and regretting, tell me if yours differs. Placeholders: cause, due.</summary>
    KnownIssueAfterRegret,

    /// <summary>The complaint is withdrawn; nothing else to do. Placeholders: number.</summary>
    Withdrawn,

    /// <summary>One word reopens it. Placeholders: number.</summary>
    UndoWithdrawal,

    /// <summary>Automated assistant by name; a person at any time. Placeholders: assistant, business.</summary>
    WhoAmI,

    /// <summary>What happens to their data: used for this case only, seen by those who work on it, deletion on request.</summary>
    PrivacyAnswer,

    /// <summary>Request noted as a task, confirmed by {due}, what the law makes us keep. Placeholders: due.</summary>
    DeleteData,

    /// <summary>Goes on in this language (written in the new language).</summary>
    LanguageChanged,

    /// <summary>Friendly, one line, back to the matter.</summary>
    Smalltalk,

    /// <summary>Answer to thanks.</summary>
    ThanksAnswered,

    /// <summary>The second matter is noted as its own point; one after the other. Placeholders: what.</summary>
    SecondComplaint,

    /// <summary>Now to the other point. Placeholders: what.</summary>
    NextHead,

    /// <summary>Added to the open case. Placeholders: number.</summary>
    AddedToCase,

    /// <summary>Did not get that; asks to say it another way, a person can be had.</summary>
    NotUnderstood,

    /// <summary>When told "don't just apologise": moves to action.</summary>
    AlreadyTold,

    /// <summary>Procurement manner: received, recorded exactly, written reply by. Placeholders: number, due.</summary>
    NeutralReceived,

    /// <summary>Procurement manner: a factual question. Placeholders: question.</summary>
    NeutralQuestion,

    /// <summary>A person has the chat now, says who they are and that nothing needs to be told twice; in their name. Placeholders: name.</summary>
    PersonTakes,

    /// <summary>A person asks for time, with an end; in their name. Placeholders: due.</summary>
    HeldUntil,

    /// <summary>A person promises a call; in their name. {time} is a point in time. Placeholders: time, number.</summary>
    CallPromised,

    /// <summary>A minute of waiting for a person: the true time it takes. Placeholders: minutes.</summary>
    StillWaiting,

    /// <summary>The same where nobody can say how long it takes.</summary>
    StillSearching,

    /// <summary>Five minutes of waiting: asks for a number, so that nobody has to wait here.</summary>
    CallBackOffered,

    /// <summary>The same when a number is known: asks whether it may be called. Placeholders: number.</summary>
    CallBackToNumber,

    /// <summary>The call is arranged. Placeholders: due.</summary>
    CallBackNoted,

    /// <summary>The person who has the chat has not answered for minutes: they were reminded. Said in the name of the business. Placeholders: name.</summary>
    PersonSilent,

    /// <summary>The person is gone: another one is called, the place in the queue is the old one.</summary>
    ReturnedToQueue,

    /// <summary>Another person or team takes over. Placeholders: who.</summary>
    TransferredTo,

    /// <summary>The bot goes on after a person and says what was agreed. Placeholders: agreed.</summary>
    HandedBack,

    /// <summary>The bot goes on after people of the platform, who spoke to the customer without us.</summary>
    BackFromElsewhere,

    /// <summary>Asked again, the bot says what was agreed with a person. Placeholders: agreed.</summary>
    AgreedStands,
}
