using ComplaintBot.Dialogs.Runtime.Activities;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>An upload as it was read.</summary>
/// <param name="Activity">The activity the files go with; empty when none was sent.</param>
/// <param name="Files">The files, in order.</param>
internal sealed record Upload(Activity Activity, IReadOnlyList<SentFile> Files);

/// <summary>A file as it was sent.</summary>
/// <param name="Name">Its name, without a path.</param>
/// <param name="ContentType">What the client says it is.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record SentFile(string Name, string ContentType, byte[] Bytes);
