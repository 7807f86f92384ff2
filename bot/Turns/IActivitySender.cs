namespace ComplaintBot.Turns;

/// <summary>Takes an outgoing line to where its conversation is held: a channel's API, a socket, a terminal.</summary>
internal interface IActivitySender
{
    /// <summary>
    /// Delivers one line. It may be asked for the same line again after a crash: key and sequence are the same then, so that a channel
    /// which knows idempotency keys delivers it once.
    /// </summary>
    /// <exception cref="DeliveryException">It could not be delivered; whether it is worth trying again is said.</exception>
    Task SendAsync(OutboxLine line, CancellationToken cancellationToken);

    /// <summary>How many of these lines of one conversation, from the first, leave as one message; for channels on which messages are scarce.</summary>
    /// <param name="lines">All that are due, in order; at least one.</param>
    int Together(IReadOnlyList<OutboxLine> lines) => 1;
}
