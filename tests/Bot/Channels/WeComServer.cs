using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Channels;

/// <summary>Lets WeCom call a server by its clock.</summary>
internal static class WeComServer
{
    public static async Task<(int Status, string Body)> CallAsync(this LiveServer server, string path, string xml, string company = LoopbackWeCom.CorpId, TimeSpan age = default)
    {
        var (status, body) = await WeComCalls.Push(path, xml, server.Clock.GetUtcNow() - age, company: company).SendAsync(server.Http, server.Url);
        return (status, System.Text.Encoding.UTF8.GetString(body));
    }
}
