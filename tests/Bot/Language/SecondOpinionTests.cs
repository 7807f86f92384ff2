using ComplaintBot.Commands;
using ComplaintBot.Dialogs.Language;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Language;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Language;

public sealed class SecondOpinionTests
{
    private const string Text = "We sat there until the candles had burnt down.";

    private static readonly Brain Brain = Composition.Think(null).Brain;
    private static readonly SentimentScores Grim = new(0.02, 0.04, 0.94, 0);
    private static readonly SentimentScores Glad = new(0.9, 0.08, 0.02, 0);

    [Fact]
    public void Scores_are_the_mean_of_both()
    {
        var read = Read(Local(Sentiment.Negative, new(0.1, 0.3, 0.6, 0), 1, Intent.Complain), new() { Scores = Grim });
        Assert.Equal((0.06, 0.17, 0.77), (Math.Round(read.Scores.Positive, 9), Math.Round(read.Scores.Neutral, 9), Math.Round(read.Scores.Negative, 9)));
        Assert.Equal((Sentiment.Negative, 1), (read.Sentiment, read.Anger));
    }

    [Fact]
    public void A_complaint_without_a_word_of_blame_is_seen_as_one()
    {
        var read = Read(Local(Sentiment.Neutral, SentimentScores.AllNeutral, 0, Intent.Other), new() { Scores = Grim });
        Assert.Equal((Sentiment.Negative, 1), (read.Sentiment, read.Anger));
        Assert.Equal([Intent.Complain], read.Intents);
    }

    [Theory]
    [InlineData("fact:place", Intent.Other)]
    [InlineData("offer", Intent.Other)]
    [InlineData(null, Intent.AskStatus)]
    public void What_is_understood_or_answers_a_question_is_made_no_complaint(string? question, Intent intent)
    {
        var read = Read(Local(Sentiment.Neutral, SentimentScores.AllNeutral, 0, intent), new() { Scores = Grim }, question);
        Assert.Equal([intent], read.Intents);
        Assert.Equal(0, read.Anger);
    }

    [Fact]
    public void A_doubtful_tone_is_not_believed_where_none_was_seen() =>
        Assert.Equal(Sentiment.Neutral, Read(Local(Sentiment.Neutral, SentimentScores.AllNeutral, 0, Intent.Other), new() { Scores = new(0.1, 0.15, 0.75, 0) }).Sentiment);

    [Fact]
    public void The_larger_share_decides_between_two_tones()
    {
        var glad = Read(Local(Sentiment.Negative, new(0.2, 0.4, 0.4, 0), 1, Intent.Complain), new() { Scores = Glad });
        Assert.Equal((Sentiment.Positive, 0), (glad.Sentiment, glad.Anger));
        Assert.Equal(Sentiment.Negative, Read(Local(Sentiment.Negative, new(0, 0.05, 0.95, 0), 1, Intent.Complain), new() { Scores = new(0.6, 0.2, 0.2, 0) }).Sentiment);
    }

    [Fact]
    public void Anger_flags_and_triggers_that_are_seen_are_not_talked_away()
    {
        var calm = Local(Sentiment.Negative, new(0.2, 0.4, 0.4, 0), 1, Intent.Complain);
        foreach (var seen in (MessageAnalysis[])[calm with { Anger = 2 }, calm with { Flags = [MessageFlag.Sarcasm] }, calm with { Triggers = [new(Trigger.Police, "police")] }])
            Assert.Equal((Sentiment.Negative, calm.Scores), (Read(seen, new() { Scores = Glad }).Sentiment, Read(seen, new() { Scores = Glad }).Scores));
    }

    [Fact]
    public void Other_texts_are_read_locally_alone()
    {
        var local = Local(Sentiment.Neutral, SentimentScores.AllNeutral, 0, Intent.Other);
        Assert.Equal(Sentiment.Neutral, new SecondOpinion(new Fixed(local), "another text", new() { Scores = Grim }).Analyze(Request(Text)).Sentiment);
    }

    [Fact]
    public void What_it_speaks_of_places_a_complaint_and_only_its_own_words_are_quoted()
    {
        foreach (var text in (string[])["I am really unhappy with the driver, awful.", "The soup was cold and the waiter was rude.", "很不满意，配送员把汤洒了一路"])
        {
            var own = Brain.Analyzer.Analyze(Request(text));
            var read = new SecondOpinion(Brain.Analyzer, text, new() { Topics = ["driver", "soup", "配送员"] }).Analyze(Request(text));
            Assert.True(read.Confidence >= own.Confidence);
            Assert.Equal(read.Heads.Count > 0 ? read.Heads[0].Category : null, read.Category);
            Assert.All(read.Heads, head => Assert.Contains(head.Words, text, StringComparison.Ordinal));
            Assert.Equal(text, read.Text);
        }
    }

    [Fact]
    public void Secrets_become_stars_but_what_the_complaint_needs_stays()
    {
        var reading = new SecondReading { Secrets = [new(3, 6), new(14, 4), new(90, 5), new(-1, 3), new(2, 0), new(20, int.MaxValue)] };
        Assert.Equal("id ****-* for A-42 only", reading.Mask("id 1234-5 for A-42 only", [new FactMention("order_number", "A-42", "A-42")]));
        const string clean = "nothing here";
        Assert.Same(clean, new SecondReading().Mask(clean, []));
    }

    private static MessageAnalysis Read(MessageAnalysis local, SecondReading reading, string? question = null) =>
        new SecondOpinion(new Fixed(local), Text, reading).Analyze(Request(Text) with { Question = question });

    private static MessageAnalysis Local(Sentiment sentiment, SentimentScores scores, int anger, Intent intent) =>
        new() { Text = Text, Sentiment = sentiment, Scores = scores, Anger = anger, Intents = [intent] };

    private static AnalysisRequest Request(string text) =>
        new(text, new(2026, 11, 20, 14, 0, 0, TimeSpan.FromHours(8)), [Brain.Shelf.Current.Find("catering")!]);

    private sealed class Fixed(MessageAnalysis read) : ITextAnalyzer
    {
        public MessageAnalysis Analyze(AnalysisRequest request) => read with { Text = request.Text };
    }
}
