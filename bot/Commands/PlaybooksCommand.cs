using ComplaintBot.Dialogs.Phrases;
using ComplaintBot.Dialogs.Playbooks;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Playbooks;

namespace ComplaintBot.Commands;

/// <summary>Checks and shows playbooks.</summary>
internal sealed class PlaybooksCommand(ConsoleTexts texts, TextWriter output)
{
    /// <summary>Checks the playbooks of a folder, or one file together with those that come with the product.</summary>
    /// <returns>0 when all is well, 1 when there are mistakes.</returns>
    public int Check(string? path)
    {
        var reading = PlaybookReader.Read(Sources(path), [.. Identifiers.All<Situation>()]);
        if (reading.Errors.Count == 0 && reading.Playbooks is { } playbooks)
        {
            Write(texts["playbooks-ok", ("count", $"{playbooks.All.Count}"), ("names", string.Join(", ", playbooks.All.Select(playbook => playbook.Id)))]);
            return 0;
        }

        Write(texts["playbooks-wrong", ("count", $"{reading.Errors.Count}")]);
        foreach (var error in reading.Errors) Write(error.ToString());
        return 1;
    }

    /// <summary>Shows a playbook in outline.</summary>
    /// <exception cref="CommandException">There is none of that name.</exception>
    public void Show(PlaybookShelf shelf, string name, Tongue tongue)
    {
        var playbook = shelf.Current[Sites.Of(shelf, [name], texts)[0]];
        Write($"{playbook.Id} · {playbook.Name.In(tongue)} · {playbook.Identity.Business.In(tongue)} · {playbook.Fingerprint}");
        foreach (var (currency, limits) in playbook.Authority.Limits)
            Write($"{texts["show-authority"]} {currency}: {string.Join(", ", limits.Select(limit => $"{limit.Key.Id()} {limit.Value}"))}");
        foreach (var category in playbook.Categories.Values) Show(category, tongue);
    }

    private void Show(Category category, Tongue tongue)
    {
        Write();
        Write($"{category.Id} · {category.Name.In(tongue)} · {texts["show-severity"]}: {category.Severity.Id()}");
        Write($"  {texts["show-facts-needed"]}: {string.Join(", ", category.Needed)}");
        Write($"  {texts["show-facts-useful"]}: {string.Join(", ", category.Useful)}");
        Write($"  {texts["show-routes"]}: {string.Join(", ", category.Routes)}");
        Write($"  {texts["show-examples", ("zh", $"{category.Examples.Zh.Count}"), ("en", $"{category.Examples.En.Count}")]}");
        Write($"  {texts["show-ladder"]}:");
        foreach (var rung in category.Ladder) Write($"    {rung.Kind.Id()}: {rung.Offer.In(tongue)}");
    }

    /// <summary>A line, safe for a terminal: playbooks come from others too.</summary>
    private void Write(string line = "") => output.WriteLine(TerminalText.Clean(line));

    private static IReadOnlyList<PlaybookSource> Sources(string? path)
    {
        if (path is null) return new PlaybookFolder(PlaybookFolder.Shipped).Read();
        if (!File.Exists(path)) return new PlaybookFolder(path).Read();
        var own = new PlaybookSource(Path.GetFileName(path), File.ReadAllText(path));
        return [own, .. new PlaybookFolder(PlaybookFolder.Shipped).Read().Where(source => source.File != own.File)];
    }
}
