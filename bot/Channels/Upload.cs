namespace ComplaintBot.Channels;

/// <summary>An upload as it was read.</summary>
/// <param name="Activity">The JSON of the activity the files go with; null when none was sent.</param>
/// <param name="Files">The files, in order.</param>
internal sealed record Upload(byte[]? Activity, IReadOnlyList<SentFile> Files);

/// <summary>A file as it was sent.</summary>
/// <param name="Name">Its name, without a path.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record SentFile(string Name, byte[] Bytes)
{
    /// <summary>What it is, as its bytes prove it.</summary>
    public string Kind { get; } = FileKinds.Of(Bytes);
}
