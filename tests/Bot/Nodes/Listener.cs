using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.Nodes;

/// <summary>A customer's open stream, and all that was ever heard of it, over however many sockets.</summary>
internal sealed class Listener(OutsideClient client, string conversation) : IDisposable
{
    private ClientWebSocket? socket;
    private string watermark = "";

    /// <summary>The ids of what was heard, in order; a line that came twice stands here twice.</summary>
    public List<string> Ids { get; } = [];

    /// <summary>What was said.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>How often the stream had to be opened again.</summary>
    public int Returns { get; private set; }

    public string Conversation => conversation;

    public async Task OpenAsync(string stream) => socket = await OutsideClient.OpenAsync(stream);

    /// <summary>Listens until a text has come, at another node where one dies.</summary>
    public async Task HearAsync(string text, OutsideClient? elsewhere = null)
    {
        while (!Texts.Contains(text))
        {
            try
            {
                Take(await FrameAsync());
            }
            catch (WebSocketException)
            {
                await ReturnAsync(elsewhere ?? client);
            }
        }
    }

    /// <summary>Leaves the stream, and opens it again where it ended.</summary>
    public async Task ReturnAsync(OutsideClient at)
    {
        socket?.Dispose();
        Returns++;
        socket = await at.ReopenAsync(conversation, watermark);
    }

    public void Dispose() => socket?.Dispose();

    private void Take(MemoryStream frame)
    {
        if (frame.Length == 0) return;
        var json = JsonNode.Parse(frame.ToArray())!;
        watermark = json["watermark"]?.GetValue<string>() ?? watermark;
        foreach (var activity in json["activities"]!.AsArray())
        {
            if (activity!["id"]?.GetValue<string>() is { } id && activity["type"]!.GetValue<string>() != "typing") Ids.Add(id);
            if (activity["text"]?.GetValue<string>() is { } said) Texts.Add(said);
        }
    }

    private async Task<MemoryStream> FrameAsync()
    {
        var (buffer, frame) = (new byte[65_536], new MemoryStream());
        WebSocketReceiveResult received;
        do
        {
            received = await socket!.ReceiveAsync(buffer, default).WaitAsync(TimeSpan.FromSeconds(60));
            if (received.MessageType == WebSocketMessageType.Close) throw new WebSocketException("The other side has closed.");
            frame.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage);
        return frame;
    }
}
