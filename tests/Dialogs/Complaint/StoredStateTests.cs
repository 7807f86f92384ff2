using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Vocabulary;
using Xunit.Abstractions;

namespace ComplaintBot.Dialogs.Tests.Complaint;

public sealed class StoredStateTests(ITestOutputHelper output)
{
    private const int MostBytes = 6 * 1024;

    [Theory]
    [InlineData(Tongue.ZhHans, "宽带一到晚上就断，从上周开始，在新安小区", "不对，是从前天开始的", "对", "修好就行", "你是谁", "邻居也这样", "不行", "可以", "4", "没有了，谢谢")]
    [InlineData(Tongue.En, "The internet goes down every evening since Monday, at 12 Mill Lane", "no, since Tuesday", "yes", "I just want it to work", "who are you", "the neighbours have it too", "no, I don't want that", "okay", "4", "no that's all")]
    public void A_finished_complaint_of_ten_turns_fits_into_six_kilobytes(Tongue tongue, params string[] lines)
    {
        var talk = new Talk("telecom", tongue);
        foreach (var line in lines) talk.Say(line);

        output.WriteLine($"{tongue.Tag()}: largest {talk.Turns.Max(turn => turn.Size)} bytes, at the end {talk.Last.Size}");
        Assert.True(talk.State.Over, talk.ToString());
        Assert.InRange(talk.Turns.Max(turn => turn.Size), 1, MostBytes);
    }

    [Fact]
    public void Five_thousand_characters_at_every_turn_are_not_kept()
    {
        var talk = new Talk("catering", Tongue.ZhHans);
        for (var turn = 0; turn < 8; turn++) talk.Say(string.Concat(Enumerable.Repeat($"第{turn}次多收了我二十块，", 400)));

        Assert.InRange(talk.Turns.Max(turn => turn.Size), 1, 4 * MostBytes);
    }

    [Fact]
    public void A_full_conversation_leaves_all_its_steps_and_tasks_on_the_timeline_in_order()
    {
        var talk = new Talk("catering", Tongue.En);
        foreach (var line in (string[])["The curry was cold when it reached the table", "okay, let's do that", "5", "no that's all"]) talk.Say(line);

        var steps = talk.Events.Where(entry => entry.Kind == CaseEventKind.Step).Select(entry => entry.Step!.Value).ToList();
        Assert.Equal(Enum.GetValues<Step>().Where(step => step <= Step.Thank).Order(), steps.Order());
        Assert.Equal(steps.Count, steps.Distinct().Count());
        foreach (var step in (Step[])[Step.Inform, Step.Review])
        {
            var task = talk.Events.First(entry => entry.Kind == CaseEventKind.TaskOpened && entry.Data["step"] == step.Id());
            Assert.NotEqual("", task.Data["owner"]);
            Assert.True(DateTimeOffset.Parse(task.Data["due"], System.Globalization.CultureInfo.InvariantCulture) > talk.Now);
        }
    }
}
