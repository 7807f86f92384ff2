using Microsoft.Playwright;

namespace ComplaintBot.Web.Tests.Driving;

/// <summary>A customer who answers what the bot asks, by what it says it waits for.</summary>
/// <param name="grievance">What happened.</param>
/// <param name="answers">What to say to which wait; a wait for a fact without an answer of its own takes that for <c>fact</c>.</param>
internal sealed class Customer(string grievance, IReadOnlyDictionary<string, string> answers)
{
    private const int MostTurns = 25;

    /// <summary>A customer who paid for a dish that never came.</summary>
    public static Customer Chinese { get; } = new("昨天中午结账你们多收了我58元，单子上有一道菜我们根本没点", new Dictionary<string, string>
    {
        ["vent"] = "就这些，说完了",
        ["confirm"] = "对",
        ["readback"] = "对，是这样",
        ["fact:injured"] = "没有人受伤",
        ["fact:order_number"] = "单号是 20931",
        ["fact:happened_at"] = "昨天中午",
        ["fact:wants"] = "把多收的钱退给我",
        ["fact"] = "这个我不清楚",
        ["offer"] = "可以，就这么办",
        ["satisfaction"] = "5",
        ["anything-else"] = "没有别的了",
    });

    /// <inheritdoc cref="Chinese"/>
    public static Customer English { get; } = new("You charged me 58 yuan for ribs that we never ordered, yesterday at lunch in your restaurant", new Dictionary<string, string>
    {
        ["vent"] = "That's everything",
        ["confirm"] = "Yes",
        ["readback"] = "Yes, that's right",
        ["fact:injured"] = "Nobody is hurt",
        ["fact:order_number"] = "The order number is 20931",
        ["fact:happened_at"] = "Yesterday at lunch",
        ["fact:wants"] = "I want the 58 yuan back",
        ["fact"] = "I don't know",
        ["offer"] = "Yes, please do that",
        ["satisfaction"] = "5",
        ["anything-else"] = "No, that's all",
    });

    /// <summary>What happened.</summary>
    public string Grievance => grievance;

    /// <summary>What to say to which wait, and the grievance itself.</summary>
    public Dictionary<string, string> Answers => new(answers) { ["grievance"] = grievance };

    /// <summary>Goes on until the bot thanks.</summary>
    /// <param name="chat">The page; the grievance was not said yet.</param>
    /// <param name="between">Done after each answer, with the number of answers so far.</param>
    /// <returns>The waits that were met, in order.</returns>
    public async Task<List<string>> ComplainAsync(ChatPage chat, Func<int, Task>? between = null)
    {
        var met = new List<string>();
        await chat.NextQuestionAsync();
        await chat.SayAsync(grievance);
        while (met.Count < MostTurns)
        {
            var question = await chat.NextQuestionAsync();
            var expects = ChatPage.Turn(question, "expects");
            met.Add(expects);
            if (ChatPage.Turn(question, "step") == "thank") return met;
            await AnswerAsync(chat, AnswerTo(expects));
            if (between is not null) await between(met.Count);
        }

        throw new InvalidOperationException($"The conversation did not end: {string.Join(", ", met)}");
    }

    /// <summary>Taps the answer where it can be tapped.</summary>
    private static async Task AnswerAsync(ChatPage chat, string answer)
    {
        var choice = chat.Choices.GetByText(answer, new LocatorGetByTextOptions { Exact = true });
        if (await choice.CountAsync() > 0) await choice.First.ClickAsync();
        else await chat.SayAsync(answer);
    }

    private string AnswerTo(string expects)
    {
        if (answers.TryGetValue(expects, out var answer)) return answer;
        return expects.StartsWith("fact:", StringComparison.Ordinal) ? answers["fact"] : throw new InvalidOperationException($"Nobody told the customer what to say to '{expects}'.");
    }
}
