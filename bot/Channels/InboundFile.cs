namespace ComplaintBot.Channels;

/// <summary>A file a customer sent that is still with the channel.</summary>
/// <param name="Id">The id it will be kept by; nobody can guess it.</param>
/// <param name="Reference">What the channel gives it out for.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Type">What the channel says it is; its bytes have the last word.</param>
internal sealed record InboundFile(string Id, string Reference, string Name, string Type);
