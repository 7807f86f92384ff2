using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Policy;
using ComplaintBot.Dialogs.Vocabulary;
using FsCheck;
using FsCheck.Fluent;

namespace ComplaintBot.Dialogs.Tests.Policy;

public sealed class RemedyAuthorityTests
{
    private static readonly Dictionary<string, decimal[]> Limits = new()
    {
        ["CNY"] = [200, 1000, 5000, 50000],
        ["GBP"] = [30, 150, 750, 7500],
        ["?"] = [30, 150, 750, 7500],
    };

    private static readonly decimal[] OddSums =
        [0, 0.01m, 29.99m, 30, 30.01m, 150, 150.01m, 199.99m, 200, 200.01m, 500, 750, 1000, 1000.01m, 5000, 7500, 7500.01m, 50000, 50000.01m, -0.01m, -200, decimal.MaxValue, decimal.MinValue];

    public static TheoryData<Role, string, decimal> LimitRows()
    {
        var rows = new TheoryData<Role, string, decimal>();
        foreach (var (currency, limits) in Limits)
            foreach (var role in Enum.GetValues<Role>()) rows.Add(role, currency, limits[(int)role]);
        return rows;
    }

    [Theory]
    [MemberData(nameof(LimitRows))]
    public void A_role_grants_up_to_its_limit_and_not_a_cent_more(Role role, string currency, decimal limit)
    {
        Assert.True(Grants(role, limit, currency));
        Assert.False(Grants(role, limit + 0.01m, currency));
        Assert.False(RemedyAuthority.Exceeds(Given.General, role, limit, currency));
        Assert.True(RemedyAuthority.Exceeds(Given.General, role, limit + 0.01m, currency));
    }

    [Fact]
    public void Nobody_ever_grants_above_their_limit() => Check(from role in Gen.Elements(Enum.GetValues<Role>()) from currency in Gen.Elements(Limits.Keys.ToArray()) from sum in Sum() select (role, currency, sum), drawn =>
    {
        var (role, currency, sum) = drawn;
        return !Grants(role, sum, currency) || (sum >= 0 && sum <= Limits[currency][(int)role]);
    });

    [Fact]
    public void What_a_case_gave_already_counts_towards_the_limit() => Check(from role in Gen.Elements(Enum.GetValues<Role>()) from first in Sum() from second in Sum() select (role, first, second), drawn =>
    {
        var (role, first, second) = drawn;
        var complaint = new ComplaintCase().WithOffer(0, RemedyState.Accepted, first, "CNY");
        var granted = RemedyAuthority.MayGrant(Given.General, role, Role.Bot, second, "CNY", complaint.Offers, default, null);
        return !granted || second == 0 || second <= Limits["CNY"][(int)role] - Math.Max(0, first);
    });

    [Theory]
    [InlineData(RemedyState.Accepted, false)]
    [InlineData(RemedyState.Ordered, false)]
    [InlineData(RemedyState.Done, false)]
    [InlineData(RemedyState.Offered, true)]
    [InlineData(RemedyState.Declined, true)]
    [InlineData(RemedyState.Failed, true)]
    public void Only_what_was_accepted_uses_up_the_limit_of_a_case(RemedyState state, bool granted)
    {
        var offers = new ComplaintCase().WithOffer(0, state, 150, "CNY").Offers;

        Assert.Equal(granted, RemedyAuthority.MayGrant(Given.General, Role.Bot, Role.Bot, 51, "CNY", offers, default, null));
    }

    [Fact]
    public void Splitting_a_case_over_two_currencies_gains_nothing()
    {
        var offers = new ComplaintCase().WithOffer(0, RemedyState.Accepted, 15, "GBP").Offers;

        Assert.True(RemedyAuthority.MayGrant(Given.General, Role.Bot, Role.Bot, 100, "CNY", offers, default, null));
        Assert.False(RemedyAuthority.MayGrant(Given.General, Role.Bot, Role.Bot, 100.01m, "CNY", offers, default, null));
    }

    [Fact]
    public void What_needs_a_role_is_not_granted_below_it_whatever_its_worth()
    {
        foreach (var least in Enum.GetValues<Role>())
            foreach (var role in Enum.GetValues<Role>())
                Assert.Equal(role >= least, RemedyAuthority.MayGrant(Given.General, role, least, null, "CNY", [], default, null));
    }

    [Theory]
    [InlineData(0, 0, 200, true)]
    [InlineData(2, 300, 200, true)]
    [InlineData(2, 300.01, 200, false)]
    [InlineData(3, 0, 1, false)]
    [InlineData(2, 499, 1, true)]
    [InlineData(2, 500, 0.01, false)]
    [InlineData(1, -1000, 200, true)]
    public void The_bot_grants_one_customer_three_times_and_500_in_all(int count, decimal sum, decimal amount, bool granted)
    {
        var before = new CustomerGrants(count, sum);

        Assert.Equal(granted, RemedyAuthority.MayGrant(Given.General, Role.Bot, Role.Bot, amount, "CNY", [], before, null));
        Assert.True(RemedyAuthority.MayGrant(Given.General, Role.Agent, Role.Bot, amount, "CNY", [], before, null));
    }

    [Fact]
    public void The_limit_of_a_customer_holds_in_a_foreign_currency_too()
    {
        Assert.True(RemedyAuthority.MayGrant(Given.General, Role.Bot, Role.Bot, 30, "GBP", [], new(1, 300), null));
        Assert.False(RemedyAuthority.MayGrant(Given.General, Role.Bot, Role.Bot, 30, "GBP", [], new(1, 301), null));
    }

    [Theory]
    [InlineData(10, 50, 50, true)]
    [InlineData(10, 50, 50.01, false)]
    [InlineData(9, 50, 150, true)]
    [InlineData(0, 0, 150, true)]
    public void More_than_ten_comparable_cases_got_is_not_the_bots_to_grant(int cases, decimal high, decimal amount, bool granted)
    {
        var range = new FairnessRange(cases, 0, high);

        Assert.Equal(granted, RemedyAuthority.MayGrant(Given.General, Role.Bot, Role.Bot, amount, "CNY", [], default, range));
        Assert.True(RemedyAuthority.MayGrant(Given.General, Role.Agent, Role.Bot, amount, "CNY", [], default, range));
    }

    [Fact]
    public void Without_any_limit_nothing_with_a_price_is_granted()
    {
        var none = Given.General with { Authority = Given.General.Authority with { Limits = new Dictionary<string, IReadOnlyDictionary<Role, decimal>>() } };

        foreach (var role in Enum.GetValues<Role>())
            Assert.False(RemedyAuthority.MayGrant(none, role, Role.Bot, 0.01m, "CNY", [], default, null));
    }

    private static bool Grants(Role role, decimal amount, string currency) => RemedyAuthority.MayGrant(Given.General, role, Role.Bot, amount, currency, [], default, null);

    private static Gen<decimal> Sum() => Gen.OneOf(Gen.Elements(OddSums), Gen.Choose(-100, 6_000_000).Select(cents => cents / 100m));

    private static void Check<T>(Gen<T> values, Func<T, bool> law) => Prop.ForAll(values.ToArbitrary(), law).QuickCheckThrowOnFailure();
}
