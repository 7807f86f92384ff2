using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Platforms;

/// <summary>The API of WeCom as documented: tokens, messages of service accounts behind a cursor, five messages within 48 hours of the customer's last, messages to members.</summary>
internal sealed class LoopbackWeCom : LoopbackPlatform
{
    public const string CorpId = "ww0123456789abcdef";
    public const string Token = "AAAAA";
    public const string Service = "wkAJ2GCAAASSm4";

    private const int Ended = 4;
    private const int LastOfOurs = 1;

    private readonly List<JsonObject> messages = [];
    private readonly Dictionary<string, (int Left, DateTimeOffset Until)> windows = [];
    private readonly HashSet<string> codes = [];
    private readonly Dictionary<string, int> sessions = [];
    private readonly Lock guard = new();
    private int issued;
    private int number;

    /// <summary>The clock windows are measured by.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>How many messages a page has; two, so that there is always a next one.</summary>
    public int PageSize { get; set; } = 2;

    /// <summary>How many messages there are.</summary>
    public int Count
    {
        get
        {
            lock (guard) return messages.Count;
        }
    }

    /// <summary>Files by their id.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>Told of every text that is shown: to which customer or member, and what it says.</summary>
    public Action<string, string> Sent { get; set; } = (_, _) => { };

    public static async Task<LoopbackWeCom> StartAsync()
    {
        var weCom = new LoopbackWeCom();
        await weCom.BeginAsync();
        return weCom;
    }

    public static bool IsSent(Call call) => call.Path is "/cgi-bin/kf/send_msg" or "/cgi-bin/message/send";

    /// <summary>The token that is valid stops being so.</summary>
    public void EndToken()
    {
        lock (guard) issued++;
    }

    /// <summary>A customer says something to a service account.</summary>
    public void Say(string customer, string kind, JsonObject content, int origin = 3, string? id = null)
    {
        lock (guard)
        {
            if (origin == 3) windows[customer] = (5, Clock.GetUtcNow().AddHours(48));
            if (sessions.GetValueOrDefault(customer) == Ended) sessions[customer] = 0;
            messages.Add(new() { ["msgid"] = id ?? $"m{++number}", ["open_kfid"] = Service, ["external_userid"] = customer, ["send_time"] = Clock.GetUtcNow().ToUnixTimeSeconds(), ["origin"] = origin, ["msgtype"] = kind, [kind] = content });
        }
    }

    /// <summary>A customer opens the chat, which may be welcomed once.</summary>
    public void Enter(string customer, string code, string? id = null)
    {
        lock (guard) codes.Add(code);
        Happen("enter_session", customer, new() { ["welcome_code"] = code }, id);
    }

    /// <summary>A person in WeCom ends a session, with a code for one last message.</summary>
    public void End(string customer, string code)
    {
        lock (guard) (sessions[customer], _) = (Ended, codes.Add(code));
        Happen("session_status_change", customer, new() { ["change_type"] = 3, ["old_servicer_userid"] = "zhangsan", ["msg_code"] = code });
    }

    /// <summary>A session runs out, which WeCom tells nobody.</summary>
    public void RunOut(string customer)
    {
        lock (guard) sessions[customer] = Ended;
    }

    /// <summary>Something happens at a service account.</summary>
    public void Happen(string what, string customer, JsonObject about, string? id = null)
    {
        (about["event_type"], about["open_kfid"], about["external_userid"]) = (what, Service, customer);
        lock (guard) messages.Add(new() { ["msgid"] = id ?? $"e{++number}", ["send_time"] = Clock.GetUtcNow().ToUnixTimeSeconds(), ["origin"] = 4, ["msgtype"] = "event", ["event"] = about });
    }

    protected override async Task AnswerAsync(Call call, HttpContext context)
    {
        if (call.Path == "/cgi-bin/media/get" && call.Query["access_token"] == Valid) await context.Response.Body.WriteAsync(Files[call.Query["media_id"].ToString()]);
        else await context.Response.WriteAsJsonAsync(Of(call));
    }

    private string Valid => $"token-{issued}";

    private JsonObject Of(Call call)
    {
        lock (guard)
        {
            if (call.Path == "/cgi-bin/gettoken") return call.Query["corpid"] == CorpId ? new() { ["errcode"] = 0, ["access_token"] = Valid, ["expires_in"] = 7_200 } : Code(40013);
            if (call.Query["access_token"] != Valid) return Code(42001);
            return call.Path switch
            {
                "/cgi-bin/kf/sync_msg" => Page(call.Json),
                "/cgi-bin/kf/send_msg" => ToCustomer(call.Json),
                "/cgi-bin/kf/send_msg_on_event" => codes.Remove(call.Json["code"]!.GetValue<string>()) ? Shown(call.Json) : Code(40058),
                "/cgi-bin/kf/service_state/trans" => Moved(call.Json),
                "/cgi-bin/kf/service_state/get" => new() { ["errcode"] = 0, ["service_state"] = sessions.GetValueOrDefault(call.Json["external_userid"]!.GetValue<string>()) },
                "/cgi-bin/message/send" => call.Json["touser"]!.GetValue<string>() == "nobody" ? new() { ["errcode"] = 0, ["invaliduser"] = "nobody" } : Shown(call.Json),
                "/cgi-bin/media/upload" => new() { ["errcode"] = 0, ["media_id"] = "uploaded" },
                _ => Code(0),
            };
        }
    }

    /// <summary>A page of messages.</summary>
    private JsonObject Page(JsonNode wish)
    {
        var from = wish["cursor"]!.GetValue<string>() is { Length: > 0 } cursor ? int.Parse(cursor[1..], System.Globalization.CultureInfo.InvariantCulture) : 0;
        var page = messages.Skip(from).Take(PageSize).Select(message => (JsonNode)message.DeepClone()).ToArray();
        return new() { ["errcode"] = 0, ["next_cursor"] = $"c{from + page.Length}", ["has_more"] = from + page.Length < messages.Count ? 1 : 0, ["msg_list"] = new JsonArray(page) };
    }

    private JsonObject Moved(JsonNode json)
    {
        sessions[json["external_userid"]!.GetValue<string>()] = json["service_state"]!.GetValue<int>();
        return Code(0);
    }

    private JsonObject ToCustomer(JsonNode json)
    {
        var customer = json["touser"]!.GetValue<string>();
        if (sessions.GetValueOrDefault(customer) > LastOfOurs) return Code(95018);
        if (!windows.TryGetValue(customer, out var window) || Clock.GetUtcNow() >= window.Until) return Code(95002);
        if (window.Left == 0) return Code(95001);
        windows[customer] = window with { Left = window.Left - 1 };
        return Shown(json);
    }

    private JsonObject Shown(JsonNode json)
    {
        var text = json["text"]?["content"]?.GetValue<string>() ?? json["msgmenu"]?["head_content"]?.GetValue<string>();
        if (Encoding.UTF8.GetByteCount(text ?? "") > 2_048) return Code(45002);
        if (text is not null) Sent(json["touser"]?.GetValue<string>() ?? "", text);
        return Code(0);
    }

    private static JsonObject Code(int code) => new() { ["errcode"] = code, ["errmsg"] = code == 0 ? "ok" : "no" };
}
