using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Evaluation.Labelled;

/// <summary>
/// A set under an open licence in the folder <c>Licensed</c>. Its labels are not ours: some stand for some of ours, of the others the
/// model learns only to tell them apart, which teaches it what words go together.
/// </summary>
/// <param name="Name">The file, without its ending.</param>
/// <param name="Weight">How much an example counts against one of our own.</param>
/// <param name="Meaning">What of a line's label holds in our terms; null when nothing does.</param>
/// <param name="HasHead">Whether the labels are learned as they are, too.</param>
internal sealed record LicensedSet(string Name, float Weight, Func<string, LabelledLine, LabelledLine>? Meaning, bool HasHead)
{
    private static readonly Dictionary<string, Intent> Acts = new()
    {
        ["confirmation"] = Intent.Affirm,
        ["affirm"] = Intent.Affirm,
        ["rejection"] = Intent.Deny,
        ["deny"] = Intent.Deny,
        ["yes"] = Intent.Affirm,
        ["no"] = Intent.Deny,
    };

    // What a label is about, where it is about a kind of business at all. Only the beginning of a label is compared.
    private static readonly (string Playbook, string[] Labels)[] Topics =
    [
        ("bank", ["reportlostcard", "transfermoney", "checkbalance", "disputecharge", "replacecard", "closeaccount", "getroutingnumber", "orderchecks", "account_blocked", "balance", "card_declined", "credit_", "damaged_card", "direct_deposit", "freeze_account", "interest_rate", "international_fees", "min_payment", "new_card", "pin_change", "replacement_card", "report_fraud", "report_lost_card", "routing", "spending_history", "transactions", "transfer"]),
        ("catering", ["orderburger", "ordersalad", "orderpizza", "orderdrink", "orderdessert", "orderside", "orderbreakfast", "restaurant_", "how_busy", "accept_reservations", "cancel_reservation", "confirm_reservation", "takeaway_"]),
        ("general", ["changeseat", "getboardingpass", "bookflight", "getseatinfo", "getproofofinsurance", "checkclaimstatus", "reportbrokensoftware", "checkserverstatus", "book_flight", "book_hotel", "carry_on", "flight_status", "international_visa", "lost_luggage", "uber", "transport_"]),
        ("product", ["reportbrokenphone"]),
        ("telecom", ["startservice", "transferservice", "upgradeservice", "cancelservice", "viewbills", "viewdatausage"]),
        ("vehicle", ["jump_start", "last_maintenance", "oil_change", "schedule_maintenance", "tire_"]),
    ];

    /// <summary>The sets that measurably help.</summary>
    public static readonly IReadOnlyList<LicensedSet> All =
    [
        new("en_multidogo_acts", 2, WithAct, true),
        new("en_multidogo_intents", 0.3f, WithTopic, true),
        new("en_nlupp_affirm_deny", 0.3f, null, true),
        new("en_goemotions_ekman", 0.3f, WithEmotion, true),
        new("zh_asap_star_sample", 0.5f, WithStars, false),
        new("zh_cold", 0.2f, null, true),
        new("zh_cold_fine", 0.2f, null, true),
        new("zh_crosswoz_user_acts", 0.2f, null, true),
        new("en_davidson_abuse", 0.2f, null, true),
        new("en_banking77", 0.2f, OfBank, true),
        new("en_cfpb", 0.3f, OfBank, false),
        new("en_clinc150", 0.2f, WithTopic, true),
        new("en_hwu64", 0.2f, WithTopic, true),
    ];

    /// <summary>The lines of the set with its own labels; those labels that say something in our terms are in the line as well.</summary>
    public List<(string Label, LabelledLine Line)> Read(string folder)
    {
        var read = new List<(string, LabelledLine)>();
        foreach (var row in File.ReadLines(Path.Combine(folder, Name + ".tsv")))
        {
            var tab = row.IndexOf('\t');
            var line = new LabelledLine(null, row[(tab + 1)..]) { Source = Name };
            read.Add((row[..tab], Meaning is null ? line : Meaning(row[..tab], line)));
        }
        return read;
    }

    /// <summary>The lines that are kept back for calibration: those of sets that know our yes and no.</summary>
    public static IEnumerable<LabelledLine> Kept(string folder) =>
        All.SelectMany(set => set.Read(folder)).Select(pair => pair.Line).Where(line => line.Intents is not null && OwnText.IsKept(line));

    private static LabelledLine WithAct(string label, LabelledLine line) => line with { Intents = Acts.TryGetValue(label, out var intent) ? [intent] : [], JudgedIntents = [Intent.Affirm, Intent.Deny] };

    private static LabelledLine WithTopic(string label, LabelledLine line) =>
        Acts.ContainsKey(label) ? WithAct(label, line) : line with { Playbook = Array.Find(Topics, topic => Array.Exists(topic.Labels, one => label.StartsWith(one, StringComparison.Ordinal))).Playbook };

    private static LabelledLine OfBank(string label, LabelledLine line) => line with { Playbook = "bank" };

    private static LabelledLine WithStars(string label, LabelledLine line) =>
        line with { Playbook = "catering", Sentiment = label switch { "4" or "5" => Sentiment.Positive, "3" => Sentiment.Mixed, _ => Sentiment.Negative } };

    private static LabelledLine WithEmotion(string label, LabelledLine line) => label switch
    {
        "joy" => line with { Sentiment = Sentiment.Positive },
        "anger" or "disgust" or "sadness" or "fear" => line with { Sentiment = Sentiment.Negative },
        "neutral" => line with { Sentiment = Sentiment.Neutral },
        _ => line,
    };
}
