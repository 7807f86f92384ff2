using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Categories;
using ComplaintBot.Dialogs.Language.Script;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Tests.Playbooks;

namespace ComplaintBot.Dialogs.Tests.Language;

public sealed class TradeTests
{
    private static readonly PlaybookSet Shipped = PlaybookReader.Read(ShippedPlaybookTests.Sources()).Playbooks!;

    [Theory]
    [InlineData("ATM吞了我的储蓄卡，柜员让我等三天", "bank")]
    [InlineData("the teller lost my cheque and I was charged an overdraft", "bank")]
    [InlineData("火锅端上来锅底是凉的，服务员看了一眼就走了", "catering")]
    [InlineData("our steak was raw and the waiter shrugged", "catering")]
    [InlineData("酒店退房的时候前台说少了一条浴巾要我赔", "general")]
    [InlineData("my flight was cancelled at the gate and nobody rebooked us", "general")]
    [InlineData("快递员没打电话就把包裹扔驿站了", "logistics")]
    [InlineData("tracking says delivered but no parcel on the porch", "logistics")]
    [InlineData("投标文件密封好好的，开标的时候说我们没盖章，评标不公", "procurement")]
    [InlineData("the bidder with the lowest score was awarded the tender", "procurement")]
    [InlineData("洗衣机脱水的时候满屋子跑，保修卡还在", "product")]
    [InlineData("the kettle sparks when I plug it in, still under warranty", "product")]
    [InlineData("物业又把电梯停了，小区里老人下不了楼", "property")]
    [InlineData("the lift in our block has been stuck for a week, ask the caretaker", "property")]
    [InlineData("开发商交房面积少了三平，公摊倒多了", "real-estate")]
    [InlineData("the developer handed over our new build with cracks in every wall", "real-estate")]
    [InlineData("超市货架上的酸奶过期两天了还在卖", "retail")]
    [InlineData("the cashier at your store refused my voucher at the till", "retail")]
    [InlineData("宽带一到晚上就掉线，光猫都换过了", "telecom")]
    [InlineData("no signal since you swapped my sim, roaming is dead as well", "telecom")]
    [InlineData("这批卷烟有三条是霉的，烟草公司不给零售户换", "tobacco")]
    [InlineData("two cartons of cigarettes were damp again, our tobacco rep won't swap them", "tobacco")]
    [InlineData("4S店保养完发动机异响，机油还是旧的", "vehicle")]
    [InlineData("the dealership fixed the gearbox and now the clutch slips", "vehicle")]
    public void A_message_is_about_the_business_whose_words_it_uses(string text, string playbook) =>
        Assert.Equal(playbook, Read.Message(text, null, null, [.. Shipped.All]).Playbook);

    [Fact]
    public void Every_playbook_that_ships_has_the_words_of_its_trade()
    {
        int[] trades = [.. Shipped.All.Select(playbook => TradeReader.Find(playbook.Id) ?? -1)];

        Assert.Equal(Enumerable.Range(0, Shipped.All.Count), trades.Order());
        Assert.Null(TradeReader.Find("bakery"));
        Assert.Null(TradeReader.Find(""));
    }

    [Theory]
    [InlineData("健身房的会员卡", "bank")]
    [InlineData("用手机银行转的账", "product")]
    [InlineData("门口的信号灯坏了", "telecom")]
    [InlineData("上次吃亏了", "catering")]
    [InlineData("电话里没有回音", "telecom")]
    [InlineData("I was left on hold on the phone by customer service", "vehicle")]
    [InlineData("the starter motor is gone", "catering")]
    [InlineData("a gift card for my mother", "bank")]
    [InlineData("no room in the car park", "vehicle")]
    public void A_word_inside_another_is_not_of_the_trade(string text, string playbook) => Assert.Equal(0, Weight(text, playbook));

    [Fact]
    public void A_word_counts_once_and_a_long_letter_weighs_no_more_than_three_names_of_the_trade()
    {
        Assert.True(Weight("航班", "general") > 0);
        Assert.Equal(Weight("航班", "general"), Weight("航班，航班，还是航班", "general"));
        Assert.Equal(Weight("航班、酒店、医院、学校、景区、高铁", "general"), Weight("航班、酒店、医院", "general"));
    }

    [Fact]
    public void Traditional_spelling_counts_alike() => Assert.Equal(Weight("宾馆的房间、电梯、门票", "general"), Weight("賓館的房間、電梯、門票", "general"));

    private static float Weight(string text, string playbook) =>
        TradeReader.Read(LexiconSet.Default.Finder.Find(NormalizedText.From(text).Text))[TradeReader.Find(playbook)!.Value];
}
