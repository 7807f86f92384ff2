using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Channels;

/// <summary>Holds back who asks too often: by address, and by conversation.</summary>
internal sealed class RequestLimits(LimitSettings settings) : IDisposable
{
    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    private readonly PartitionedRateLimiter<string> requests = PerMinute(settings.RequestsPerMinute);
    private readonly PartitionedRateLimiter<string> sessions = PerMinute(settings.RequestsPerMinute);
    private readonly PartitionedRateLimiter<string> tokens = PerMinute(settings.TokensPerMinute);
    private readonly PartitionedRateLimiter<string> signIns = PerMinute(settings.SignInsPerMinute);
    private readonly PartitionedRateLimiter<ConversationKey> messages = PartitionedRateLimiter.Create<ConversationKey, ConversationKey>(
        key => RateLimitPartition.GetTokenBucketLimiter(key, _ => Bucket(settings.MessagesPerMinute)));

    private readonly PartitionedRateLimiter<string> conversations = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetSlidingWindowLimiter(address, _ => new() { PermitLimit = settings.ConversationsPerHalfHour, Window = HalfHour, SegmentsPerWindow = 6 }));

    /// <summary>Counts a request; a refusal when there were too many.</summary>
    public Refusal? Request(HttpContext context) => Refused(requests.AttemptAcquire(Address(context)), Refusal.TooMany);

    /// <summary>Counts a request of somebody who is signed in at the desk: by session, for a whole team may sit behind one address.</summary>
    public Refusal? Session(string session) => Refused(sessions.AttemptAcquire(session), Refusal.TooMany);

    /// <summary>Counts a token that is asked for without a secret.</summary>
    public Refusal? Token(HttpContext context) => Refused(tokens.AttemptAcquire(Address(context)), Refusal.TooMany);

    /// <summary>Counts an attempt to sign in at the desk, or to use a link of it.</summary>
    public Refusal? SignIn(HttpContext context) => Refused(signIns.AttemptAcquire(Address(context)), Refusal.TooMany);

    /// <summary>Counts a conversation that is begun.</summary>
    public Refusal? Conversation(HttpContext context) => Refused(conversations.AttemptAcquire(Address(context)), Refusal.TooManyConversations);

    /// <summary>Counts something a customer sends.</summary>
    public Refusal? Message(ConversationKey key) => Refused(messages.AttemptAcquire(key), Refusal.TooMany);

    /// <inheritdoc/>
    public void Dispose()
    {
        requests.Dispose();
        sessions.Dispose();
        tokens.Dispose();
        signIns.Dispose();
        messages.Dispose();
        conversations.Dispose();
    }

    /// <summary>What counts as one address: of IPv6 the first half, for the second is the customer's to choose.</summary>
    public static string Address(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }

    private static PartitionedRateLimiter<string> PerMinute(int most) =>
        PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => Bucket(most)));

    private static TokenBucketRateLimiterOptions Bucket(int most) =>
        new() { TokenLimit = most, TokensPerPeriod = Math.Max(1, most / 6), ReplenishmentPeriod = TimeSpan.FromSeconds(10), QueueLimit = 0 };

    private static Refusal? Refused(RateLimitLease lease, Func<TimeSpan, Refusal> refuse)
    {
        using (lease) return lease.IsAcquired ? null : refuse(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(10));
    }
}
