using System.Text.Json;
using System.Text.RegularExpressions;
using ComplaintBot.Dialogs.Cases;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.House.Source;

namespace ComplaintBot.House.Languages;

/// <summary>What the server only names, the page of the desk calls by a text in each language: none is missing.</summary>
public sealed class DeskTextTests
{
    private const string Moment = "dialogs/Complaint/Desk/Moment.cs";

    private static readonly Regex Situation = new(@"\bSituation\.([A-Z][A-Za-z]+)", RegexOptions.NonBacktracking);

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Every_identifier_that_the_desk_is_told_has_a_text(string language) =>
        Verdict.Clean([.. Missing(Texts(language)).Select(key => $"bot/Web/desk/src/texts/{language}.json lacks {key}.")]);

    [Theory]
    [InlineData("situation-heard-in-own-words")]
    [InlineData("event-approval-answered")]
    [InlineData("tactic-let-pass")]
    public void A_planted_gap_is_reported(string key)
    {
        var texts = Texts("en");
        Assert.True(texts.Remove(key));

        Assert.Equal([key], Missing(texts));
    }

    private static IEnumerable<string> Missing(HashSet<string> texts) => Needed().Where(key => !texts.Contains(key));

    private static IEnumerable<string> Needed()
    {
        var situations = Situation.Matches(Repository.Tree.Find(Moment)!.Text).Select(match => JsonNamingPolicy.KebabCaseLower.ConvertName(match.Groups[1].Value)).Distinct().ToList();
        Assert.True(situations.Count > 20, $"{Moment} names only {situations.Count} situations.");
        return
        [
            .. Of("situation", situations), .. Of("tactic", Identifiers.All<Tactic>()), .. Of("stage", Identifiers.All<Stage>()), .. Of("step", Identifiers.All<Step>()),
            .. Of("tone", [PhraseGroup.Firm.Id(), PhraseGroup.Warm.Id()]), .. Of("stage", Identifiers.All<PhraseGroup>().Skip(2)),
            .. Of("trigger", Identifiers.All<Trigger>()), .. Of("remedy", Identifiers.All<RemedyKind>()), .. Of("severity", Identifiers.All<Severity>()), .. Of("cause", Identifiers.All<Cause>()),
            .. Of("fate", Identifiers.All<RemedyState>()), .. Of("case", Identifiers.All<CaseState>()), .. Of("task", Identifiers.All<TaskKind>()), .. Of("event", Identifiers.All<CaseEventKind>()),
            .. Of("why", Identifiers.All<ReleaseReason>()),
        ];
    }

    private static IEnumerable<string> Of(string family, IEnumerable<string> ids) => ids.Select(id => $"{family}-{id}");

    private static HashSet<string> Texts(string language)
    {
        using var json = JsonDocument.Parse(Repository.Tree.Find($"bot/Web/desk/src/texts/{language}.json")!.Text);
        return [.. json.RootElement.EnumerateObject().Where(text => text.Value.GetString() is { Length: > 0 }).Select(text => text.Name)];
    }
}
