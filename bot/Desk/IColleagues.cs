using ComplaintBot.Dialogs.Complaint.Desk;

namespace ComplaintBot.Desk;

/// <summary>Who is at the desk, by their accounts.</summary>
internal interface IColleagues
{
    /// <summary>A person who may sign in; null when there is none of this id.</summary>
    Task<Colleague?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Everybody who may sign in.</summary>
    Task<IReadOnlyList<Colleague>> AllAsync(CancellationToken cancellationToken);

    /// <summary>All teams.</summary>
    Task<IReadOnlyList<DeskName>> TeamsAsync(CancellationToken cancellationToken);
}
