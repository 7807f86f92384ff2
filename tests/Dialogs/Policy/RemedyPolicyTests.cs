using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Dialogs.Tests.Policy;

public sealed class RemedyPolicyTests
{
    private static readonly Playbook Standard = Given.Ladder(
        Given.Rung(RemedyKind.Redo, answers: "重做|redo"),
        Given.Rung(RemedyKind.Discount, new RemedyValue.ShareOf("amount", 20), answers: "打折|discount"),
        Given.Rung(RemedyKind.Refund, new RemedyValue.ShareOf("amount", 100), answers: "退款|换新|refund|money back"));

    [Fact]
    public void The_first_offer_is_the_smallest_with_the_next_one_as_a_choice()
    {
        var offer = Offer(Standard, Case().With("amount", "50"));

        Assert.Equal((0, 1), (offer.Best.Index, offer.Alternative?.Index));
    }

    [Fact]
    public void The_top_rung_is_never_the_first_offer_even_when_it_is_asked_for()
    {
        var offer = Offer(Standard, Case().With("amount", "50").With(FactNames.Wants, "a full refund"));

        Assert.Equal(1, offer.Best.Index);
        Assert.NotEqual(2, offer.Alternative?.Index);
    }

    [Theory]
    [InlineData("I would like a DISCOUNT", 1)]
    [InlineData("給我打折", 1)]
    [InlineData("ｄｉｓｃｏｕｎｔ please", 1)]
    [InlineData("no discount, just redo it", 0)]
    [InlineData("不要打折，重做一份", 0)]
    [InlineData("whatever you think is right", 0)]
    public void What_the_customer_wants_is_offered_when_the_bot_may_grant_it(string wish, int rung) =>
        Assert.Equal(rung, Offer(Standard, Case().With("amount", "50").With(FactNames.Wants, wish)).Best.Index);

    [Theory]
    [InlineData("退款")]
    [InlineData("換新")]
    [InlineData("my money back")]
    public void After_a_refusal_the_top_rung_answers_a_wish(string wish)
    {
        var complaint = Case().With("amount", "50").WithOffer(0, RemedyState.Declined);

        Assert.Equal(2, RemedyPolicy.Answering(Standard, complaint, wish, default, null)?.Index);
    }

    [Fact]
    public void A_wish_beyond_authority_is_not_granted_and_met_with_the_nearest_below()
    {
        var complaint = Case().With("amount", "900").WithOffer(0, RemedyState.Declined).With(FactNames.Wants, "refund");

        Assert.Null(RemedyPolicy.Answering(Standard, complaint, "refund", default, null));
        Assert.Equal((1, 180m), (Offer(Standard, complaint).Best.Index, Offer(Standard, complaint).Best.Amount));
    }

    [Fact]
    public void What_was_refused_is_not_offered_again_and_a_refusal_takes_the_choice_away()
    {
        var offer = Offer(Standard, Case().With("amount", "50").WithOffer(0, RemedyState.Declined));

        Assert.Equal((1, (int?)null), (offer.Best.Index, offer.Alternative?.Index));
    }

    [Fact]
    public void A_choice_that_was_refused_with_the_offer_is_not_the_next_offer_but_can_be_asked_for()
    {
        var complaint = Case().With("amount", "50").WithOffer(0, RemedyState.Declined, alternative: 1);

        Assert.Equal(2, Offer(Standard, complaint).Best.Index);
        Assert.Equal(1, RemedyPolicy.Answering(Standard, complaint, "then the discount", default, null)?.Index);
    }

    [Fact]
    public void A_refusal_for_one_complaint_leaves_the_ladder_of_another_untouched()
    {
        var complaint = Case().With("amount", "50").WithOffer(0, RemedyState.Declined);
        complaint.Heads.Add(new Head { Category = "test", Words = "another matter", Cause = Cause.Fault });
        complaint.CurrentHead = 1;

        Assert.Equal((0, (int?)1), (Offer(Standard, complaint).Best.Index, Offer(Standard, complaint).Alternative?.Index));
    }

