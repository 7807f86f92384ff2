using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Complaint;

/// <summary>Replays every transcript, line by line, under the rules that hold in all conversations.</summary>
public sealed class TranscriptTests
{
    private const int Fewest = 60;

    public static TheoryData<string> Files => [.. Names()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_transcript_goes_as_written(string file)
    {
        var transcript = Transcript.Read(file);
        var talk = new Talk(transcript.Playbook, transcript.Tongue, transcript.Start, seed: file.Length) { People = new(transcript.Desk > 0, transcript.Desk, 3 * transcript.Desk) { Calls = true } };
        var mistakes = new List<string>();
        foreach (var (line, at) in transcript.Talk.Select((line, at) => (line, at + 1)))
        {
            if (line.PersonTakes) talk.Do(DeskWalk.Agent, new TakeCommand());
            if (line.Customer is { } words) talk.Say(words, line.Pause, line.Attachment);
            mistakes.AddRange(line.Expect.Select(expected => (expected, Mistake: TranscriptChecks.MistakeOf(talk, expected.Key, expected.Value)))
                .Where(checkedLine => checkedLine.Mistake is not null)
                .Select(checkedLine => $"line {at}, {checkedLine.expected.Key}: {checkedLine.expected.Value}, but {checkedLine.Mistake}"));
        }

        Assert.True(mistakes.Count == 0, $"{string.Join('\n', mistakes)}\n\n{talk}");
    }

    [Fact]
    public void There_are_enough_transcripts_in_both_languages_and_over_every_playbook()
    {
        var all = Names().Select(Transcript.Read).ToList();

        Assert.True(all.Count >= Fewest, $"{all.Count} transcripts");
        Assert.InRange(all.Count(transcript => transcript.Tongue == Tongue.En), all.Count * 2 / 5, all.Count * 3 / 5);
        Assert.Empty(RealBot.Playbooks.All.Select(playbook => playbook.Id).Except(all.Select(transcript => transcript.Playbook)));
    }

    [Fact]
    public void Every_transcript_checks_something()
    {
        foreach (var name in Names())
            Assert.True(Transcript.Read(name).Talk.Sum(line => line.Expect.Count) >= 3, $"{name} checks next to nothing.");
    }

    private static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Transcript.Folder, "*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Transcript.Folder, file)).Order(StringComparer.Ordinal);
}
