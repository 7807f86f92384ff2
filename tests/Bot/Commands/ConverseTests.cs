using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplaintBot.Tests.Commands;

public sealed class ConverseTests
{
    private const string Now = "2026-05-12T10:00:00+08:00";

    [Fact]
    public async Task An_answer_has_exactly_the_form_that_scripts_rely_on()
    {
        var answers = await Converse(
            Line("a", "retail", Now, "前天在你们北门店买的电热水壶漏水，花了129块，气死我了，你们卖的什么东西！"),
            Line("a", "retail", Now, "说完了"),
            Line("a", "retail", Now, "没有人受伤"),
            Line("a", "retail", Now, "我要找你们经理！"));

        foreach (var answer in answers)
        {
            Assert.Equal(["session", "replies", "owner", "case", "timeline"], Names(answer));
            Assert.Equal("a", (string?)answer["session"]);
            Assert.Contains((string?)answer["owner"], (string[])["bot", "waiting", "person"]);
            foreach (var reply in answer["replies"]!.AsArray())
            {
                Assert.Equal(["text", "stage", "step", "expects", "owner", "suggested"], Names(reply!));
                Assert.All((string[])["text", "stage", "step", "expects", "owner"], name => Assert.NotEqual("", (string?)reply![name] ?? ""));
                Assert.Equal(JsonValueKind.Array, reply!["suggested"]!.GetValueKind());
            }

            Assert.Equal(
                ["number", "state", "playbook", "category", "categories", "severity", "cause", "facts", "triggers", "handoff", "remedy", "satisfaction"],
                Names(answer["case"]!));
            Assert.Equal(JsonValueKind.Array, answer["case"]!["categories"]!.GetValueKind());
            Assert.Equal(JsonValueKind.Object, answer["case"]!["facts"]!.GetValueKind());
            Assert.All(answer["case"]!["triggers"]!.AsArray(), trigger => Assert.Equal(["id", "words", "fired"], Names(trigger!)));
            Assert.All(answer["timeline"]!.AsArray(), entry => Assert.Equal(["step", "kind", "at"], Names(entry!)));
        }

        var last = answers[^1]["case"]!;
        Assert.Matches("^C-20260512-[0-9]{6}$", (string?)last["number"]);
        Assert.Equal("129", (string?)last["facts"]!["amount"]);
        Assert.NotEmpty(answers[^1]["timeline"]!.AsArray());
    }

    [Fact]
    public async Task A_handover_and_an_offer_are_told_in_full()
    {
        var answers = await Converse(
            Line("a", "retail", Now, "我要找真人，叫你们经理来"),
            Line("a", "retail", Now, "你们昨天给我扣了两次钱，多扣了58块"),
            Line("a", "retail", Now, "转人工，我只跟人说"),
            Line("b", "retail", Now, "昨天下午在北门店结账，一箱饮料给我算了两遍钱，多收了58块"),
            Line("b", "retail", Now, "没有别的了"),
            Line("b", "retail", Now, "对"),
            Line("b", "retail", Now, "小票号是AB-7719，会员卡付的，我姓秦"),
            Line("b", "retail", Now, "对"),
            Line("b", "retail", Now, "把多收的退给我就行"),
            Line("b", "retail", Now, "对"));

        var handoff = answers.Take(3).Select(answer => answer["case"]!["handoff"]).First(note => note is not null)!;
        Assert.Equal(["trigger", "words", "priority", "to", "at"], Names(handoff));
        var remedy = answers.Skip(3).Select(answer => answer["case"]!["remedy"]).First(offer => offer is not null)!;
        Assert.Equal(["kind", "value", "state", "accepted"], Names(remedy));
        Assert.Contains(remedy["accepted"]!.GetValueKind(), (JsonValueKind[])[JsonValueKind.True, JsonValueKind.False]);
    }

    [Fact]
    public async Task Every_line_gets_exactly_one_line_whatever_is_in_it()
    {
        string[] lines =
        [
            "{not json", "[]", "null", "\"text\"", "{}", """{"text":"no session"}""", """{"session":7,"text":"x"}""",
            """{"session":"h","playbook":"no-such","text":"x"}""", """{"session":"h","now":"yesterday","text":"x"}""",
            """{"session":"h","now":"0001-01-01T00:00:00Z","text":"x"}""", """{"session":"h","now":"9999-12-31T23:59:59Z","text":"x"}""",
            """{"session":"h"}""", """{"session":"h","text":null}""", """{"session":"h","text":""}""", """{"session":"h","text":"   "}""",
            """{"session":"h","text":"a\u0000b"}""", """{"session":"h","text":"half \ud83d"}""", """{"session":"\ude00","text":"half"}""",
            """{"session":"h","text":"\u2028\u0085\u202e"}""", """{"session":"h","text":"x","more":{"deep":[1,2]}}""",
            Line("long", "retail", Now, string.Concat(Enumerable.Repeat("这个杯子是坏的，", 12_500))),
            Line("long-en", "retail", Now, string.Concat(Enumerable.Repeat("the cup is broken, ", 5_300))),
            Line(new string('s', 5_000), "retail", Now, "long name"), Line("a/b|c%2F", "retail", Now, "odd name"), new string('{', 50_000),
            Line("h", "retail", Now, "你好"),
        ];

        var answers = await Converse(lines);

        Assert.Equal(lines.Length, answers.Count);
        Assert.All(answers.Take(6), answer => Assert.Equal(["error"], Names(answer)));
        Assert.Equal(["session", "error"], Names(answers[7]));
        Assert.Contains("no-such", (string?)answers[7]["error"], StringComparison.Ordinal);
        Assert.Contains("retail", (string?)answers[7]["error"], StringComparison.Ordinal);
        Assert.Contains("Line 1 ", (string?)answers[0]["error"], StringComparison.Ordinal);
        foreach (var at in (int[])[.. Enumerable.Range(11, 9), 20, 21, 22, 23, 25]) Assert.Null(answers[at]["error"]);
        Assert.Equal("a/b|c%2F", (string?)answers[23]["session"]);
    }

