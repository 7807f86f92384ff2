using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Vocabulary;

namespace ComplaintBot.Dialogs.Tests.Phrases;

/// <summary>One wording of the book, as written and as it reads with values of the usual kind.</summary>
public sealed record Line(Situation Situation, Tongue Tongue, string Text, bool IsShort)
{
    public static PhraseBook Book { get; } = PhraseBook.Load();

    public static IReadOnlyList<Line> All { get; } = [.. Every()];

    public bool IsChinese => Tongue != Tongue.En;

    /// <summary>A part that fills another phrase rather than a line of its own.</summary>
    public bool IsPart => SituationRules.Of(Situation).IsPart;

    public string Filled => PhraseTemplate.TryParse(Text, out var template, out var mistake)
        ? template.Fill(TypicalValues.In(Tongue))
        : throw new InvalidOperationException(mistake);

    public override string ToString() => $"{Situation.Id()} ({Tongue.Tag()}): {Text}";

    private static IEnumerable<Line> Every()
    {
        foreach (var situation in Enum.GetValues<Situation>())
        {
            foreach (var tongue in (Tongue[])[Tongue.ZhHans, Tongue.En])
            {
                var set = Book.SetOf(situation, tongue);
                foreach (var template in set.Say) yield return new Line(situation, tongue, template.Text, IsShort: false);
                foreach (var template in set.Short) yield return new Line(situation, tongue, template.Text, IsShort: true);
            }
        }
    }
}
