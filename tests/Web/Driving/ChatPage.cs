using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ComplaintBot.Web.Tests.Driving;

/// <summary>A page with our chat on it, as a customer sees and uses it.</summary>
internal sealed partial class ChatPage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<JsonElement> messages = Channel.CreateUnbounded<JsonElement>();
    private readonly HashSet<string> told = [];

    private ChatPage(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>What the browser complained about.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>How many messages of the other side have come.</summary>
    public int Heard => told.Count;

    /// <summary>Every address that was asked for.</summary>
    public List<string> Requests { get; } = [];

    public ILocator Chat => Page.Locator("complaint-chat");

    public ILocator Launcher => Chat.Locator(".launcher");

    public ILocator Box => Chat.Locator("textarea");

    public ILocator SendButton => Chat.Locator(".send");

    /// <summary>What the customer said, on its way or there.</summary>
    public ILocator Own => Chat.Locator(".line.mine .bubble");

    /// <summary>What the other side said.</summary>
    public ILocator Answers => Chat.Locator(".line:not(.mine) .bubble:not(.dots)");

    public ILocator Choices => Chat.Locator(".choices .plain");

    public ILocator Banner => Chat.Locator(".banner");

    /// <summary>How far the customer's last message got.</summary>
    public ILocator State => Chat.Locator(".state").Last;

    public ILocator CaseNumber => Chat.Locator(".case .number");

    /// <summary>A case number in a text.</summary>
    [GeneratedRegex(@"C-\d{8}-\d{6}")]
    public static partial Regex NumberOfCase { get; }

    /// <summary>A new page, not yet anywhere.</summary>
    public static async Task<ChatPage> NewAsync(IBrowserContext context)
    {
        var chat = new ChatPage(await context.NewPageAsync());
        chat.Page.Console += (_, message) =>
        {
            if (message.Type == "error") chat.Complaints.Add(message.Text);
        };
        chat.Page.PageError += (_, error) => chat.Complaints.Add(error);
        chat.Page.Request += (_, request) => chat.Requests.Add(request.Url);
        chat.Page.WebSocket += (_, socket) =>
        {
            chat.Requests.Add(socket.Url);
            socket.FrameReceived += (_, frame) => chat.Hear(frame.Text);
        };
        return chat;
    }

    /// <summary>A page of the demonstration with the chat opened, and greeted.</summary>
    public static async Task<ChatPage> OpenAsync(IBrowserContext context, string url)
    {
        var chat = await NewAsync(context);
        await chat.Page.GotoAsync(url);
        await chat.Launcher.ClickAsync();
        await Expect(chat.Answers.First).ToBeVisibleAsync();
        return chat;
    }

    /// <summary>Writes something and sends it.</summary>
    public async Task SayAsync(string text)
    {
        await Box.FillAsync(text);
        await SendButton.ClickAsync();
    }

    /// <summary>Loads the page again, and unfolds the chat.</summary>
    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await Launcher.ClickAsync();
        await Expect(Answers.First).ToBeVisibleAsync();
    }

    /// <summary>The next message of the bot that waits for an answer, or the last of the conversation.</summary>
    public async Task<JsonElement> NextQuestionAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        while (true)
        {
            if (!await ComesAsync(late.Token)) throw new TimeoutException($"The bot asked nothing more. So far: {string.Join(" / ", await Chat.Locator(".line .bubble").AllTextContentsAsync())}");
            var message = await messages.Reader.ReadAsync(late.Token);
            if (Turn(message, "expects") is not ("none" or "") || Turn(message, "step") == "thank") return message;
        }
    }

    /// <summary>The same, of what answers the customer: the greeting answers nobody.</summary>
    public async Task<JsonElement> NextAnswerAsync()
    {
        while (true)
        {
            var question = await NextQuestionAsync();
            if (question.TryGetProperty("replyToId", out _)) return question;
        }
    }

    private async Task<bool> ComesAsync(CancellationToken late)
    {
        try
        {
            return await messages.Reader.WaitToReadAsync(late);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>A member of the entity that says where in the conversation a message stands.</summary>
    public static string Turn(JsonElement message, string member)
    {
        if (!message.TryGetProperty("entities", out var entities)) return "";
        var turn = entities.EnumerateArray().FirstOrDefault(entity => entity.GetProperty("type").GetString() == "complaint/turn");
        return turn.ValueKind == JsonValueKind.Object && turn.TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";
    }

    private void Hear(string? frame)
    {
        if (frame is not { Length: > 0 }) return;
        using var json = JsonDocument.Parse(frame);
        foreach (var activity in json.RootElement.GetProperty("activities").EnumerateArray())
        {
            var isAnswer = activity.GetProperty("type").GetString() == "message" && activity.GetProperty("from").GetProperty("role").GetString() == "bot";
            if (isAnswer && told.Add(activity.GetProperty("id").GetString()!)) messages.Writer.TryWrite(activity.Clone());
        }
    }
}
