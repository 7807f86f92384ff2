using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Dialogs.Tests.Policy;

public sealed class OwedRemedyTests
{
    private static readonly RemedyValue Difference = new RemedyValue.Difference("charged", "expected", "amount");

    private static readonly Playbook Bill = Given.Ladder(
        Given.Rung(RemedyKind.Explanation, answers: "解释|explain"),
        Given.Rung(RemedyKind.Gift, new RemedyValue.Fixed(20), answers: "券|voucher"),
        Given.Rung(RemedyKind.Difference, Difference));

    [Fact]
    public void A_proven_difference_comes_first_wherever_it_stands()
    {
        var offer = Offer(Charged("58", "38"));

        Assert.Equal((RemedyKind.Difference, 20m, "CNY"), (offer.Best.Rung.Kind, offer.Best.Amount, offer.Best.Currency));
    }

    [Fact]
    public void A_difference_that_is_only_named_is_not_put_before_the_rest() =>
        Assert.Equal(RemedyKind.Explanation, Offer(Given.Case("test", Cause.Fault).With("amount", "20")).Best.Rung.Kind);

    [Fact]
    public void A_difference_beyond_authority_is_a_persons_and_nothing_less_is_offered() =>
        Assert.IsType<RemedyProposal.Above>(RemedyPolicy.Next(Bill, Charged("900", "100"), default, null));

    [Theory]
    [InlineData("58", "38", RemedyKind.Gift)]
    [InlineData("58", "30", RemedyKind.Difference)]
    public void A_wish_for_less_than_is_owed_is_not_taken_at_its_word(string charged, string expected, RemedyKind kind) =>
        Assert.Equal(kind, Offer(Charged(charged, expected).With(FactNames.Wants, "a voucher")).Best.Rung.Kind);

    [Fact]
    public void A_wish_that_has_no_price_is_the_customers_choice() =>
        Assert.Equal(RemedyKind.Explanation, Offer(Charged("58", "38").With(FactNames.Wants, "explain it to me")).Best.Rung.Kind);

    [Fact]
    public void After_a_refused_difference_nothing_below_it_is_offered()
    {
        var ladder = Given.Ladder(Given.Rung(RemedyKind.Difference, Difference), Given.Rung(RemedyKind.Gift, new RemedyValue.Fixed(5)), Given.Rung(RemedyKind.PersonalCare));
        var complaint = Charged("58", "38").WithOffer(0, RemedyState.Declined, 20);

        Assert.Equal(RemedyKind.PersonalCare, Assert.IsType<RemedyProposal.Ladder>(RemedyPolicy.Next(ladder, complaint, default, null)).Best.Rung.Kind);
    }

    [Theory]
    [InlineData("38", "58")]
    [InlineData("38", "38")]
    public void Nothing_is_owed_when_too_little_or_the_right_sum_was_charged(string charged, string expected) =>
        Assert.Equal(RemedyKind.Explanation, Offer(Charged(charged, expected)).Best.Rung.Kind);

    [Fact]
    public void Sums_in_two_currencies_have_no_difference()
    {
        var complaint = Given.Case("test", Cause.Fault).With("charged", "58", "USD").With("expected", "38", "CNY");

        Assert.Equal(RemedyKind.Explanation, Offer(complaint).Best.Rung.Kind);
    }

    [Fact]
    public void The_currency_of_one_sum_holds_for_both()
    {
        var complaint = Given.Case("test", Cause.Fault).With("charged", "58", "USD").With("expected", "38");

        Assert.Equal((20m, "USD"), (Offer(complaint).Best.Amount, Offer(complaint).Best.Currency));
    }

    [Fact]
    public void The_bot_never_offers_a_sum_below_what_is_owed() =>
        Prop.ForAll((from charged in Gen.Choose(0, 60000) from expected in Gen.Choose(0, 60000) from wish in Gen.Elements("", "voucher", "explain", "refund") select (charged, expected, wish)).ToArbitrary(), drawn =>
        {
            var (charged, expected, wish) = drawn;
            var complaint = Charged($"{charged / 100m}", $"{expected / 100m}").With(FactNames.Wants, wish);
            var owed = (charged - expected) / 100m;
            return owed <= 0 || RemedyPolicy.Next(Bill, complaint, default, null) is not RemedyProposal.Ladder { Best: { Amount: { } amount } } || amount >= owed;
        }).QuickCheckThrowOnFailure();

    private static ComplaintCase Charged(string charged, string expected) => Given.Case("test", Cause.Fault).With("charged", charged).With("expected", expected);

    private static RemedyProposal.Ladder Offer(ComplaintCase complaint) => Assert.IsType<RemedyProposal.Ladder>(RemedyPolicy.Next(Bill, complaint, default, null));
}
