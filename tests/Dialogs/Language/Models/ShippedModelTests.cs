using System.Text;
using ComplaintBot.Dialogs.Language.Models;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Language.Models;

public sealed class ShippedModelTests
{
    private const int MostBytes = 6 << 20;

    [Fact]
    public void The_shipped_model_is_read_and_knows_the_shipped_playbooks()
    {
        var model = Assert.IsType<JointModel>(JointModel.Default);
        Assert.NotNull(model.Outputs.Find("catering/dish-quality"));
        Assert.NotNull(model.Outputs.FindPlaybook("bank"));
        Assert.Null(model.Outputs.Find("bakery/cake"));
    }

    [Fact]
    public void The_shipped_model_is_small() => Assert.InRange(Shipped().Length, 1, MostBytes);

    [Fact]
    public void A_damaged_file_is_refused()
    {
        var bytes = Shipped();
        bytes[bytes.Length / 2] ^= 1;
        Assert.Contains("check sum", Assert.Throws<FormatException>(() => Read(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_cut_off_is_refused() => Assert.Throws<FormatException>(() => Read(Shipped()[..^1000]));

    [Fact]
    public void A_file_of_another_kind_is_refused() => Assert.Throws<FormatException>(() => Read(Encoding.UTF8.GetBytes("not a model at all")));

    [Fact]
    public void A_trigger_that_only_the_model_finds_points_to_words_of_the_message()
    {
        const string text = "孩子喝了你们家的汤，半夜肚子绞着疼，到现在站不起来";
        var grams = new FeatureList(16);
        GramReader.Read(text, ref grams);
        var judged = JointModel.Default!.Judge(grams.All, []);
        grams.Dispose();

        var (start, length) = LearnedEvidence.Find(judged, Outputs.Triggers + (int)Trigger.FoodPoisoning, text);

        Assert.InRange(length, 1, text.Length - 1);
        Assert.Contains(text.Substring(start, length), text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_message_is_weighed_the_same_every_time() => Assert.Equal(Weigh("the soup was cold again").Outputs, Weigh("the soup was cold again").Outputs);

    private static Judged Weigh(string text) => JointModel.Default!.JudgeWords(text);

    private static byte[] Shipped()
    {
        using var stream = typeof(JointModel).Assembly.GetManifestResourceStream("Models.joint.bin")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static JointWeights Read(byte[] bytes) => ModelReader.Read("test.bin", new MemoryStream(bytes));
}
