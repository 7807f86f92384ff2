using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;

namespace ComplaintBot.Desk;

/// <summary>
/// In which order a person should take the chats that wait: priority, what waits for them, what they have the skill for, what they had
/// before, and within all of that the longest wait first.
/// </summary>
internal sealed class DeskQueue(IChatIndex chats, DeskCommands commands, Presence presence) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>The chats that wait, in the order in which this person should take them; without those that are hidden from them.</summary>
    public async Task<IReadOnlyList<WaitingChat>> ForAsync(Colleague person, CancellationToken cancellationToken) =>
        [.. Order((await chats.WaitingAsync(cancellationToken).ConfigureAwait(false)).Where(chat => !person.IsMeant(chat.About)), person, presence.IsOnline)];

    /// <summary>Takes the best chat for a person. Two who ask at once get two chats.</summary>
    /// <returns>The chat; null when none waits that the person should take.</returns>
    public async Task<ConversationKey?> TakeNextAsync(Colleague person, string id, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var chat in await ForAsync(person, cancellationToken).ConfigureAwait(false))
            {
                if (!MayGet(chat, person)) continue;
                var outcome = await commands.RunAsync(person, chat.Key, id, new TakeCommand(), state => state.Owner == Owner.Waiting).ConfigureAwait(false);
                if (outcome is { Refusal: null }) return chat.Key;
            }

            return null;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Orders chats for a person.</summary>
    /// <param name="waiting">The chats.</param>
    /// <param name="person">The person.</param>
    /// <param name="isOnline">Whether a person is at the desk: only then is a chat kept for them.</param>
    public static IEnumerable<WaitingChat> Order(IEnumerable<WaitingChat> waiting, Colleague person, Func<string, bool> isOnline) => waiting
        .OrderBy(chat => chat.Priority)
        .ThenBy(chat => Standing(chat.AddressedTo, person, isOnline))
        .ThenBy(chat => Fits(chat, person) ? 0 : 1)
        .ThenBy(chat => Standing(chat.LastAgent, person, isOnline))
        .ThenBy(chat => chat.QueuedAt)
        .ThenBy(chat => chat.Key.ToString(), StringComparer.Ordinal);

    /// <summary>Whether a person has the skills a chat asks for.</summary>
    public static bool Fits(WaitingChat chat, Colleague person) =>
        (person.Playbooks.Count == 0 || person.Playbooks.Contains(chat.Playbook))
        && (person.Languages.Count == 0 || person.Languages.Any(tag => Speaks(tag, chat.Language)))
        && (chat.Team is null || person.Teams.Contains(chat.Team))
        && (!chat.IsAbusive || person.TakesAbuse || person.Leads);

    /// <summary>Both scripts of Chinese are read by whoever reads one.</summary>
    private static bool Speaks(string tag, Tongue language) => TongueTags.TryParse(tag, out var tongue) && (tongue == Tongue.En) == (language == Tongue.En);

    /// <summary>A chat that is kept for a colleague who is there is theirs; abuse is for who was trained for it.</summary>
    private bool MayGet(WaitingChat chat, Colleague person) =>
        (chat.AddressedTo is null || chat.AddressedTo == person.Id || !presence.IsOnline(chat.AddressedTo)) && (!chat.IsAbusive || person.TakesAbuse || person.Leads);

    /// <summary>0 for what is this person's, 1 for what is nobody's, 2 for what is a colleague's who is there.</summary>
    private static int Standing(string? whose, Colleague person, Func<string, bool> isOnline) => whose == person.Id ? 0 : whose is not null && isOnline(whose) ? 2 : 1;

    /// <inheritdoc/>
    public void Dispose() => oneAtATime.Dispose();
}
