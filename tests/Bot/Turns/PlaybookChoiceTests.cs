using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Tests.Doubles;
using ComplaintBot.Tests.Playbooks;
using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Turns;

public sealed class PlaybookChoiceTests : IDisposable
{
    private const string Grievance = "The toaster I bought at the North Gate store on Monday burns everything, I am fed up with it!";

    private static readonly ConversationKey Other = new("web", "another talk");

    private readonly TempFolder folder = new();
    private readonly PlaybookFiles files;
    private readonly TurnBench bench;

    public PlaybookChoiceTests()
    {
        files = new PlaybookFiles(folder.Path);
        bench = new TurnBench(folder.Path);
    }

    public void Dispose()
    {
        bench.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_conversation_finishes_on_the_text_it_began_with_and_new_ones_take_the_new()
    {
        await ArchiveAsync();
        var before = (await bench.SayAsync("1", Grievance)).State!.Fingerprint;
        files.Rename("retail.yaml", "Wren");
        bench.Restart(folder.Path);
        await ArchiveAsync();

        var old = await bench.SayAsync("2", "that is everything");
        var fresh = await bench.Runner.RunAsync(bench.Message("1", Grievance, Other), TurnBench.Retail);

        Assert.Equal(before, old.State!.Fingerprint);
        Assert.NotEqual(before, fresh.State!.Fingerprint);
        Assert.Equal("Fern", bench.Brain.Shelf.ByFingerprint(before!)!.Identity.Assistant.En);
        Assert.Contains(fresh.Lines, line => line.Activity.Text!.Contains("Wren", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_is_nowhere_kept_is_followed_by_todays_of_the_same_name()
    {
        var before = (await bench.SayAsync("1", Grievance)).State!;
        files.Rename("retail.yaml", "Wren");
        bench.Restart(folder.Path);

        var after = await bench.SayAsync("2", "that is everything", new Site(["catering", "retail"], Tongue.En));

        Assert.Equal("retail", after.State!.Playbook);
        Assert.NotEqual(before.Fingerprint, after.State.Fingerprint);
        Assert.Equal(bench.Brain.Shelf.Current["retail"].Fingerprint, after.State.Fingerprint);
        Assert.Equal(before.Case.Category, after.State.Case.Category);
    }

    [Fact]
    public async Task A_text_that_is_gone_altogether_is_followed_by_those_of_the_site_and_the_complaint_keeps_a_category()
    {
        await bench.SayAsync("1", Grievance);
        File.Delete(files.PathOf("retail.yaml"));
        bench.Restart(folder.Path);

        var after = await bench.SayAsync("2", "that is everything", new Site(["retail", "general"], Tongue.En));

        Assert.Equal("general", after.State!.Playbook);
        Assert.Contains(after.State.Case.Category!, bench.Brain.Shelf.Current["general"].Categories.Keys);
        Assert.NotEmpty(after.Lines);
    }

    [Fact]
    public async Task A_site_whose_playbooks_are_all_gone_is_told_by_name()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => bench.SayAsync("1", Grievance, new Site(["no-such"], Tongue.En)));

        Assert.Contains("no-such", failure.Message, StringComparison.Ordinal);
        Assert.Contains("retail", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The cash machine swallowed my card")]
    [InlineData("The lift in our building has been broken for a week")]
    [InlineData("the mobile signal is gone and the roaming fees are wrong")]
    [InlineData("快递员把包裹扔在门口就走了")]
    public async Task Among_several_playbooks_a_complaint_only_has_categories_of_the_one_that_speaks(string grievance)
    {
        var site = new Site([.. bench.Brain.Shelf.Current.All.Select(playbook => playbook.Id)], Tongue.En);

        for (var i = 0; i < 4; i++)
        {
            var state = (await bench.SayAsync($"{i}", i == 0 ? grievance : "it is a disgrace and I want it put right", site)).State!;
            var speaks = bench.Brain.Shelf.Current[state.Playbook ?? "general"];
            Assert.All(state.Case.Heads, head => Assert.Contains(head.Category, speaks.Categories.Keys));
        }

        Assert.NotNull((await bench.StateAsync()).Playbook);
    }

    [Fact]
    public async Task A_playbook_that_is_settled_stays_whatever_is_said_later()
    {
        var site = new Site(["retail", "logistics", "catering", "general"], Tongue.En);
        await bench.SayAsync("1", "The waiter brought cold soup, and there was a hair in my dinner at your restaurant", site);
        var settled = (await bench.SayAsync("2", "that is everything, and I want an apology", site)).State!.Playbook;

        var later = (await bench.SayAsync("3", "and a parcel was lost by the courier, the tracking number shows nothing", site)).State!;

        Assert.Equal("catering", settled);
        Assert.Equal("catering", later.Playbook);
    }

    private async Task ArchiveAsync()
    {
        var current = bench.Brain.Shelf.Current;
        foreach (var playbook in current.All) await bench.Store.ArchiveAsync(playbook.Fingerprint, current.SourcesOf(playbook), default);
    }
}
