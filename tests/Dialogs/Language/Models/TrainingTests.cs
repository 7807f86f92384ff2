using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Evaluation.Labelled;
using ComplaintBot.Evaluation.Measuring;
using ComplaintBot.Evaluation.Training;

namespace ComplaintBot.Dialogs.Tests.Language.Models;

public sealed class TrainingTests
{
    private static readonly TrainingSettings Quick = new() { Width = 16, Hidden = 8, Rounds = 12, LeastSeen = 1, Networks = 1 };

    [Fact]
    public void The_same_text_always_gives_the_same_model() => Assert.Equal(ModelWriter.Write(Tiny()), ModelWriter.Write(Tiny()));

    [Fact]
    public void What_was_written_is_read_again_and_judges_as_it_was_taught()
    {
        var bytes = ModelWriter.Write(Tiny());
        var model = new JointModel(ModelReader.Read("tiny.bin", new MemoryStream(bytes)));
        var (good, bad) = (model.JudgeWords("面包很香"), model.JudgeWords("面包发霉"));
        Assert.True(good.Outputs[(int)Sentiment.Positive] > good.Outputs[(int)Sentiment.Negative]);
        Assert.True(bad.Outputs[(int)Sentiment.Negative] > bad.Outputs[(int)Sentiment.Positive]);
    }

    [Theory]
    [InlineData("s=neg -\ttext", "columns")]
    [InlineData("s=bad\t-\ttext", "tone")]
    [InlineData("a=5\t-\ttext", "anger")]
    [InlineData("p=bakery/cake\t-\ttext", "bakery/cake")]
    [InlineData("t=earthquake\t-\ttext", "earthquake")]
    [InlineData("x=1\t-\ttext", "label")]
    [InlineData("s=neg\t-\t ", "text")]
    public void A_line_that_cannot_be_read_is_named_with_its_number(string line, string named)
    {
        var mistakes = new List<string>();
        Assert.Single(LabelledFile.Read("own.tsv", ["s=pos\t-\tfine", line], new HashSet<string> { "retail/process" }, mistakes));
        var mistake = Assert.Single(mistakes);
        Assert.StartsWith("own.tsv:2 ", mistake, StringComparison.Ordinal);
        Assert.Contains(named, mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Our_own_text_that_was_kept_back_is_read_as_well_as_recorded()
    {
        var playbooks = Shelf.Read();
        var kept = OwnText.Read(Path.Combine(AppContext.BaseDirectory, "own-text"), Shelf.Places(playbooks).ToHashSet()).Where(OwnText.IsKept).ToList();
        var scores = Scores.OfLines(kept, new TextAnalyzer(), playbooks);
        Assert.InRange(scores.Sentiment.Accuracy, 0.80, 1);
        Assert.InRange(scores.AngerNear.Accuracy, 0.93, 1);
        Assert.InRange(scores.Intents.F1, 0.78, 1);
        Assert.InRange(scores.Category.Accuracy, 0.68, 1);
        Assert.InRange(scores.Playbook.Accuracy, 0.52, 1);
    }

    private static JointWeights Tiny()
    {
        var outputs = new Outputs([]);
        var set = new TrainingSet(outputs);
        set.Add(new[] { ("面包很香", Sentiment.Positive), ("蛋糕好吃", Sentiment.Positive), ("面包发霉", Sentiment.Negative), ("蛋糕太甜", Sentiment.Negative) }
            .Select(line => new LabelledLine(null, line.Item1) { Sentiment = line.Item2 }));
        return ModelMaker.Make(set, outputs, Quick, TextWriter.Null);
    }
}
