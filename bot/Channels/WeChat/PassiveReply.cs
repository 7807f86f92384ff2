namespace ComplaintBot.Channels.WeChat;

/// <summary>A call of WeChat that is waiting for its answer: what is said in it costs no message of the window.</summary>
internal sealed class PassiveReply
{
    private readonly TaskCompletionSource<string?> said = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is to be said; null when nothing came in time.</summary>
    public Task<string?> Said => said.Task;

    /// <summary>Says something in it.</summary>
    /// <returns>False when it is too late; else, later, whether the answer was written.</returns>
    public async Task<bool> TrySayAsync(string text) => said.TrySetResult(text) && await written.Task.ConfigureAwait(false);

    /// <summary>Nothing more is waited for.</summary>
    public void Close() => said.TrySetResult(null);

    /// <summary>The answer was written, or could not be.</summary>
    public void Note(bool isWritten) => written.TrySetResult(isWritten);
}
