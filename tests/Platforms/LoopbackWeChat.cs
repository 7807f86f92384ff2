using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Platforms;

/// <summary>The API of an Official Account as documented: tokens, five messages within 48 hours of the customer's last, 2,048 bytes.</summary>
internal sealed class LoopbackWeChat : LoopbackPlatform
{
    private readonly Dictionary<string, (int Left, DateTimeOffset Until)> windows = [];
    private readonly Lock guard = new();
    private int issued;

    /// <summary>The clock windows are measured by.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Told of every text that is shown: to which customer, and what it says.</summary>
    public Action<string, string> Sent { get; set; } = (_, _) => { };

    /// <summary>Files by their id.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    public static async Task<LoopbackWeChat> StartAsync()
    {
        var weChat = new LoopbackWeChat();
        await weChat.BeginAsync();
        return weChat;
    }

    public static bool IsSent(Call call) => call.Path == "/cgi-bin/message/custom/send";

    /// <summary>A customer has written, or tapped.</summary>
    public void Wrote(string customer, int most = 5, double seconds = 48 * 3_600)
    {
        lock (guard) windows[customer] = (most, Clock.GetUtcNow() + TimeSpan.FromSeconds(seconds));
    }

    /// <summary>The token that is valid stops being so.</summary>
    public void EndToken()
    {
        lock (guard) issued++;
    }

    protected override async Task AnswerAsync(Call call, HttpContext context)
    {
        if (call.Path == "/cgi-bin/media/get" && call.Query["access_token"] == Token)
        {
            await context.Response.Body.WriteAsync(Files[call.Query["media_id"].ToString()]);
            return;
        }

        await context.Response.WriteAsJsonAsync(Of(call));
    }

    private string Token => $"token-{issued}";

    private JsonObject Of(Call call)
    {
        lock (guard)
        {
            if (call.Path == "/cgi-bin/stable_token")
            {
                if (issued == 0) issued = 1;
                return new() { ["access_token"] = Token, ["expires_in"] = 7_200 };
            }

            if (call.Query["access_token"] != Token) return Code(40001);
            if (call.Path == "/cgi-bin/media/upload") return new() { ["media_id"] = "uploaded", ["type"] = "image" };
            if (call.Path is "/cgi-bin/message/custom/typing" or "/cgi-bin/menu/create") return Code(0);
            if (!IsSent(call)) return Code(48001);
            if (Encoding.UTF8.GetByteCount(call.Json["text"]?["content"]?.GetValue<string>() ?? "") > 2_048) return Code(45002);
            if (!windows.TryGetValue(call.Json["touser"]!.GetValue<string>(), out var window) || Clock.GetUtcNow() >= window.Until) return Code(45015);
            if (window.Left == 0) return Code(45047);
            windows[call.Json["touser"]!.GetValue<string>()] = window with { Left = window.Left - 1 };
            if (call.Json["text"]?["content"]?.GetValue<string>() is { } said) Sent(call.Json["touser"]!.GetValue<string>(), said);
            return Code(0);
        }
    }

    private static JsonObject Code(int code) => new() { ["errcode"] = code, ["errmsg"] = code == 0 ? "ok" : "no" };
}