    [Fact]
    public void When_everything_was_refused_a_person_decides()
    {
        var complaint = Case().With("amount", "50").WithOffer(0, RemedyState.Declined).WithOffer(1, RemedyState.Declined).WithOffer(2, RemedyState.Declined);

        Assert.IsType<RemedyProposal.Above>(RemedyPolicy.Next(Standard, complaint, default, null));
    }

    [Theory]
    [InlineData(Cause.Fault, RemedyKind.Refund)]
    [InlineData(Cause.Unknown, RemedyKind.Explanation)]
    [InlineData(Cause.Outside, RemedyKind.Visit)]
    public void The_cause_decides_what_fits(Cause cause, RemedyKind kind)
    {
        var playbook = Given.Ladder(
            Given.Rung(RemedyKind.Refund, causes: Cause.Fault),
            Given.Rung(RemedyKind.Explanation, causes: Cause.Unknown),
            Given.Rung(RemedyKind.Visit, causes: Cause.Outside),
            Given.Rung(RemedyKind.PersonalCare));

        Assert.Equal(kind, Offer(playbook, Given.Case("test", cause)).Best.Rung.Kind);
    }

    [Theory]
    [InlineData(2, "misunderstanding", true)]
    [InlineData(3, "angry", false)]
    public void A_misunderstanding_is_explained_to_calm_customers_once(int anger, string because, bool explains)
    {
        var help = new Misunderstanding("use", LocalizedList.Empty, new("电源亮着吗？", "Is the light on?"), new("请关掉再打开", "switch it off and on"));
        var playbook = Given.Ladder(category => category with { Misunderstanding = help }, Given.Rung(RemedyKind.Explanation, causes: Cause.Misunderstanding), Given.Rung(RemedyKind.Visit));
        var complaint = Given.Case("test", Cause.Misunderstanding).WithAnger(anger);

        Assert.True(explains == RemedyPolicy.Next(playbook, complaint, default, null) is RemedyProposal.Explain, because);
        Assert.Equal(0, Offer(playbook, complaint.WithOffer(-1, RemedyState.Declined)).Best.Index);
    }

    [Theory]
    [InlineData("100", null, 15, 15, "CNY")]
    [InlineData("39.9", null, 30, 11.97, "CNY")]
    [InlineData("0.01", "USD", 10, 0.01, "USD")]
    [InlineData("25", "GBP", 100, 25, "GBP")]
    public void A_share_is_taken_of_the_sum_in_the_currency_it_was_said_in(string amount, string? currency, int percent, decimal worth, string inCurrency)
    {
        var playbook = Given.Ladder(Given.Rung(RemedyKind.Discount, new RemedyValue.ShareOf("amount", percent)), Given.Rung(RemedyKind.Visit));

        var best = Offer(playbook, Case().With("amount", amount, currency)).Best;

        Assert.Equal((worth, inCurrency), (best.Amount, best.Currency));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("-10")]
    [InlineData("about ten")]
    [InlineData("99999999999999999999999999999")]
    public void What_cannot_be_worked_out_or_granted_is_not_offered(string? amount)
    {
        var playbook = Given.Ladder(Given.Rung(RemedyKind.Discount, new RemedyValue.ShareOf("amount", 100)), Given.Rung(RemedyKind.Visit));
        var complaint = amount is null ? Case() : Case().With("amount", amount);

        Assert.IsType<RemedyProposal.Above>(RemedyPolicy.Next(playbook, complaint, default, null));
    }

