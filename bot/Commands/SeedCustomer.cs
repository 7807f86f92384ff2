using ComplaintBot.Dialogs.Complaint;

namespace ComplaintBot.Commands;

/// <summary>A customer of an invented busy hour, who says some lines of their own and then answers what is asked.</summary>
internal sealed class SeedCustomer
{
    private int said, offered;

    /// <summary>The name of the conversation.</summary>
    public string Id { get; set; } = "";

    /// <summary>The playbook.</summary>
    public string Playbook { get; set; } = "";

    /// <summary>The tag of the language.</summary>
    public string Language { get; set; } = "";

    /// <summary>How many minutes before the end of the hour they come.</summary>
    public int Ago { get; set; }

    /// <summary>What they tell of their own accord, in order.</summary>
    public List<string> Says { get; set; } = [];

    /// <summary>What they answer when asked for a fact, by its name.</summary>
    public Dictionary<string, string> Answers { get; set; } = [];

    /// <summary>What they answer to offers, in order; the last one to all that follow.</summary>
    public List<string> Offers { get; set; } = [];

    /// <summary>What they answer to a question for stars.</summary>
    public string Stars { get; set; } = "5";

    /// <summary>After how many lines they stop and look at what comes; 0 for never.</summary>
    public int Stops { get; set; }

    /// <summary>What happens once a person has been called.</summary>
    public List<SeedAct> Then { get; set; } = [];

    private bool IsEnglish => Language == "en";

    /// <summary>The next line; null when they have nothing more to say.</summary>
    /// <param name="expects">What the bot waits for.</param>
    public string? Say(string expects)
    {
        if (said < Says.Count) return Says[said++];
        return expects switch
        {
            Expects.Vent or Expects.None => IsEnglish ? "That is all." : "就这些，说完了。",
            Expects.Readback => IsEnglish ? "Yes, that's right." : "对，没错。",
            Expects.Offer => Offers.Count > 0 ? Offers[Math.Min(offered++, Offers.Count - 1)] : IsEnglish ? "All right, do it that way." : "好，就这样办吧。",
            Expects.Satisfaction => Stars,
            Expects.AnythingElse => IsEnglish ? "No, nothing else. Thank you." : "没有别的了，谢谢。",
            _ when Expects.FactOf(expects) is { } fact => Answers.GetValueOrDefault(fact) ?? (IsEnglish ? "I don't know that." : "这个我不清楚。"),
            _ => IsEnglish ? "Yes." : "对。",
        };
    }
}
