namespace ComplaintBot.Turns;

/// <summary>A file a customer or a person at the desk sent. It is kept with the conversation and goes with it.</summary>
/// <param name="Id">Its id, which nobody can guess: whoever knows it may see the file.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Type">The media type, as its bytes prove it.</param>
/// <param name="Bytes">The content.</param>
internal sealed record KeptFile(string Id, string Name, string Type, byte[] Bytes);
