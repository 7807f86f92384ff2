using ComplaintBot.Dialogs.Complaint;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>Lines for random walks: plain grievances, answers, interruptions, and everything else that comes in on a chat.</summary>
internal static class PlainLines
{
    private static readonly string[] GrievancesZh =
    [
        "汤是凉的，端上来就凉", "结账多收了我二十块", "等位等了一个半小时", "菜里吃出一根头发", "服务员一直不理人", "点的外卖两个小时没到", "快递箱子压扁了，里面的杯子碎了", "电梯又停了，困在里面半小时",
        "物业费多算了两个月", "新买的电饭锅不通电", "宽带一到晚上就断", "话费莫名其妙多扣三十", "卡被取款机吞了", "柜台排队排了两个小时", "有一笔转账不是我转的", "车修完第二天又响", "提车日期一推再推",
        "烟送少了一条", "房子墙上裂了一条缝", "招标文件的条件不公平", "店员说话很难听", "买的衣服洗一次就破了", "标价九十九，收银收一百二十九", "你们把我的电话告诉了别人", "客服推来推去没人管", "洗手间地上全是水",
        "上次答应昨天回电，没人打来", "这是第三次反映同一个问题了", "地太滑，我妈摔了一跤", "吃完肚子疼，吐了两次", "闻到一股煤气味", "孩子困在电梯里", "烤箱冒烟了",
    ];

    private static readonly string[] GrievancesEn =
    [
        "the soup came out cold", "I was charged twice for one meal", "we waited ninety minutes for a table", "there was a hair in my salad", "the waiter ignored us all evening", "my parcel is four days late",
        "the box was crushed and the mugs inside are broken", "the lift has been out of order since Monday", "my service fee is too high this month", "the kettle I bought doesn't work", "the internet drops every evening",
        "my phone bill is thirty too much", "the machine kept my card", "I queued for two hours at the counter", "there's a payment on my account I didn't make", "the brakes squeal again after the repair",
        "delivery of my car was put off again", "one carton was missing from the delivery", "there's a crack in the bedroom wall", "the tender conditions are unfair", "the assistant was rude to me",
        "the shirt tore on the first day", "the shelf says 9.99 and the till says 12.99", "you gave my number to somebody else", "I'm being sent from one desk to the next", "the floor in the toilets is flooded",
        "you promised to call yesterday and nobody did", "this is the third time I report this", "I slipped on your wet floor and hurt my wrist", "I was sick all night after the chicken", "it smells of gas in the hall",
        "my mother is stuck in your lift right now", "the oven is smoking",
    ];

    private static readonly string[] AnswersZh =
    [
        "对", "是的", "不是", "不对", "不对，是昨天晚上", "好的，就这样", "可以", "不行", "不接受", "我不要这个", "换一个方案", "我要退款", "考虑一下", "我再想想", "没有了", "没有别的了", "就这些", "说完了", "不记得了", "不知道", "不方便说",
        "昨天中午", "上周五下午三点", "在人民路店", "三号桌", "订单号 A88213", "花了五十六块", "应收三十八，收了五十八", "红烧肉", "堂食", "外卖", "没人受伤", "有人受伤", "我姓王", "电话 13900001234", "两个人", "有照片", "我要一个说法",
        "五分", "3", "1", "2分", "满意", "不满意", "还行吧",
    ];

    private static readonly string[] AnswersEn =
    [
        "yes", "that's right", "no", "no, it was last night", "okay, let's do that", "fine by me", "no, I don't want that", "not good enough", "something else please", "I want my money back", "let me think about it",
        "I need to think", "no that's all", "nothing else", "that's everything", "I don't know", "I don't remember", "I'd rather not say", "yesterday at noon", "last Friday at 3 pm", "at the Market Street branch", "table 12",
        "order number A88213", "I paid 56 dollars", "it should be 38 and I paid 58", "the curry", "eating in", "takeaway", "nobody was hurt", "somebody was hurt", "my name is Ann Lee", "my number is 555 010 2233", "two of us", "I have photos",
        "I want an apology", "5", "4", "2", "1", "very happy with that", "not happy", "so so",
    ];

