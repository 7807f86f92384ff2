using ComplaintBot.Channels;
using ComplaintBot.Desk;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Desk.Accounts.Sqlite;
using ComplaintBot.Dialogs.Complaint;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Serving;

namespace ComplaintBot.Commands;

/// <summary>Fills an empty folder with an invented busy hour that ends now, made by real turns, so that the desk can be looked at and learnt.</summary>
internal sealed class SeedCommand(ConsoleTexts texts, TextWriter output, TimeProvider clock)
{
    /// <summary>Fills.</summary>
    /// <param name="settings">The settings of the server that is to be started on it; they name the folder.</param>
    /// <param name="withPeople">Whether to add people who work at the desk.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <exception cref="CommandException">The folder is not empty.</exception>
    public async Task RunAsync(ServeSettings settings, bool withPeople, CancellationToken cancellationToken)
    {
        if (Directory.Exists(settings.Data) && Directory.EnumerateFileSystemEntries(settings.Data).Any()) throw new CommandException(texts["seed-not-empty", ("folder", settings.Data)]);
        var (script, turns) = (SeedScript.Load(), new SessionClock(clock));
        using var parts = await Composition.OpenAsync(settings.Data, settings.Playbooks, turns, cancellationToken).ConfigureAwait(false);
        var people = new Dictionary<string, Colleague>();
        var links = new List<string>();
        if (withPeople)
        {
            using var deskFile = await DeskSchema.OpenAsync(settings.Data, cancellationToken).ConfigureAwait(false);
            foreach (var (person, account, link) in await InviteAsync(script, Composition.Desk(deskFile, parts, settings, clock), settings.Urls[0], cancellationToken).ConfigureAwait(false))
            {
                people[person.Key] = new(account.Id, account.Name, account.Role.Id()) { Languages = account.Languages };
                links.Add(texts["seed-invite", ("name", account.Name), ("role", account.Role.Id()), ("link", link)]);
            }
        }

        Tell(await PlayAsync(script, parts, people, turns).ConfigureAwait(false), settings.Data);
        foreach (var link in links) await output.WriteLineAsync(link).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<ConversationState>> PlayAsync(SeedScript script, Composition parts, Dictionary<string, Colleague> people, SessionClock turns)
    {
        var (desk, end) = (new SeedDesk([.. people.Values], script.Customers), clock.GetLocalNow());
        var noFiles = new DeskFiles(parts.Store, _ => desk, new UploadReader(0, []), parts.Ids);
        var commands = new DeskCommands(parts.Runner, _ => desk, desk, noFiles, turns);
        var states = new List<ConversationState>();
        foreach (var customer in script.Customers) states.Add(await new SeedTalk(customer, people, (parts.Runner, commands), (turns, end)).PlayAsync().ConfigureAwait(false));
        return states;
    }

    private static async Task<IReadOnlyList<(SeedPerson Person, DeskAccount Account, string Link)>> InviteAsync(SeedScript script, DeskParts parts, string address, CancellationToken cancellationToken)
    {
        var invited = new List<(SeedPerson, DeskAccount, string)>();
        foreach (var person in script.People)
        {
            var role = Identifiers.TryParse<DeskRole>(person.Role, out var known) ? known : throw new InvalidOperationException($"seed.yaml: there is no role '{person.Role}'.");
            var account = new DeskAccount { Id = parts.Ids.Delivery(), Name = person.Name, Role = role, Languages = person.Languages };
            invited.Add((person, account, await DeskAccounts.InviteAsync(parts, account, address, cancellationToken).ConfigureAwait(false)));
        }

        return invited;
    }

    private void Tell(IReadOnlyList<ConversationState> states, string folder)
    {
        string Count(Func<ConversationState, bool> which) => $"{states.Count(which)}";
        output.WriteLine(texts["seed-done", ("chats", $"{states.Count}"), ("waiting", Count(one => one is { Over: false, Owner: Owner.Waiting })),
            ("held", Count(one => one is { Over: false, Owner: Owner.Person })), ("over", Count(one => one.Over))]);
        output.WriteLine(texts["seed-next", ("folder", folder)]);
    }
}
