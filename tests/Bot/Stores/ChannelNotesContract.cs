using ComplaintBot.Turns;

namespace ComplaintBot.Tests.Stores;

/// <summary>What every store of channels' notes must do.</summary>
public abstract class ChannelNotesContract
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    internal abstract IChannelNotes Notes { get; }

    [Fact]
    public async Task The_last_note_under_a_name_counts()
    {
        Assert.Null(await Notes.FindAsync("kefu-cursor-a", default));
        await Notes.KeepAsync("kefu-cursor-a", "first", default);
        await Notes.KeepAsync("kefu-cursor-a", "第二 😀", default);
        Assert.Equal("第二 😀", await Notes.FindAsync("kefu-cursor-a", default));
        Assert.Null(await Notes.FindAsync("kefu-cursor-b", default));
    }

    [Fact]
    public async Task A_claim_holds_against_others_until_its_time()
    {
        var until = Noon.AddMinutes(1);
        Assert.True(await Notes.ClaimAsync("lease", "one", Noon, until, default));
        Assert.False(await Notes.ClaimAsync("lease", "other", Noon, until, default));
        Assert.True(await Notes.ClaimAsync("lease", "one", Noon.AddSeconds(30), Noon.AddSeconds(90), default));
        Assert.False(await Notes.ClaimAsync("lease", "other", until, Noon.AddMinutes(2), default));
        Assert.True(await Notes.ClaimAsync("lease", "other", Noon.AddSeconds(90), Noon.AddMinutes(3), default));
        Assert.False(await Notes.ClaimAsync("lease", "one", Noon.AddMinutes(2), Noon.AddMinutes(4), default));
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_one_has_it()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Notes.ClaimAsync("lease", $"node {i}", Noon, Noon.AddMinutes(1), default)));
        Assert.Single(claims, true);
    }
}