    private static readonly string[] InterruptionsZh =
    [
        "转人工", "我要找真人", "叫你们经理来", "找你们店长", "进度怎么样了", "查一下我的投诉", "我要撤诉", "不投诉了，解决了", "还有一件事要投诉", "算了，不想说了", "随便吧，没用的", "谢谢", "谢谢你", "你好", "在吗", "今天天气真好",
        "你是机器人吗", "你是谁", "换英文说", "我的信息会给谁看", "把我的资料删掉", "你们是垃圾", "骗子", "蠢货", "我不想活了", "再不处理我就找记者", "我要打12315", "我已经报警了", "我请了律师", "赔我十万", "我卡号是6222 0212 3456 7890 123",
        "一共三个邻居都这样", "我要告你们", "不信你们", "你们总是这样", "每次都这样，没人管",
    ];

    private static readonly string[] InterruptionsEn =
    [
        "I want a person", "let me talk to a human", "get me the manager", "I want to speak to your boss", "any news on my case?", "what is the status", "I withdraw my complaint", "never mind, it's solved", "I have another complaint too",
        "forget it", "it's no use anyway", "thanks", "thank you", "hello", "are you there", "nice weather today", "are you a bot?", "who are you", "can we speak Chinese", "who sees my data", "delete my data", "you are useless idiots",
        "you're scammers", "I can't go on living", "I'll go to the newspaper", "I will call the consumer association", "I've called the police", "my lawyer will write to you", "pay me 50,000 dollars", "my card is 4111 1111 1111 1111",
        "all my neighbours have the same", "you always do this", "nobody cares, every single time", "wrong company, I meant the other shop",
    ];

    private static readonly string[] Furious =
    [
        "太过分了！！！气死我了！！！", "你们到底管不管！！！", "我忍不了了！！！太恶心了！！！", "骗人！！全是骗人的！！", "THIS IS OUTRAGEOUS!!!", "I AM ABSOLUTELY FURIOUS!!!", "what the hell is wrong with you people!!!", "DISGUSTING!!! NEVER AGAIN!!!",
    ];

    private static readonly string[] Odd =
    [
        "", " ", "\n\n", "?", "？？？", "……", "。", "1", "0", "42", "20261119", "😡", "😡😡😡😡", "👍", "🙏🏽", "❤️", "asdfghjkl", "啊啊啊啊啊", "hhhhhhh", "qwe 123 !!", "ＡＢＣ１２３", "null", "<b>bold</b>", "'; drop table cases; --",
        "http://example.com/a?b=c&d=e", "\u200B\u200B", "\uFEFF", "e\u0301\u0301\u0301", "\u202Eabc", "\uD83D", "\t", "“”", "\"", "我昨天", "在你们店", "吃出虫子了", "my order", "the one from", "last week", "ok but the soup 是凉的", "wifi 断了 again",
        "C-20261119-000001", "C-19990101-000000", "9999999999999999999999", "0.00元", "-5块", "2026-02-30", "25:99", "昨天今天明天后天", new('哈', 5000), new('x', 5000), string.Concat(Enumerable.Repeat("多收了我二十块，", 625)), string.Concat(Enumerable.Repeat("I paid 12 dollars too much. ", 180)),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. GrievancesZh, .. GrievancesEn, .. AnswersZh, .. AnswersEn, .. AnswersZh, .. AnswersEn, .. InterruptionsZh, .. InterruptionsEn, .. Furious, .. Odd];

    /// <summary>What somebody may well say to what was asked last: it keeps a conversation with the bot going, right up to its end and on to another matter.</summary>
    public static IReadOnlyList<string> Fitting(ConversationState state, bool english) => state.Expects switch
    {
        Expects.Readback => english ? ["yes", "that's right", "no, it was last night", "no, I paid 61 dollars"] : ["对", "是的", "不对，是昨天晚上", "不对，是六十一块"],
        Expects.Offer => english ? ["okay, let's do that", "fine by me", "no, I don't want that", "let me think about it", "I want my money back", "why should I accept"] : ["好的，就这样", "可以", "我不要这个", "考虑一下", "我要退款", "凭什么"],
        Expects.Satisfaction => english ? ["5", "4", "3", "2", "yes, thanks"] : ["5", "四分", "3", "2", "嗯，谢谢"],
        Expects.AnythingElse => english ? ["no that's all", "nothing else", .. GrievancesEn] : ["没有了", "没有别的了", .. GrievancesZh],
        Expects.Confirm => english ? ["yes", "no"] : ["好", "不用"],
        _ when state.ExpectedFact is not null => english ? AnswersEn : AnswersZh,
        _ => english ? [.. GrievancesEn, .. AnswersEn] : [.. GrievancesZh, .. AnswersZh],
    };
}
