namespace ComplaintBot.Dialogs.Vocabulary;

/// <summary>Names of the facts that the code itself speaks of; playbooks may add others.</summary>
public static class FactNames
{
#pragma warning disable CS1591 // The names say it all: the meaning of each stands in the playbooks' fact definitions.
    public const string Name = "name";
    public const string ContactPhone = "contact_phone";
    public const string ContactEmail = "contact_email";
    public const string What = "what";
    public const string WhatIsWrong = "what_is_wrong";
    public const string HappenedAt = "happened_at";
    public const string SinceWhen = "since_when";
    public const string Place = "place";
    public const string OrderNumber = "order_number";
    public const string Amount = "amount";
    public const string Charged = "charged";
    public const string Expected = "expected";
    public const string Loss = "loss";
    public const string PaymentMethod = "payment_method";
    public const string Who = "who";
    public const string PeopleAffected = "people_affected";
    public const string Injured = "injured";
    public const string Symptoms = "symptoms";
    public const string Evidence = "evidence";
    public const string Wants = "wants";
    public const string EarlierContact = "earlier_contact";
    public const string NowOnSite = "now_on_site";
    public const string TableOrCounter = "table_or_counter";
    public const string OnBehalfOf = "on_behalf_of";
    public const string ContactTime = "contact_time";
    public const string WhereNow = "where_now";
    public const string CaseNumber = "case_number";
#pragma warning restore CS1591
}
