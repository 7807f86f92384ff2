using System.Diagnostics;
using System.Globalization;
using ComplaintBot.Commands;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;
using ComplaintBot.Turns.Sqlite;
using Activity = ComplaintBot.Dialogs.Runtime.Activities.Activity;

namespace ComplaintBot.Benchmarks.Desk;

/// <summary>The lists of the desk with a hundred thousand chats in the store: pages and filters over HTTP, as the page asks for them.</summary>
internal sealed class DeskRows(TextWriter output)
{
    private const int Portion = 1_000;
    private const int Tries = 40;

    /// <summary>Of so many chats one waits, and one is with a person.</summary>
    private const int OneIn = 330;

    /// <summary>Milliseconds within which 95 of 100 pages must be there.</summary>
    private const double Budget = 200;

    private static readonly DateTimeOffset First = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(30);
    private static readonly string[] Playbooks = ["retail", "catering", "logistics", "property", "telecom"];
    private static readonly string[] Words = ["The parcel came late and wet", "水煮鱼里有只虫子", "Nobody answers the phone", "多收了我两次钱", "The lift has stood still since Monday"];

    /// <summary>Runs it.</summary>
    /// <param name="chats">How many chats there are.</param>
    /// <returns>Whether every page came within the budget.</returns>
    public async Task<bool> RunAsync(int chats)
    {
        var data = Directory.CreateTempSubdirectory("complaint-rows-").FullName;
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
        try
        {
            await FillAsync(data, chats);
            await using var server = await ServerProcess.StartAsync(data);
            using var desk = await DeskClient.AcceptAsync(http, server.Url, server.FirstAdmin, "Root");
            await output.WriteLineAsync($"{chats} chats, {chats / OneIn} of them waiting\n\n| ms for | rows | p50 | p95 | p99 | max |\n|---|---|---|---|---|---|");
            var middle = Uri.EscapeDataString((First + TimeSpan.FromSeconds(chats / 2)).ToString("O", CultureInfo.InvariantCulture));
            var good = true;
            foreach (var (name, query) in Pages(middle)) good &= await MeasureAsync(desk, name, query);
            await output.WriteLineAsync($"\np95 of every page within {Budget:F0} ms: {(good ? "met" : "MISSED")}");
            return good;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static (string Name, string Query)[] Pages(string middle) =>
    [
        ("the queue", "view=queue"), ("the queue, angry", "view=queue&anger=4"), ("mine", "view=mine"), ("all, first page", "view=all"), ("all, a page in the middle", $"view=all&before={middle}"),
        ("all, 200 rows", "view=all&limit=200"), ("priority 0", "view=all&priority=0"), ("anger 4", "view=all&anger=4"), ("a language", "view=all&language=zh-Hant"), ("a rare playbook", "view=all&playbook=bank"),
        ("a channel", "view=all&channel=directline-shop"), ("with a person", "view=all&owner=person"), ("a common word", "view=all&text=phone"), ("the number of the oldest case", "view=all&text=C-20260101-000001"),
        ("a word that stands nowhere", "view=all&text=kaleidoscope"), ("several at once, nothing found", "view=all&priority=3&anger=4&owner=bot&language=en&text=kaleidoscope"),
    ];

    private async Task<bool> MeasureAsync(DeskClient desk, string name, string query)
    {
        var (took, rows) = (new List<double>(), 0);
        for (var i = 0; i < Tries; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            var page = await desk.GetAsync($"chats?{query}");
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            rows = page!["chats"]!.AsArray().Count;
        }

        await output.WriteLineAsync($"| {name} | {rows} | {took.Cells()} |");
        return took.Order().ToArray().At(0.95) < Budget;
    }

    /// <summary>Writes rows by the commits that turns make, without the turns.</summary>
    private static async Task FillAsync(string data, int chats)
    {
        var state = Composition.Think(null).Brain.Conversation.Write(Conversation.Begin(1, Tongue.En));
        using var database = await SqliteDatabase.OpenAsync(data, CancellationToken.None);
        var store = new SqliteConversationStore(database);
        for (var from = 0; from < chats; from += Portion)
            await Task.WhenAll(Enumerable.Range(from, Math.Min(Portion, chats - from)).Select(i => store.TryCommitAsync(Commit(i, state), CancellationToken.None)));
    }

    private static TurnCommit Commit(int i, byte[] state)
    {
        var at = First + TimeSpan.FromSeconds(i);
        var row = Row(i, at);
        var said = Activity.Message(Words[i % Words.Length]);
        return new()
        {
            Inbound = new(new(row.Channel, row.Conversation), "first", said, at),
            ExpectedVersion = 0,
            State = state,
            Outgoing = [],
            Events = [],
            At = at,
            Expires = at + TimeSpan.FromDays(90),
            Chat = new(row, null),
        };
    }

    private static ChatSummary Row(int i, DateTimeOffset at) => new()
    {
        Channel = i % 50 == 7 ? "directline-shop" : "directline-default",
        Conversation = string.Create(CultureInfo.InvariantCulture, $"talk-{i}"),
        CaseNumber = string.Create(CultureInfo.InvariantCulture, $"C-20260101-{i:000000}"),
        Owner = (i % OneIn) switch { 0 => Owner.Waiting, 1 => Owner.Person, _ => Owner.Bot },
        Over = i % OneIn > 1 && i % 3 != 0,
        Agent = i % OneIn == 1 ? new("somebody", "Somebody Else", Role.Agent) : null,
        Priority = i % 1_000 == 3 ? 0 : 1 + (i % 3),
        Anger = i % 660 == 0 ? 4 : i % 4,
        AngerCurve = [1, 2, 3, 2, 1, 0],
        Playbook = i == 42 ? "bank" : Playbooks[i % Playbooks.Length],
        Category = "late",
        CategoryName = new("迟到", "Late"),
        TriggerWords = i % OneIn == 0 ? "I want to talk to a real person" : null,
        Language = (i % 100) switch { 5 => Tongue.ZhHant, < 50 => Tongue.ZhHans, _ => Tongue.En },
        QueuedAt = i % OneIn <= 1 ? at : null,
        StartedAt = at,
        UpdatedAt = at,
    };
}
