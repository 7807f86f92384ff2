using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Language;

/// <summary>Small playbooks built by hand: a bakery and a hairdresser, businesses that no shipped file knows.</summary>
internal static class TestPlaybooks
{
    public static Playbook Bakery { get; } = Make("bakery",
    [
        Of("cake", ["蛋糕塌了", "奶油是酸的", "裱花的字写错了", "生日蛋糕上的水果不新鲜", "蛋糕送来时奶油化了一半"], ["the cake collapsed", "the cream on the cake was sour", "they wrote the wrong name on the birthday cake"], ["蛋糕", "奶油"], ["cake", "cream"]),
        Of("bread", ["面包硬得像石头", "吐司发霉了", "买的全麦面包里有硬块", "可颂冷掉不酥了", "面包没烤透，中间是湿的"], ["the loaf was stale", "mould on the toast bread", "the croissant was burnt black"], ["面包", "吐司"], ["bread", "loaf"]),
        Of("money", ["多收了我一个面包的钱", "会员折扣没给我打", "扫码付款扣了两次", "价签八块收银收了十二"], ["you charged me twice", "the till took more than the price tag said", "my discount was not applied"], ["多收", "扣"], ["charged", "price"]),
        Of("hurt", ["咬到金属片，牙崩了", "玻璃柜门砸到我的脚", "热咖啡泼在手上烫出泡"], ["bit on metal and chipped my tooth", "the glass door fell on my foot"], ["砸到", "烫"], ["hurt", "chipped"]) with { Trigger = Trigger.Injury, CanHurt = true },
    ]) with
    {
        Laws = [new StatutoryClaim("unsafe-food", new LocalizedText("食品安全", "food safety"), new LocalizedList(["十倍赔偿", "假一赔十"], ["ten times the price"]), 10, 1000)],
    };

    public static Playbook Hairdresser { get; } = Make("hairdresser",
    [
        Of("cut", ["刘海剪得太短", "染的颜色跟说的不一样", "烫完头发全是毛躁的", "两边剪得不一样长"], ["she cut my fringe far too short", "the colour came out green", "my perm fell out in a week"], ["刘海", "染", "烫发"], ["fringe", "haircut", "perm"]),
        Of("selling", ["一直逼我办卡", "洗个头推销了半小时", "没问过我就用了贵的药水"], ["kept pushing me to buy a membership", "used an expensive product without asking"], ["办卡", "推销"], ["membership", "pushing"]),
    ]);

    private static Category Of(string id, string[] zh, string[] en, string[] wordsZh, string[] wordsEn) => new()
    {
        Id = id,
        Name = new LocalizedText(id, id),
        AtOnce = new LocalizedText(id, id),
        Examples = new LocalizedList(zh, en),
        Words = new LocalizedList(wordsZh, wordsEn),
    };

    private static Playbook Make(string id, Category[] categories)
    {
        var text = new LocalizedText(id, id);
        return new Playbook
        {
            Id = id,
            Fingerprint = id,
            Name = text,
            Identity = new Identity
            {
                Business = text,
                Assistant = text,
                Country = "CN",
                Currency = "CNY",
                TimeZone = "Asia/Shanghai",
                Hours = new OpeningHours(new TimeOnly(9, 0), new TimeOnly(18, 0), [DayOfWeek.Monday], []),
                EmergencyNumbers = new Dictionary<string, string>(),
            },
            Categories = categories.ToDictionary(category => category.Id),
            Facts = new Dictionary<string, FactDefinition>(),
            Authority = new Authority { Limits = new Dictionary<string, IReadOnlyDictionary<Role, decimal>>() },
            Thresholds = new Thresholds(),
            Triggers = new Dictionary<Trigger, TriggerRule>(),
            Clocks = new Dictionary<string, Clock>(),
            Safety = new Dictionary<Trigger, SafetyAdvice>(),
        };
    }
}
