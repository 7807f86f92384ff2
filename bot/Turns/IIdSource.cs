namespace ComplaintBot.Turns;

/// <summary>Where everything comes from that must not be guessed or repeated.</summary>
internal interface IIdSource
{
    /// <summary>A case number of a day: <c>C-YYYYMMDD-</c> and six digits, the last of them a check digit.</summary>
    string CaseNumber(DateTimeOffset day);

    /// <summary>A number that decides which wordings a new conversation hears.</summary>
    int Seed();

    /// <summary>Random bytes for the digest of one case event.</summary>
    byte[] Salt();

    /// <summary>An id for something that came in without one.</summary>
    string Delivery();
}
