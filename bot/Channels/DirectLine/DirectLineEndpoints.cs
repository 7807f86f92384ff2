using System.Globalization;
using ComplaintBot.Dialogs.Runtime.Activities;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Channels.DirectLine;

/// <summary>Direct Line 3.0 as its clients call it. A handler answers, or says why it refuses.</summary>
internal sealed class DirectLineEndpoints(DirectLineParts parts, DirectLineAccess access, DirectLineStream stream, DirectLineUpload upload)
{
    /// <summary>Where Direct Line begins.</summary>
    public const string Root = "/v3/directline";

    /// <summary>How long the address of a stream may be opened.</summary>
    private static readonly TimeSpan StreamLife = TimeSpan.FromSeconds(60);

    private readonly DirectLineChannel channel = parts.Channel;

    /// <summary>Adds the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        Post("/conversations", StartAsync);
        Get("/conversations/{id}", ReconnectAsync);
        Post("/tokens/generate", GenerateAsync);
        Post("/tokens/refresh", RefreshAsync);
        Post("/conversations/{id}/activities", SendAsync);
        Get("/conversations/{id}/activities", ReadAsync);
        Get("/conversations/{id}/stream", stream.OpenAsync);
        Post("/conversations/{id}/upload", upload.TakeAsync);
        Get("/files/{site}/{id}/{file}", FileAsync);

