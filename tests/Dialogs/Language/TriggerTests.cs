using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Language;

public sealed class TriggerTests
{
    [Theory]
    [InlineData("电梯卡住了，我们被困在里面", Trigger.DangerToLife)]
    [InlineData("my mother is stuck in the elevator right now", Trigger.DangerToLife)]
    [InlineData("我不想活了", Trigger.DangerToLife)]
    [InlineData("I want to die", Trigger.DangerToLife)]
    [InlineData("停电了，我爸的呼吸机没电了", Trigger.DangerToLife)]
    [InlineData("手被你们的柜门夹伤了", Trigger.Injury)]
    [InlineData("地上有水，我摔了一跤，膝盖肿了", Trigger.Injury)]
    [InlineData("the shelf fell and cut my arm", Trigger.Injury)]
    [InlineData("用了你们的面霜脸上起疹子", Trigger.Injury)]
    [InlineData("吃完你们的海鲜我拉了一晚上肚子，拉肚子到现在", Trigger.FoodPoisoning)]
    [InlineData("after your sandwich I was vomiting all night", Trigger.FoodPoisoning)]
    [InlineData("烤箱冒烟了", Trigger.FireOrGas)]
    [InlineData("there is a strong smell of gas in the kitchen", Trigger.FireOrGas)]
    [InlineData("再不退钱我砸了你们店", Trigger.ThreatOrExtortion)]
    [InlineData("pay me or I'll post the video", Trigger.ThreatOrExtortion)]
    [InlineData("我已经联系了电视台记者", Trigger.Press)]
    [InlineData("I'm going to the press with this", Trigger.Press)]
    [InlineData("我要起诉你们", Trigger.Lawyer)]
    [InlineData("my lawyer will contact you", Trigger.Lawyer)]
    [InlineData("我报警了", Trigger.Police)]
    [InlineData("I have called the police", Trigger.Police)]
    [InlineData("我会打12315投诉", Trigger.ConsumerAssociation)]
    [InlineData("我已经向市场监管局举报了", Trigger.Regulator)]
    [InlineData("I reported you to the health department", Trigger.Regulator)]
    [InlineData("我们二十多个业主联名投诉", Trigger.GroupAction)]
    [InlineData("转人工客服", Trigger.AsksForPerson)]
    [InlineData("我上个月投诉过一次了，又坏了", Trigger.RepeatComplaint)]
    [InlineData("I have called three times about this already", Trigger.RepeatComplaint)]
    [InlineData("答应昨天回电话，到现在没有", Trigger.PastClock)]
    [InlineData("你听不懂我说的话吗", Trigger.NotUnderstood)]
    [InlineData("asdfghjkl", Trigger.NotUnderstood)]
    [InlineData("我家孩子才三岁，吃了之后过敏", Trigger.Vulnerable)]
    [InlineData("I'm pregnant and this made me ill", Trigger.Vulnerable)]
    [InlineData("你们把我的电话泄露给别人了", Trigger.DataLeak)]
    [InlineData("赔我五十万损失", Trigger.OverAuthority)]
    [InlineData("把那个店员开除了我才罢休", Trigger.UnreasonableObjection)]
    [InlineData("你们这群废物", Trigger.Abuse)]
    [InlineData("按规定你们得假一赔十", Trigger.StatutoryClaim)]
    [InlineData("骗子！！！全是骗子！！！退钱！！！", Trigger.Furious)]
    public void Evidence_is_found(string text, Trigger trigger) => Assert.True(Read.Message(text).Find(trigger) is not null, Read.Triggers(text));

    [Theory]
    [InlineData("气死我了，蛋糕塌了", Trigger.DangerToLife)]
    [InlineData("手机突然死机了", Trigger.DangerToLife)]
    [InlineData("电影里的人跳楼了", Trigger.DangerToLife)]
    [InlineData("笑死我了", Trigger.DangerToLife)]
    [InlineData("my phone died while I was waiting", Trigger.DangerToLife)]
    [InlineData("没有人受伤", Trigger.Injury)]
    [InlineData("差点烫伤我的手", Trigger.Injury)]
    [InlineData("nobody was hurt", Trigger.Injury)]
    [InlineData("手机摔伤了一个角", Trigger.Injury)]
    [InlineData("吃一口就吐了出来，太咸", Trigger.FoodPoisoning)]
    [InlineData("这样的东西吃了会不会拉肚子", Trigger.FoodPoisoning)]
    [InlineData("我吐槽一下你们的包装", Trigger.FoodPoisoning)]
    [InlineData("生意火爆，排队太久", Trigger.FireOrGas)]
    [InlineData("消防通道被堵了", Trigger.FireOrGas)]
    [InlineData("油炸的，太腻", Trigger.ThreatOrExtortion)]
    [InlineData("玻璃门砸到我的脚", Trigger.ThreatOrExtortion)]
    [InlineData("微博上看到你们的广告就买了", Trigger.Press)]
    [InlineData("我表姐是记者，她也爱吃你们的面包", Trigger.Press)]
    [InlineData("我在律师事务所上班，每天来买面包", Trigger.Lawyer)]
    [InlineData("I am a lawyer and I love your bread", Trigger.Lawyer)]
    [InlineData("派出所旁边那家店关门了吗", Trigger.Police)]
    [InlineData("烟雾报警器一直响", Trigger.Police)]
    [InlineData("the bakery next to the police station", Trigger.Police)]
    [InlineData("315那天有活动吗", Trigger.ConsumerAssociation)]
    [InlineData("我妈在街道办上班，天天夸你们", Trigger.Regulator)]
    [InlineData("我们五个人一起去吃的", Trigger.GroupAction)]
    [InlineData("第二次来买，还是好吃", Trigger.RepeatComplaint)]
    [InlineData("带孩子来的，很喜欢", Trigger.Vulnerable)]
    [InlineData("千万别放葱", Trigger.OverAuthority)]
    [InlineData("我被公司开除了", Trigger.UnreasonableObjection)]
    [InlineData("哈哈哈哈", Trigger.NotUnderstood)]
    public void A_word_alone_is_no_evidence(string text, Trigger trigger) => Assert.True(Read.Message(text).Find(trigger) is null, Read.Triggers(text));

    [Theory]
    [InlineData("我已经报警了", Trigger.Police, true)]
    [InlineData("再这样我就报警", Trigger.Police, false)]
    [InlineData("昨天找了律师", Trigger.Lawyer, true)]
    [InlineData("我会找律师的", Trigger.Lawyer, false)]
    [InlineData("I already contacted a lawyer", Trigger.Lawyer, true)]
    [InlineData("I will contact a lawyer", Trigger.Lawyer, false)]
    [InlineData("12315已经受理了", Trigger.ConsumerAssociation, true)]
    [InlineData("不解决我就打12315", Trigger.ConsumerAssociation, false)]
    [InlineData("if you don't fix it I'm going to the press", Trigger.Press, false)]
    public void What_is_done_is_told_from_what_is_announced(string text, Trigger trigger, bool done) =>
        Assert.Equal(done, Read.Message(text).Find(trigger)?.Done);

    [Fact]
    public void The_words_of_the_evidence_stand_in_the_message_as_they_were_written()
    {
        foreach (var text in (string[])["我要找記者曝光你們", "ＰＯＬＩＣＥ？ I CALLED THE POLICE", "手被門夾傷了！！！！", "@@@@#%￥&*"])
            foreach (var evidence in Read.Message(text).Triggers)
                Assert.Contains(evidence.Words, text, StringComparison.Ordinal);
    }
}