    [Fact]
    public void Where_somebody_was_harmed_only_medical_help_comes_with_a_sum()
    {
        var playbook = Given.Ladder(
            Given.Rung(RemedyKind.Gift, new RemedyValue.Fixed(20), answers: "voucher"),
            Given.Rung(RemedyKind.MedicalHelp, new RemedyValue.Fixed(100)),
            Given.Rung(RemedyKind.PersonalCare));
        var complaint = Case().With(FactNames.Wants, "a voucher");

        Assert.Equal(RemedyKind.Gift, Offer(playbook, complaint).Best.Rung.Kind);
        Assert.Equal(RemedyKind.MedicalHelp, Offer(playbook, complaint.With(FactNames.Injured, "my hand is burnt")).Best.Rung.Kind);
        Assert.Equal(RemedyKind.MedicalHelp, Offer(playbook, Case().With(Trigger.Injury)).Best.Rung.Kind);
        Assert.Equal(RemedyKind.Gift, Offer(playbook, Case().With(FactNames.Injured, "no")).Best.Rung.Kind);
    }

    [Fact]
    public void Nothing_is_ever_offered_that_the_bot_may_not_grant_or_the_customer_refused_or_stands_at_the_top() =>
        Prop.ForAll(Drawn().ToArbitrary(), drawn =>
        {
            var (playbook, complaint, grants) = drawn;
            if (RemedyPolicy.Next(playbook, complaint, grants, null) is not RemedyProposal.Ladder ladder) return true;
            foreach (var priced in new[] { ladder.Best, ladder.Alternative }.OfType<PricedRung>())
            {
                var refused = complaint.Offers.Exists(offer => offer.Rung == priced.Index);
                var top = priced.Index == 3 && complaint.Offers.Count == 0 && priced.Rung.Kind != RemedyKind.Difference;
                if (refused || top || !priced.Rung.Causes.Contains(Cause.Fault)) return false;
                if (!RemedyAuthority.MayGrant(playbook, Role.Bot, priced.Rung.Grant, priced.Amount, priced.Currency, complaint.Offers, grants, null)) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static Gen<(Playbook Playbook, ComplaintCase Complaint, CustomerGrants Grants)> Drawn()
    {
        var value = Gen.OneOf(
            Gen.Constant<RemedyValue?>(null),
            Gen.Choose(1, 400).Select(sum => (RemedyValue?)new RemedyValue.Fixed(sum)),
            Gen.Choose(1, 100).Select(percent => (RemedyValue?)new RemedyValue.ShareOf("amount", percent)),
            Gen.Constant((RemedyValue?)new RemedyValue.Difference("charged", "expected", "amount")));
        var rung = from kind in Gen.Elements(Enum.GetValues<RemedyKind>())
                   from worth in value
                   from grant in Gen.Elements(Role.Bot, Role.Bot, Role.Bot, Role.Agent)
                   from cause in Gen.Elements(Cause.Fault, Cause.Fault, Cause.Unknown)
                   from answers in Gen.Elements("", "退", "换")
                   select Given.Rung(worth is RemedyValue.Difference ? RemedyKind.Difference : kind, worth, grant, answers, cause);
        return from rungs in Gen.ListOf(rung, 4)
               from charged in Gen.Choose(0, 500)
               from expected in Gen.Choose(0, 300)
               from wish in Gen.Elements("退", "换", "")
               from refused in Gen.Choose(-1, 3)
               from count in Gen.Choose(0, 3)
               select (Given.Ladder([.. rungs]), Filled(charged, expected, wish, refused), new CustomerGrants(count, count * 120));
    }

    private static ComplaintCase Filled(int charged, int expected, string wish, int refused)
    {
        var complaint = Case().With("amount", $"{charged}").With("charged", $"{charged}").With("expected", $"{expected}").With(FactNames.Wants, wish);
        return refused < 0 ? complaint : complaint.WithOffer(refused, RemedyState.Declined);
    }

    private static ComplaintCase Case() => Given.Case("test", Cause.Fault);

    private static RemedyProposal.Ladder Offer(Playbook playbook, ComplaintCase complaint) =>
        Assert.IsType<RemedyProposal.Ladder>(RemedyPolicy.Next(playbook, complaint, default, null));
}