        void Get(string path, Func<HttpContext, Task<Refusal?>> handler) => routes.MapMethods(Root + path, [HttpMethods.Get], context => AnswerAsync(context, handler));
        void Post(string path, Func<HttpContext, Task<Refusal?>> handler) => routes.MapMethods(Root + path, [HttpMethods.Post], context => AnswerAsync(context, handler));
    }

    /// <summary>Runs a handler, and writes why it refused.</summary>
    public static async Task AnswerAsync(HttpContext context, Func<HttpContext, Task<Refusal?>> handler)
    {
        if (await handler(context).ConfigureAwait(false) is { } refusal) await RefusalWriter.WriteAsync(context, refusal).ConfigureAwait(false);
    }

    /// <summary>The number a watermark stands for: 0 for none, null when it is no number of ours.</summary>
    public static long? Watermark(string? text)
    {
        if (string.IsNullOrEmpty(text)) return 0;
        return text.Length <= 18 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Answers with JSON.</summary>
    public static async Task JsonAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<Refusal?> StartAsync(HttpContext context)
    {
        if (access.Admit(context.Request, null, out var caller) is { } refused) return refused;
        if (await Bodies.ReadAsync(context.Request, parts.Limits.BodyBytes).ConfigureAwait(false) is not { } body) return Refusal.TooLarge(parts.Limits.BodyBytes, "bytes");
        if (DirectLineWire.Read(body, out var request) is { } unreadable) return unreadable;
        if (caller.Grant?.User is null && request.User?.Id is { } claimed && !ClientActivity.MayClaim(claimed)) return Refusal.Bad("user id may begin with dl_ only in a token");
        var conversation = caller.Grant?.Conversation ?? parts.Ids.Delivery();
        var (key, grant) = (caller.Key(conversation), caller.For(conversation));
        var isNew = await channel.LastAsync(key, context.RequestAborted).ConfigureAwait(false) is null;
        if (isNew && parts.RequestLimits.Conversation(context) is { } throttled) return throttled;
        isNew = await channel.StartAsync(key, grant, UserOf(grant, request), request.Locale is { Length: <= 35 } tag ? tag : null, context.RequestAborted).ConfigureAwait(false);
        await JsonAsync(context, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, Opened(context.Request, grant, null)).ConfigureAwait(false);
        return null;
    }

    private async Task<Refusal?> ReconnectAsync(HttpContext context)
    {
        var id = Id(context);
        if (access.Admit(context.Request, id, out var caller) is { } refused) return refused;
        if (await channel.LastAsync(caller.Key(id), context.RequestAborted).ConfigureAwait(false) is not { } last) return Refusal.UnknownConversation;
        string? said = context.Request.Query["watermark"];
        if (Watermark(said) is not { } watermark) return Refusal.Bad("the watermark is not one of ours");

        // No watermark at all asks for what is new from now on; an empty one for everything.
        var from = said is null ? last : watermark;
        await JsonAsync(context, StatusCodes.Status200OK, Opened(context.Request, caller.For(id), from)).ConfigureAwait(false);
        return null;
    }

    private async Task<Refusal?> GenerateAsync(HttpContext context)
    {
        if (access.Admit(context.Request, null, out var caller) is { } refused) return refused;
        if (caller.Grant is not null) return Refusal.SecretNeeded;
        if (await Bodies.ReadAsync(context.Request, parts.Limits.BodyBytes).ConfigureAwait(false) is not { } body) return Refusal.TooLarge(parts.Limits.BodyBytes, "bytes");
        if (DirectLineWire.Read(body, out var request) is { } unreadable) return unreadable;
        if (request.User is { } user && (user.Id is not { Length: <= 256 } named || !named.StartsWith(ClientActivity.ProvenPrefix, StringComparison.Ordinal))) return Refusal.Bad("user id must start with dl_");
        if (request.TrustedOrigins is { } origins && (origins.Count > 20 || origins.Any(origin => origin is not { Length: > 0 and <= 200 }))) return Refusal.Bad("at most 20 trusted origins of at most 200 characters");
        if (request.TrustedOrigins?.FirstOrDefault(origin => !access.Knows(context.Request, origin)) is { } stranger) return Refusal.Origin(stranger);
        var grant = caller.For(parts.Ids.Delivery()) with { User = request.User?.Id, Name = ClientActivity.Named(request.User?.Name), Origins = request.TrustedOrigins ?? [] };
        await JsonAsync(context, StatusCodes.Status200OK, Issued(grant)).ConfigureAwait(false);
        return null;
    }

    private async Task<Refusal?> RefreshAsync(HttpContext context)
    {
        if (access.Admit(context.Request, null, out var caller) is { } refused) return refused;
        if (caller.Grant is not { } grant) return Refusal.TokenNeeded;
        await JsonAsync(context, StatusCodes.Status200OK, Issued(grant)).ConfigureAwait(false);
        return null;
    }

    private async Task<Refusal?> SendAsync(HttpContext context)
    {
        var id = Id(context);
        if (access.Admit(context.Request, id, out var caller) is { } refused) return refused;
        var key = caller.Key(id);
        if (!await channel.IsThereAsync(key, context.RequestAborted).ConfigureAwait(false)) return Refusal.UnknownConversation;
        if (parts.RequestLimits.Message(key) is { } throttled) return throttled;
        if (await Bodies.ReadAsync(context.Request, parts.Limits.BodyBytes).ConfigureAwait(false) is not { } body) return Refusal.TooLarge(parts.Limits.BodyBytes, "bytes");
        if (DirectLineWire.Read(body, parts.Limits.ActivityCharacters, out var activity) is { } unreadable) return unreadable;
        var own = ClientActivity.OwnId(activity) ?? parts.Ids.Delivery();
        if (ClientActivity.Clean(activity, caller.Grant, key, parts.Limits.TextCharacters) is { } wrong) return wrong;
        await JsonAsync(context, StatusCodes.Status200OK, DirectLineWire.Object(("id", await TakeAsync(key, activity, own, context.RequestAborted).ConfigureAwait(false)))).ConfigureAwait(false);
        return null;
    }

    /// <summary>Messages and events are kept, typing is passed on, and everything else is accepted and does nothing.</summary>
    private async Task<string> TakeAsync(ConversationKey key, Activity activity, string own, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case ActivityTypes.Message or ActivityTypes.Event:
                return await channel.AcceptAsync(key, activity, own, cancellationToken).ConfigureAwait(false);
            case ActivityTypes.Typing:
                parts.NoteTyping(key);
                return channel.Pass(key, activity, parts.Ids.Delivery());
            default:
                return $"{key.Conversation}|x{parts.Ids.Delivery()}";
        }
    }

    private async Task<Refusal?> ReadAsync(HttpContext context)
    {
        var id = Id(context);
        if (access.Admit(context.Request, id, out var caller) is { } refused) return refused;
        if (Watermark(context.Request.Query["watermark"]) is not { } watermark) return Refusal.Bad("the watermark is not one of ours");
        var key = caller.Key(id);
        if (await channel.LastAsync(key, context.RequestAborted).ConfigureAwait(false) is not { } last) return Refusal.UnknownConversation;
        parts.Pages.Seen(key);
        var (activities, read) = await channel.ReadAsync(key, Math.Min(watermark, last), context.RequestAborted).ConfigureAwait(false);
        var page = DirectLineWire.Page(activities, read.ToString(CultureInfo.InvariantCulture), access.BaseUrl(context.Request));
        await JsonAsync(context, StatusCodes.Status200OK, page).ConfigureAwait(false);
        return null;
    }

    /// <summary>Whoever knows the id of a file may see it: pictures on a page are fetched without a token.</summary>
    private async Task<Refusal?> FileAsync(HttpContext context)
    {
        string Route(string name) => context.Request.RouteValues[name] as string ?? "";
        if (await channel.FileAsync(Route("site"), Route("id"), Route("file"), context.RequestAborted).ConfigureAwait(false) is not { } file) return Refusal.UnknownPath;
        await FileAnswer.WriteAsync(context, file).ConfigureAwait(false);
        return null;
    }

    /// <summary>The conversation named in the address.</summary>
    internal static string Id(HttpContext context) => context.Request.RouteValues["id"] as string ?? "";

    private static ChannelAccount? UserOf(Grant grant, ClientRequest request)
    {
        if (grant.User is { } proven) return new() { Id = proven, Name = grant.Name ?? ClientActivity.Named(request.User?.Name), Role = RoleTypes.User };
        return request.User?.Id is { Length: > 0 } said ? new() { Id = said, Name = ClientActivity.Named(request.User.Name), Role = RoleTypes.User } : null;
    }

    private ReadOnlyMemory<byte> Issued(Grant grant) =>
        DirectLineWire.Object(("conversationId", grant.Conversation), ("token", parts.Signer.Issue(grant, parts.Settings.TokenLife)), ("expires_in", (long)parts.Settings.TokenLife.TotalSeconds));

    private ReadOnlyMemory<byte> Opened(HttpRequest request, Grant grant, long? watermark)
    {
        var once = parts.Signer.Issue(grant with { Use = GrantUse.Stream }, StreamLife);
        var from = watermark is null ? "" : string.Create(CultureInfo.InvariantCulture, $"watermark={watermark}&");
        var address = access.BaseUrl(request);
        var socket = string.Concat("ws", address.AsSpan(4));
        return DirectLineWire.Object(
            ("conversationId", grant.Conversation),
            ("token", parts.Signer.Issue(grant, parts.Settings.TokenLife)),
            ("expires_in", (long)parts.Settings.TokenLife.TotalSeconds),
            ("streamUrl", $"{socket}{Root}/conversations/{Uri.EscapeDataString(grant.Conversation)}/stream?{from}t={once}"));
    }
}
