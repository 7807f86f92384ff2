namespace ComplaintBot.Dialogs.Complaint.Desk;

/// <summary>Carries out what a person at the desk does with a chat, or says why not. Everything is checked before anything is changed.</summary>
internal static class Commands
{
    /// <summary>Carries out the command of the turn. What does not come from the desk is no command, whatever it is called.</summary>
    public static void Run(ComplaintTurn turn)
    {
        if (turn.Activity.From?.Role != DeskPerson.RoleType) return;
        turn.Refusal = Obey(turn);
    }

    private static DeskRefusal? Obey(ComplaintTurn turn)
    {
        if (DeskPerson.Of(turn.Activity.From) is not { } person) return new(DeskRefusal.NotAllowed, "sender");
        if (DeskCommandJson.ReadCommand(turn.Activity.Value) is not { } command) return new(DeskRefusal.Malformed);
        if (turn.State.Over && command is not (NoteCommand or CorrectFactCommand or ClassifyCommand)) return new(DeskRefusal.Over);
        if (person.Id == DeskPerson.System.Id && command is not (ReleaseCommand or TransferCommand or ConfirmCallCommand)) return new(DeskRefusal.NotAllowed, person.Id);
        turn.Actor = person.Id;
        return command switch
        {
            TakeCommand => Ownership.Take(turn, person),
            ReleaseCommand release => Ownership.Release(turn, person, release.Why),
            TransferCommand transfer => Ownership.Transfer(turn, person, transfer),
            HandBackCommand back => HandBack.Run(turn, person, back),
            ReplyCommand reply => PersonLines.Reply(turn, person, reply),
            NoteCommand note => PersonLines.Note(turn, person, note),
            WhisperCommand whisper => PersonLines.Whisper(turn, person, whisper),
            HoldCommand hold => PersonLines.Hold(turn, person, hold),
            CallBackCommand call => PersonLines.CallBack(turn, person, call),
            SettleCommand settle => Endings.Settle(turn, person, settle),
            BoundaryCommand boundary => Endings.SetBoundary(turn, person, boundary),
            EndChatCommand end => Endings.EndChat(turn, person, end),
            OfferCommand offer => PersonRemedies.Offer(turn, person, offer),
            AnswerOfferCommand answer => PersonRemedies.Answer(turn, person, answer),
            ApproveCommand approve => PersonRemedies.Approve(turn, person, approve),
            CorrectFactCommand correct => Corrections.Correct(turn, person, correct),
            ClassifyCommand classify => Corrections.Classify(turn, person, classify),
            ConfirmCallCommand confirm => CalledPeople.Confirm(turn, person, confirm),
            _ => throw new InvalidOperationException($"{command.GetType().Name} has nobody who carries it out."),
        };
    }
}