    [Fact]
    public async Task Blank_lines_are_passed_over_and_a_byte_order_mark_too()
    {
        var answers = await Converse("\uFEFF" + Line("a", "retail", Now, "你好"), "", "   ", Line("a", "retail", Now, "在吗"));

        Assert.Equal(2, answers.Count);
        Assert.All(answers, answer => Assert.Null(answer["error"]));
    }

    [Fact]
    public async Task Interleaved_sessions_are_answered_as_if_each_were_alone()
    {
        string[] first = [Line("x", "catering", Now, "昨晚的汤里有一只虫子，太恶心了"), Line("x", "catering", Now, "就这些"), Line("x", "catering", Now, "没有不舒服")];
        string[] second = [Line("y", "logistics", Now, "包裹三天没动静了，单号是SF88120"), Line("y", "logistics", Now, "就这些"), Line("y", "logistics", Now, "姓方")];

        var alone = await Converse([.. first, .. second]);
        var mixed = await Converse([.. first.Zip(second).SelectMany(pair => (string[])[pair.First, pair.Second])]);

        Assert.Equal(["x", "y", "x", "y", "x", "y"], mixed.Select(answer => (string?)answer["session"]));
        foreach (var session in (string[])["x", "y"])
            Assert.Equal(alone.Where(answer => (string?)answer["session"] == session).Select(Case), mixed.Where(answer => (string?)answer["session"] == session).Select(Case));
    }

    [Fact]
    public async Task The_clock_of_each_session_is_the_one_its_line_names()
    {
        const string Said = "昨天在你们北门店买的牛奶多收了我12块";

        var answers = await Converse(
            Line("spring", "retail", "2026-03-01T09:00:00+08:00", Said), Line("autumn", "retail", "2026-10-08T09:00:00+08:00", Said),
            Line("west", "retail", "2026-03-01T23:30:00-05:00", Said), Line("leap", "retail", "2028-03-01T00:10:00+08:00", Said));

        Assert.Equal(["2026-02-28", "2026-10-07", "2026-02-28", "2028-02-29"], answers.Select(answer => (string?)answer["case"]!["facts"]!["happened_at"]));
        Assert.All(answers.Zip((string[])["2026-03-01T09:00:00", "2026-10-08T09:00:00", "2026-03-01T23:30:00", "2028-03-01T00:10:00"]), pair =>
            Assert.All(pair.First["timeline"]!.AsArray(), entry => Assert.StartsWith(pair.Second, (string?)entry!["at"], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_case_comes_out_the_same_in_every_run()
    {
        string[] lines =
        [
            Line("a", "retail", Now, "前天买的吹风机冒烟了，差点烧到手！"), Line("a", "retail", Now, "人没事"), Line("a", "retail", Now, "就这些"),
            Line("a", "retail", Now, "订单号是 T-20931，299块"), Line("a", "retail", Now, "我要退货"),
        ];

        Assert.Equal((await Converse(lines)).Select(Case), (await Converse(lines)).Select(Case));
    }

    [Fact]
    public async Task Without_a_playbook_every_kind_of_grievance_gets_an_answer()
    {
        string[] grievances =
        [
            "银行卡被机器吞了", "信号一直不好，话费还乱扣", "小区电梯坏了一周", "新房漏水", "车刚保养完又熄火", "快递丢了", "评标不公平", "The loan fees are wrong", "my parcel is lost",
            "The hotel room was filthy", "药吃了过敏", "香烟是假的",
        ];

        var answers = await Converse([.. grievances.Select((text, i) => Line($"s{i}", null, Now, text)), .. grievances.Select((_, i) => Line($"s{i}", null, Now, "就是这样，请处理"))]);

        Assert.All(answers, answer => Assert.Null(answer["error"]));
        Assert.All(answers, answer => Assert.NotEmpty(answer["replies"]!.AsArray()));
    }

    /// <summary>The case without what is drawn by lot: its number.</summary>
    private static string Case(JsonNode answer)
    {
        var copy = answer["case"]!.DeepClone();
        copy["number"] = copy["number"] is null ? null : "some";
        return copy.ToJsonString();
    }

    private static string[] Names(JsonNode node) => [.. node.AsObject().Select(member => member.Key)];

    private static string Line(string session, string? playbook, string now, string text) =>
        JsonSerializer.Serialize(new Dictionary<string, string?> { ["session"] = session, ["playbook"] = playbook, ["now"] = now, ["text"] = text });

    private static async Task<List<JsonNode>> Converse(params string[] lines) =>
        [.. (await Product.RunAsync(["converse"], lines)).Well().Lines.Select(line => JsonNode.Parse(line)!)];
}
