using ComplaintBot.Commands;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Language;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Language;

public sealed class SecondOpinionTests
{
    private static readonly Brain Brain = Composition.Think(null).Brain;
    private static readonly SentimentScores Grim = new(0.02, 0.04, 0.94, 0);
    private static readonly SentimentScores Glad = new(0.9, 0.08, 0.02, 0);

    [Fact]
    public void Scores_are_the_mean_of_both()
    {
        const string text = "The soup was cold and the waiter was rude.";
        var own = Brain.Analyzer.Analyze(Request(text));
        Assert.Equal((own.Scores.Negative + 0.94) / 2, Read(text, new() { Scores = Grim }).Scores.Negative, 9);
    }

    [Fact]
    public void A_complaint_without_a_word_of_blame_is_seen_as_one()
    {
        const string text = "We sat there until the candles had burnt down and the band had gone.";
        Assert.Equal((Sentiment.Neutral, 0), (Brain.Analyzer.Analyze(Request(text)).Sentiment, Brain.Analyzer.Analyze(Request(text)).Anger));
        var read = Read(text, new() { Scores = Grim });
        Assert.Equal((Sentiment.Negative, 1), (read.Sentiment, read.Anger));
        Assert.Equal([Intent.Complain], read.Intents);
    }

    [Fact]
    public void The_answer_to_a_question_is_made_no_complaint()
    {
        var request = Request("We sat by the window with the candles.") with { Question = "fact:place" };
        Assert.DoesNotContain(Intent.Complain, new SecondOpinion(Brain.Analyzer, request.Text, new() { Scores = Grim }).Analyze(request).Intents);
    }

    [Fact]
    public void Anger_that_is_seen_is_not_talked_away()
    {
        const string text = "You thieves!!! I will call the police, give me my money back!!!";
        var own = Brain.Analyzer.Analyze(Request(text));
        var read = Read(text, new() { Scores = Glad });
        Assert.Equal((own.Sentiment, own.Anger, own.Scores), (read.Sentiment, read.Anger, read.Scores));
    }

    [Fact]
    public void What_it_speaks_of_places_a_complaint_and_only_its_own_words_are_quoted()
    {
        foreach (var text in (string[])["I am really unhappy with the driver, awful.", "The soup was cold and the waiter was rude.", "很不满意，配送员把汤洒了一路"])
        {
            var own = Brain.Analyzer.Analyze(Request(text));
            var read = Read(text, new() { Topics = ["driver", "soup", "配送员"] });
            Assert.True(read.Confidence >= own.Confidence);
            Assert.Equal(read.Heads.Count > 0 ? read.Heads[0].Category : null, read.Category);
            Assert.All(read.Heads, head => Assert.Contains(head.Words, text, StringComparison.Ordinal));
            Assert.Equal(text, read.Text);
        }
    }

    [Fact]
    public void Other_texts_are_read_locally_alone()
    {
        var request = Request("We sat there until the candles had burnt down.");
        Assert.Equal(Sentiment.Neutral, new SecondOpinion(Brain.Analyzer, "another text", new() { Scores = Grim }).Analyze(request).Sentiment);
    }

    [Fact]
    public void Secrets_become_stars_but_what_the_complaint_needs_stays()
    {
        var reading = new SecondReading { Secrets = [new(3, 6), new(13, 4), new(90, 5), new(-1, 3), new(2, 0), new(20, int.MaxValue)] };
        Assert.Equal("id ****-* for A-42 only", reading.Mask("id 1234-5 for A-42 only", [new FactMention("order_number", "A-42", "A-42")]));
        const string clean = "nothing here";
        Assert.Same(clean, new SecondReading().Mask(clean, []));
    }

    private static MessageAnalysis Read(string text, SecondReading reading) => new SecondOpinion(Brain.Analyzer, text, reading).Analyze(Request(text));

    private static AnalysisRequest Request(string text) =>
        new(text, new(2026, 11, 20, 14, 0, 0, TimeSpan.FromHours(8)), [Brain.Shelf.Current.Find("restaurant")!]);
}
