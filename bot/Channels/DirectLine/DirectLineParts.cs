using ComplaintBot.Turns;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>What the endpoints of Direct Line share.</summary>
internal sealed record DirectLineParts
{
    public required DirectLineSettings Settings { get; init; }

    public required LimitSettings Limits { get; init; }

    public required UploadReader Uploads { get; init; }

    public required RequestLimits RequestLimits { get; init; }

    public required DirectLineChannel Channel { get; init; }

    public required LivePages Pages { get; init; }

    public required TokenSigner Signer { get; init; }

    public required IIdSource Ids { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Told that the customer of a conversation is writing.</summary>
    public required Action<ConversationKey> NoteTyping { get; init; }

    /// <summary>Ends when the server is being stopped.</summary>
    public required CancellationToken Stopping { get; init; }
}
