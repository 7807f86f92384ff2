using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Phrases;

/// <summary>A value of the usual form and length for every placeholder there is.</summary>
public static class TypicalValues
{
    private static readonly (string Name, string Zh, string En)[] Table =
    [
        ("assistant", "小禾", "Robin"),
        ("business", "山禾小馆", "Shanhe Kitchen"),
        ("agent", "周宁", "Zhou Ning"),
        ("staff_number", "0371", "0371"),
        ("what", "菜品质量", "the quality of the dish"),
        ("count", "第二次", "the second time"),
        ("action", "后厨已在核对这道菜", "the kitchen is checking this dish"),
        ("due", "今天18:00前", "6 pm today"),
        ("time", "今天18:00前", "6 pm today"),
        ("number", "K261119-042", "K261119-042"),
        ("offer", "把这道菜的39.9元退回您的付款账户，11月24日18:00前到账", "refund the 39.90 to the account you paid from, within 3 days"),
        ("alternative", "请门店重做一份", "have the dish made again"),
        ("measure", "门店今晚起逐份核对外卖", "the branch checks every takeaway order from tonight"),
        ("question", "是哪一道菜？", "Which dish was it?"),
        ("why", "好让后厨马上核对", "so that the kitchen can check it right away"),
        ("summary", "您说“汤里有沙子”，11月19日在城东店，付了39.9元", "you said “there was sand in the soup”, on 19 November at the east branch, 39.90 paid"),
        ("detail", "小票上的时间", "the time on the receipt"),
        ("who", "门店负责人", "the duty manager"),
        ("minutes", "5", "5"),
        ("place", "3", "3"),
        ("concern", "重复扣款", "a double charge"),
        ("fact", "预授权3天内自动退回", "the hold is released within 3 days"),
        ("explanation", "长按电源键十秒再松开", "hold the power key for ten seconds, then let go"),
        ("point", "退券对您没有用", "a coupon is no use to you"),
        ("reason", "保修期上月已满", "the warranty ended last month"),
        ("condition", "有购买凭证", "there's proof of purchase"),
        ("demand", "十倍赔偿", "ten times the price"),
        ("hours", "9:00至21:00", "9 am to 9 pm"),
        ("superior", "店长", "the branch manager"),
        ("name", "李经理", "Ms Li"),
        ("state", "后厨已核对完", "the kitchen has finished checking"),
        ("promise", "昨天给您回电", "a call back yesterday"),
        ("proof", "回单尾号8842", "the receipt ending in 8842"),
        ("thing", "把时间和店名说得这么清楚", "giving the time and the branch so exactly"),
        ("agreed", "今天退39.9元并重做一份", "39.90 back today and the dish made again"),
        ("cause", "城东机房从14:00起停电", "the east exchange has been without power since 2 pm"),
    ];

    private static readonly PhraseArgument[] Zh = [.. Table.Select(row => new PhraseArgument(row.Name, row.Zh))];
    private static readonly PhraseArgument[] En = [.. Table.Select(row => new PhraseArgument(row.Name, row.En))];

    public static IEnumerable<string> Names => Table.Select(row => row.Name);

    public static PhraseArgument[] In(Tongue tongue) => tongue == Tongue.En ? En : Zh;
}
