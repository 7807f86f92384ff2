using ComplaintBot.Dialogs.Runtime;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Dialogs.Runtime.Prompts;

namespace ComplaintBot.Dialogs.Tests.Runtime;

public sealed class PromptTests
{
    private static readonly Choice[] Sizes = [new("s") { Label = "small" }, new("l") { Label = "large", Synonyms = ["big"] }];

    [Fact]
    public void What_cannot_be_read_is_asked_again_with_the_retry_text_and_counted()
    {
        var talk = Asking(new NumberPrompt("p"), PromptOptions.Of("How many?", "A number, please."));

        Assert.Equal("How many?", talk.Say("hi"));
        Assert.Equal("A number, please.", talk.Say("several"));
        Assert.Equal("""[{"id":"root","step":"end"},{"id":"p","state":{"attempts":1,"prompt":"How many?","retry":"A number, please."}}]""", talk.Stored);
        Assert.Equal("A number, please.", talk.Say("3 or 4"));
        Assert.Contains("\"attempts\":2", talk.Stored, StringComparison.Ordinal);
        talk.Say("make it 3");
        Assert.Equal(3m, talk.Last.Result);
    }

    [Fact]
    public void Without_a_retry_text_the_question_is_asked_again()
    {
        var talk = Asking(new NumberPrompt("p"), PromptOptions.Of("How many?"));
        talk.Say("hi");

        Assert.Equal("How many?", talk.Say("several"));
    }

    [Fact]
    public void A_validator_sees_the_attempts_and_the_note_and_may_correct_the_value()
    {
        var seen = new List<string>();
        var prompt = new TextPrompt("p", validator: Check);
        var talk = Asking(prompt, new PromptOptions { Prompt = Activity.Message("Code?"), Validations = "code" });
        talk.Say("hi");

        Assert.Equal("Code?", talk.Say("x"));
        Assert.Contains("\"validations\":\"code\"", talk.Stored, StringComparison.Ordinal);
        talk.Say("ab12");
        Assert.Equal("AB12", talk.Last.Result);
        Assert.Equal(["1 code x", "2 code ab12"], seen);

        bool Check(PromptValidatorContext<string> answer)
        {
            seen.Add($"{answer.AttemptCount} {answer.Options.Validations} {answer.Recognized.Value}");
            answer.Recognized = PromptRecognizerResult.Found(answer.Recognized.Value!.ToUpperInvariant());
            return answer.Recognized.Value!.Length == 4;
        }
    }

    [Fact]
    public void A_validator_that_says_what_was_wrong_is_not_followed_by_the_retry_text()
    {
        var prompt = new NumberPrompt("p", validator: answer =>
        {
            answer.Context.SendActivity("At most five.");
            return false;
        });
        var talk = Asking(prompt, PromptOptions.Of("How many?", "A number, please."));
        talk.Say("hi");

        Assert.Equal("At most five.", talk.Say("9"));
    }

    [Fact]
    public void What_was_said_before_the_prompt_got_the_message_does_not_silence_it()
    {
        var component = new Greeter().AddDialog(new WaterfallDialog("root").Step("ask", step => step.Prompt("p", PromptOptions.Of("How many?", "A number, please."))))
            .AddDialog(new NumberPrompt("p"));
        var talk = new Talk(component);
        talk.Say("hi");

        Assert.Equal("One moment. | A number, please.", talk.Say("several"));
    }

    [Fact]
    public void A_question_made_anew_is_not_stored()
    {
        var talk = Asking(new ChoicePrompt("p") { Ask = _ => PromptOptions.Of("Size?", "Which size?", Sizes) }, null);

        Assert.Equal("Size?", talk.Say("hi"));
        Assert.Equal("""[{"id":"root","step":"end"},{"id":"p"}]""", talk.Stored);
        Assert.Equal("Which size?", talk.Say("hm"));
        Assert.Equal("""[{"id":"root","step":"end"},{"id":"p","state":{"attempts":1}}]""", talk.Stored);
        talk.Say("big");
        Assert.Equal(new FoundChoice("l", 1), talk.Last.Result);
    }

    [Fact]
    public void Choices_given_with_the_question_are_kept_and_offered_as_buttons_each_time()
    {
        var talk = Asking(new ChoicePrompt("p"), PromptOptions.Of("Size?", choices: Sizes));
        talk.Say("hi");
        Assert.Equal(["small", "large"], Buttons());
        Assert.Contains("""{"value":"l","label":"large","synonyms":["big"]}""", talk.Stored, StringComparison.Ordinal);

        talk.Say("hm");
        Assert.Equal(["small", "large"], Buttons());
        talk.Say("Large!");
        Assert.Equal(new FoundChoice("l", 1), talk.Last.Result);

        IEnumerable<string?> Buttons() => Assert.Single(talk.Answers).SuggestedActions!.Actions!.Select(action => (string?)action.Value);
    }

    [Fact]
    public void A_choice_said_in_other_words_is_the_recognizers()
    {
        var prompt = new ChoicePrompt("p", context => context.Activity.Text == "the huge kind" ? PromptRecognizerResult.Found(new FoundChoice("l", 1)) : default);
        var talk = Asking(prompt, PromptOptions.Of("Size?", choices: Sizes));
        talk.Say("hi");
        talk.Say("the huge kind");

        Assert.Equal(new FoundChoice("l", 1), talk.Last.Result);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("好", true)]
    [InlineData("no", false)]
    [InlineData("不要", false)]
    [InlineData("2", false)]
    [InlineData("sure thing", true)]
    public void A_confirmation_takes_the_recognizer_first_and_the_two_choices_next(string text, bool expected)
    {
        var prompt = new ConfirmPrompt("p", context => context.Activity.Text == "sure thing" ? PromptRecognizerResult.Found(true) : default);
        var talk = Asking(prompt, PromptOptions.Of("Go on?", choices: [new Choice("yes") { Synonyms = ["好"] }, new Choice("no") { Synonyms = ["不要"] }]));
        talk.Say("hi");
        talk.Say(text);

        Assert.Equal(expected, talk.Last.Result);
    }

