using System.Text;
using System.Text.Json.Nodes;
using ComplaintBot.Tests.Desk.Accounts;
using ComplaintBot.Tests.DirectLine;

namespace ComplaintBot.Tests.Desk.Live;

/// <summary>Files that people at the desk send: checked like a customer's, kept with the conversation, and nothing else can be sent in their place.</summary>
public sealed class DeskFileTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 1, 2, 3];
    private static readonly byte[] Pdf = [.. "%PDF-1.7 a letter"u8];

    private Shift shift = null!;
    private DirectLineClient customer = null!;

    public async Task InitializeAsync()
    {
        shift = await Shift.StartAsync([("Limits:UploadBytes", "65536"), ("DirectLine:FileKinds", "image/png, image/jpeg, application/pdf")], ("Ann Lee", "agent"), ("Bob Wu", "agent"), ("Ada Ott", "auditor"));
        customer = await shift.CustomerAsync();
    }

    public async Task DisposeAsync() => await shift.DisposeAsync();

    [Fact]
    public async Task A_picture_and_a_letter_reach_the_customer_and_the_transcript()
    {
        await shift.DoAsync("Ann Lee", customer, "take");
        using var stream = await customer.OpenAsync();
        var taken = await UploadAsync("Ann Lee", ("../../vase.png", Png), ("letter.pdf", Pdf));
        Assert.Equal("200", taken.Is());
        Assert.Equal(["image/png vase.png", "application/pdf letter.pdf"], taken.List().Select(file => $"{file!["contentType"]} {file["name"]}"));

        Assert.Equal("200", (await ReplyAsync("Here is the new one.", taken.List())).Is());

        var heard = await stream.UntilAsync(activity => activity["text"]?.GetValue<string>() == "Here is the new one.");
        var files = heard["attachments"]!.AsArray();
        Assert.Equal(["image/png vase.png", "application/pdf letter.pdf"], files.Select(file => $"{file!["contentType"]} {file["name"]}"));
        Assert.Equal(files[0]!["contentUrl"]!.GetValue<string>(), files[0]!["thumbnailUrl"]!.GetValue<string>());
        Assert.Null(files[1]!["thumbnailUrl"]);
        Assert.Equal(Png, await shift.Server.Http.GetByteArrayAsync(new Uri(files[0]!["contentUrl"]!.GetValue<string>())));
        var line = (await shift.LinesAsync("Bob Wu", customer)).Single(one => one!["text"]?.GetValue<string>() == "Here is the new one.")!;
        Assert.Equal(2, line["attachments"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_file_needs_no_words()
    {
        await shift.DoAsync("Ann Lee", customer, "take");
        using var stream = await customer.OpenAsync();
        var taken = await UploadAsync("Ann Lee", ("vase.png", Png));

        Assert.Equal("200", (await ReplyAsync("", taken.List())).Is());

        Assert.Equal("Ann Lee", (await stream.UntilAsync(activity => activity["attachments"] is JsonArray { Count: 1 }))["from"]!["name"]!.GetValue<string>());
        Assert.Equal("vase.png", (await shift.ChatAsync("Ann Lee", customer))["lastLine"]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_a_customer_may_not_send_an_agent_may_not_either()
    {
        await shift.DoAsync("Ann Lee", customer, "take");
        Assert.Equal("415 file-kind", (await UploadAsync("Ann Lee", ("vase.png", Encoding.UTF8.GetBytes("<script>alert(1)</script>")))).Is());
        Assert.Equal("415 file-kind", (await UploadAsync("Ann Lee", ("good.png", Png), ("odd.gif", "GIF89a"u8.ToArray()))).Is());
        Assert.Equal("413 too-large", (await UploadAsync("Ann Lee", ("big.png", [.. Png, .. new byte[65_536]]))).Is());
        Assert.Equal("413 too-large", (await UploadAsync("Ann Lee", [.. Enumerable.Range(0, 11).Select(i => ($"{i}.png", Png))])).Is());
        Assert.Equal("400 bad-request", (await UploadAsync("Ann Lee")).Is());
        Assert.Equal("400 bad-request", (await SendAsync("Ann Lee", new ByteArrayContent(Png))).Is());
    }

    [Fact]
    public async Task Only_what_was_taken_in_for_this_chat_goes_out_with_a_reply()
    {
        await shift.DoAsync("Ann Lee", customer, "take");
        var other = await shift.CustomerAsync();
        var foreign = await UploadAsync("Bob Wu", other, ("secret.pdf", Pdf));
        Assert.Equal("200", foreign.Is());
        var before = (await shift.LinesAsync("Ann Lee", customer)).Count;

        Assert.Equal("409 unknown-file", (await ReplyAsync("Look", foreign.List())).Is());
        foreach (var address in (string?[])["https://evil.example/x.png", "javascript:alert(1)", "", null, "/"])
            Assert.Equal("409 unknown-file", (await ReplyAsync("Look", [new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = address, ["name"] = "x" }])).Is());
        Assert.Equal(before, (await shift.LinesAsync("Ann Lee", customer)).Count);
    }

    [Fact]
    public async Task A_page_cannot_pass_a_file_off_as_another()
    {
        await shift.DoAsync("Ann Lee", customer, "take");
        var taken = await UploadAsync("Ann Lee", ("letter.pdf", Pdf));
        var forged = taken.List()[0]!.DeepClone();
        (forged["contentType"], forged["name"], forged["content"], forged["thumbnailUrl"]) = ("text/html", "refund.html", "<b>", "https://evil.example/t.png");

        Assert.Equal("200", (await ReplyAsync("Look", [forged])).Is());

        var line = (await shift.LinesAsync("Ann Lee", customer)).Last(one => one!["attachments"] is not null)!["attachments"]!.AsArray();
        Assert.Equal("application/pdf letter.pdf", $"{line[0]!["contentType"]} {line[0]!["name"]}");
    }

    [Fact]
    public async Task Who_may_not_reply_may_not_send_files()
    {
        await shift.DoAsync("Ann Lee", customer, "take");
        Assert.Equal("409 not-yours", (await UploadAsync("Bob Wu", ("vase.png", Png))).Is());
        Assert.Equal("403 not-allowed", (await UploadAsync("Ada Ott", ("vase.png", Png))).Is());
        var path = "/desk/api/" + Shift.Path(customer, "files");
        Assert.Equal("401 signed-out", (await shift.Server.SendAsync(HttpMethod.Post, path, null, new ByteArrayContent(Png), ("X-Desk", "1"), ("Origin", shift.Server.Url))).Is());
        Assert.Equal(403, (await shift.Server.SendAsync(HttpMethod.Post, path, null, new ByteArrayContent(Png), ("X-Desk", "1"), ("Origin", "https://evil.example"), ("Cookie", shift["Ann Lee"].Browser.Cookie))).Status);
        Assert.Equal("404 unknown-chat", (await SendAsync("Ann Lee", new ByteArrayContent(Png), "chats/directline-default/nobody/files")).Is());
    }

    [Fact]
    public async Task Eleven_files_are_too_many_for_one_reply()
    {
        await shift.DoAsync("Ann Lee", customer, "take");
        var taken = await UploadAsync("Ann Lee", ("vase.png", Png));

        Assert.Equal("409 too-long", (await ReplyAsync("Look", [.. Enumerable.Repeat(taken.List()[0]!, 11).Select(file => file.DeepClone())])).Is());
    }

    private Task<Answer> ReplyAsync(string text, JsonArray files) =>
        shift.DoAsync("Ann Lee", customer, new JsonObject { ["do"] = "reply", ["text"] = text, ["attachments"] = files.DeepClone() });

    private Task<Answer> UploadAsync(string who, params (string Name, byte[] Bytes)[] files) => UploadAsync(who, customer, files);

    private async Task<Answer> UploadAsync(string who, DirectLineClient to, params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "file", name);
        return await SendAsync(who, form, Shift.Path(to, "files"));
    }

    private async Task<Answer> SendAsync(string who, HttpContent content, string? path = null)
    {
        using (content)
            return await shift.Server.SendAsync(HttpMethod.Post, "/desk/api/" + (path ?? Shift.Path(customer, "files")), null, content, ("X-Desk", "1"), ("Origin", shift.Server.Url), ("Cookie", shift[who].Browser.Cookie), ("Accept-Language", "en"));
    }
}
