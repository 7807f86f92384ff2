using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Platforms;

/// <summary>The Bot API as documented: what breaks its limits gets the documented error.</summary>
internal sealed class LoopbackTelegram : LoopbackPlatform
{
    public const string Token = "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOpp";

    private const string Root = $"/bot{Token}/";

    private readonly Channel<JsonNode> updates = System.Threading.Channels.Channel.CreateUnbounded<JsonNode>();

    /// <summary>Files by their id.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>Told of every message that is taken: the chat, and what it says.</summary>
    public Action<long, string> Sent { get; set; } = (_, _) => { };

    public static async Task<LoopbackTelegram> StartAsync()
    {
        var telegram = new LoopbackTelegram();
        await telegram.BeginAsync();
        return telegram;
    }

    /// <summary>Whether a call sends a text.</summary>
    public static bool IsMessage(Call call) => call.Path.EndsWith("/sendMessage", StringComparison.Ordinal);

    /// <summary>Whether a call calls a method.</summary>
    public static Func<Call, bool> Is(string method) => call => call.Path == Root + method;

    /// <summary>Gives out an update to whoever asks for updates.</summary>
    public void Post(JsonNode update) => updates.Writer.TryWrite(update);

    /// <summary>All texts that were taken for a chat.</summary>
    public List<string> SaidTo(long chat) => [.. Calls.Where(IsMessage).Where(call => call.Json["chat_id"]!.GetValue<long>() == chat).Select(call => call.Json["text"]!.GetValue<string>())];

    protected override async Task AnswerAsync(Call call, HttpContext context)
    {
        if (call.Path.StartsWith($"/file{Root}", StringComparison.Ordinal))
        {
            await context.Response.Body.WriteAsync(Files[call.Path[(call.Path.LastIndexOf('/') + 1)..]]);
            return;
        }

        var (code, answer) = call.Path switch
        {
            _ when !call.Path.StartsWith(Root, StringComparison.Ordinal) => (401, Error(401, "Unauthorized")),
            Root + "getMe" => (200, Result(new JsonObject { ["id"] = 123456, ["is_bot"] = true, ["username"] = "care_bot" })),
            Root + "getFile" => (200, Result(new JsonObject { ["file_path"] = $"photos/{call.Json["file_id"]!.GetValue<string>()}", ["file_size"] = Files[call.Json["file_id"]!.GetValue<string>()].Length })),
            Root + "getUpdates" => (200, Result(await UpdatesAsync(context.RequestAborted))),
            Root + "sendMessage" => Said(call.Json),
            _ => (200, Result(true)),
        };
        context.Response.StatusCode = code;
        await context.Response.WriteAsJsonAsync(answer);
    }

    private async Task<JsonArray> UpdatesAsync(CancellationToken gone) => [await updates.Reader.ReadAsync(gone)];

    private (int, JsonObject) Said(JsonNode json)
    {
        if (json["text"]?.GetValue<string>() is not { Length: >= 1 and <= 4_200 }) return (400, Error(400, "Bad Request: message is too long"));
        foreach (var row in json["reply_markup"]?["inline_keyboard"]?.AsArray() ?? [])
            if (row![0]!["callback_data"] is { } data && Encoding.UTF8.GetByteCount(data.GetValue<string>()) is < 1 or > 64) return (400, Error(400, "Bad Request: BUTTON_DATA_INVALID"));
        Sent(json["chat_id"]!.GetValue<long>(), json["text"]!.GetValue<string>());
        return (200, Result(new JsonObject { ["message_id"] = 1 }));
    }

    private static JsonObject Result(JsonNode result) => new() { ["ok"] = true, ["result"] = result };

    private static JsonObject Error(int code, string words) => new() { ["ok"] = false, ["error_code"] = code, ["description"] = words };
}
