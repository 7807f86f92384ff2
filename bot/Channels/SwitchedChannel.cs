namespace ComplaintBot.Channels;

/// <summary>A messenger that is switched on, as somebody who sets it up sees it.</summary>
/// <param name="Name">Its name, as <c>channels check</c> takes it.</param>
/// <param name="Hook">The path it is called at; null when it is not called.</param>
/// <param name="CheckAsync">Tries the credentials at the platform; answers what is wrong, or null.</param>
internal sealed record SwitchedChannel(string Name, string? Hook, Func<CancellationToken, Task<Sentence?>> CheckAsync);