    [Fact]
    public void Prompts_that_could_never_be_answered_are_refused()
    {
        Assert.Contains("nothing to choose", Assert.Throws<ArgumentException>(() => Asking(new ChoicePrompt("p"), PromptOptions.Of("Size?")).Say("hi")).Message, StringComparison.Ordinal);
        Assert.Contains("never be answered", Assert.Throws<ArgumentException>(() => Asking(new ConfirmPrompt("p"), PromptOptions.Of("Go on?")).Say("hi")).Message, StringComparison.Ordinal);
        Assert.Contains("does not know what to ask", Assert.Throws<ArgumentNullException>(() => Asking(new TextPrompt("p"), null).Say("hi")).Message, StringComparison.Ordinal);
        var both = new TextPrompt("p") { Ask = _ => PromptOptions.Of("A?") };
        Assert.Contains("takes no other", Assert.Throws<ArgumentException>(() => Asking(both, PromptOptions.Of("B?")).Say("hi")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_shared_by_all_conversations_is_addressed_to_each_alone()
    {
        var shared = PromptOptions.Of("Name?");
        foreach (string customer in new[] { "ann", "bo" })
        {
            var talk = Asking(new TextPrompt("p"), shared);
            var hello = Talk.Incoming(Activity.Message("hi"));
            hello.From!.Id = customer;
            talk.Send(hello);
            Assert.Equal(customer, talk.Answers[0].Recipient!.Id);
            Assert.Equal(InputHints.ExpectingInput, talk.Answers[0].InputHint);
        }

        Assert.Null(shared.Prompt!.Recipient);
    }

    [Fact]
    public void Attachments_are_asked_for_until_there_is_one()
    {
        var talk = Asking(new AttachmentPrompt("p"), PromptOptions.Of("A photo?", "Please send a photo."));
        talk.Say("hi");
        Assert.Equal("Please send a photo.", talk.Say("later"));
        talk.Send(new Activity { Type = "message", Attachments = [new Attachment { ContentType = "image/png", ContentUrl = "https://files.example/1" }] });

        Assert.Equal("image/png", Assert.Single(Assert.IsType<IReadOnlyList<Attachment>>(talk.Last.Result, exactMatch: false)).ContentType);
    }

    [Theory]
    [InlineData("42", "42")]
    [InlineData("about 3.50, I think", "3.50")]
    [InlineData("４２件", "42")]
    [InlineData("-7 degrees", "-7")]
    [InlineData("No.5", "5")]
    [InlineData("3 or 4", null)]
    [InlineData("1,200", null)]
    [InlineData("1.2.3", null)]
    [InlineData("99999999999999999999999999999999", null)]
    [InlineData("some", null)]
    [InlineData(null, null)]
    public void Digits_are_read_when_there_is_one_number(string? text, string? expected)
    {
        var result = NeutralRecognizers.Number(new TurnContext(Activity.Message(text), Talk.Noon));

        Assert.Equal(expected is not null, result.Succeeded);
        Assert.Equal(expected is null ? 0 : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), result.Value);
    }

    [Theory]
    [InlineData("2026-11-19", "2026-11-19T00:00:00.0000000+08:00")]
    [InlineData(" 2026-1-9 ", "2026-01-09T00:00:00.0000000+08:00")]
    [InlineData("2026-11-19T16:00", "2026-11-19T16:00:00.0000000+08:00")]
    [InlineData("2026-11-19 16:00:05", "2026-11-19T16:00:05.0000000+08:00")]
    [InlineData("2026-11-19T16:00Z", "2026-11-19T16:00:00.0000000+00:00")]
    [InlineData("2026-11-19T16:00:00-05:00", "2026-11-19T16:00:00.0000000-05:00")]
    [InlineData("2026-13-01", null)]
    [InlineData("tomorrow", null)]
    [InlineData(null, null)]
    public void Iso_days_and_times_are_read_in_the_turns_zone_unless_they_have_their_own(string? text, string? expected)
    {
        var result = NeutralRecognizers.IsoDate(new TurnContext(Activity.Message(text), Talk.Noon));

        Assert.Equal(expected, result.Succeeded ? result.Value.ToString("O") : null);
    }

    [Fact]
    public void A_day_prompt_ends_with_the_day()
    {
        var talk = Asking(new DateTimePrompt("p"), PromptOptions.Of("When?"));
        talk.Say("hi");
        talk.Say("2026-11-18");

        Assert.Equal(new DateTimeOffset(2026, 11, 18, 0, 0, 0, TimeSpan.FromHours(8)), talk.Last.Result);
    }

    private static Talk Asking(Dialog prompt, PromptOptions? options) => new(
        new DialogSet()
            .Add(new WaterfallDialog("root").Step("ask", step => step.Prompt(prompt.Id, options)).Step("end", step => step.EndDialog(step.Result)))
            .Add(prompt),
        "root");

    private sealed class Greeter() : ComponentDialog("greeter")
    {
        protected override DialogTurnResult OnContinueDialog(DialogContext innerDc)
        {
            innerDc.Context.SendActivity("One moment.");
            return base.OnContinueDialog(innerDc);
        }
    }
}
