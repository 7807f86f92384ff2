namespace ComplaintBot.Dialogs.Tests.Language.Facts;

public sealed class PeopleAndPlaceTests
{
    [Theory]
    [InlineData("我姓欧阳", "欧阳")]
    [InlineData("免贵姓赵", "赵")]
    [InlineData("我叫周小雨，住三楼", "周小雨")]
    [InlineData("本人陈建国，电话是", "陈建国")]
    [InlineData("我是林女士", "林女士")]
    [InlineData("Hi, my name is Dana Price", "Dana Price")]
    [InlineData("this is Omar Haddad, I ordered a lamp", "Omar Haddad")]
    [InlineData("it's booked under Baker", "Baker")]
    public void A_name_follows_its_cue(string message, string name) => Assert.Equal(name, FactsOf.Value(message, "name"));

    [Theory]
    [InlineData("那个姓钱的店员态度很差")]
    [InlineData("I'm Furious about this")]
    [InlineData("我是来投诉的")]
    [InlineData("This is Unacceptable")]
    public void Not_everybody_gives_their_name(string message) => Assert.Null(FactsOf.Value(message, "name"));

    [Theory]
    [InlineData("姓柯", "柯")]
    [InlineData("周小雨", "周小雨")]
    [InlineData("Dana Price", "Dana Price")]
    [InlineData("baker", "baker")]
    public void A_name_that_was_asked_for_needs_no_cue(string message, string name) => Assert.Equal(name, FactsOf.Value(message, "name", "name"));

    [Theory]
    [InlineData("一个姓钱的店员", "姓钱的店员")]
    [InlineData("工号0317那位", "工号0317")]
    [InlineData("a tall guy called Pete", "a tall guy called Pete")]
    [InlineData("有个扎马尾的姑娘骂人", "扎马尾的姑娘")]
    public void Somebody_else_is_told_apart(string message, string who) => Assert.Contains(who, FactsOf.Value(message, "who")!, StringComparison.Ordinal);

    [Theory]
    [InlineData("昨天在你们北门店买的", "北门店")]
    [InlineData("你们大学路店的饭", "大学路店")]
    [InlineData("在滨江支行办业务", "滨江支行")]
    [InlineData("我住梧桐苑3栋2单元", "梧桐苑3栋2单元")]
    [InlineData("6栋2单元电梯坏了", "6栋2单元")]
    [InlineData("柳林路18号漏水", "柳林路18号")]
    [InlineData("在機場店買的", "機場店")]
    [InlineData("at your Elm Street branch", "Elm Street branch")]
    [InlineData("I was in the Mill Road store", "Mill Road store")]
    [InlineData("stuck at Harbour Point", "Harbour Point")]
    [InlineData("your airport shop", "airport shop")]
    public void A_place_is_named_without_what_stands_before_it(string message, string place) => Assert.Equal(place, FactsOf.Value(message, "place"));

    [Theory]
    [InlineData("你们店的服务太差")]
    [InlineData("这家店再也不来")]
    [InlineData("店员骂人")]
    [InlineData("I went to the store")]
    public void A_shop_without_a_name_is_no_place(string message) => Assert.Null(FactsOf.Value(message, "place"));

    [Theory]
    [InlineData("在城西那家", "城西那家")]
    [InlineData("Hmm, your riverside one I guess", "riverside one")]
    [InlineData("嗯，梧桐苑全小区", "梧桐苑全小区")]
    public void A_place_that_was_asked_for_is_the_answer_without_fillers(string message, string place) => Assert.Equal(place, FactsOf.Value(message, "place", "place"));
}
