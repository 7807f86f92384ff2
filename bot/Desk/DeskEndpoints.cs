using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ComplaintBot.Desk.Accounts;
using ComplaintBot.Dialogs.Complaint.Desk;
using ComplaintBot.Dialogs.Vocabulary;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ComplaintBot.Desk;

/// <summary>The desk over HTTP. A handler answers, or says why it does not.</summary>
internal sealed class DeskEndpoints(LiveDesk desk)
{
    /// <summary>Where the desk's addresses begin.</summary>
    public const string Root = "/desk/api";

    private const int LargestBody = 65_536;
    private const int LongestId = 100;
    private const int UsualLines = 500;

    /// <summary>Adds the routes.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        Add(HttpMethods.Get, "/chats", ChatsAsync);
        Add(HttpMethods.Get, "/chats/{channel}/{conversation}", ChatAsync);
        Add(HttpMethods.Get, "/chats/{channel}/{conversation}/lines", LinesAsync);
        Add(HttpMethods.Get, "/chats/{channel}/{conversation}/phrases", PhrasesAsync);
        Add(HttpMethods.Get, "/chats/{channel}/{conversation}/case", CaseAsync);
        Add(HttpMethods.Post, "/chats/{channel}/{conversation}/commands", CommandAsync);
        Add(HttpMethods.Post, "/chats/{channel}/{conversation}/files", FilesAsync);
        Add(HttpMethods.Post, "/next", NextAsync);
        Add(HttpMethods.Get, "/approvals", ApprovalsAsync);
        Add(HttpMethods.Get, "/people/load", LoadAsync);
        Add(HttpMethods.Get, "/colleagues", ColleaguesAsync);
        Add(HttpMethods.Put, "/presence", PresenceAsync);
        routes.MapHub<DeskHub>("/desk/hub", options => options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets).RequireDesk();

        void Add(string method, string path, Func<HttpContext, Colleague, Task<DeskProblem?>> handler) => routes.MapMethods(Root + path, [method], context => AnswerAsync(context, handler)).RequireDesk();
    }

    private async Task AnswerAsync(HttpContext context, Func<HttpContext, Colleague, Task<DeskProblem?>> handler)
    {
        var person = await desk.Colleagues.OfAsync(context.Desk(), context.RequestAborted).ConfigureAwait(false);
        var problem = person.MayRead ? await handler(context, person).ConfigureAwait(false) : DeskProblem.NotAllowed;
        if (problem is not null) await problem.WriteAsync(context).ConfigureAwait(false);
    }

    private async Task<DeskProblem?> ChatsAsync(HttpContext context, Colleague person)
    {
        var asked = ListRequest.Read(context.Request.Query, out var wrong);
        if (wrong is not null) return DeskProblem.Bad(wrong);
        if (await desk.Reader.PageAsync(person, asked, context.RequestAborted).ConfigureAwait(false) is not { } page) return DeskProblem.Bad("view");
        return await JsonAsync(context, page, DeskWire.Wire.ChatPage).ConfigureAwait(false);
    }

    private Task<DeskProblem?> ChatAsync(HttpContext context, Colleague person) => WithChatAsync(context, person, async chat =>
    {
        if (await desk.Views.ViewAsync(chat, person, Language(context), context.RequestAborted).ConfigureAwait(false) is not { } view) return DeskProblem.Unknown;
        await desk.Reader.NoteAsync(person, chat, context.RequestAborted).ConfigureAwait(false);
        return await JsonAsync(context, DeskReader.IsOwn(person, chat) ? view : DeskReader.Hidden(view), DeskWire.Wire.ChatView).ConfigureAwait(false);
    });

    private Task<DeskProblem?> LinesAsync(HttpContext context, Colleague person) => WithChatAsync(context, person, async chat =>
    {
        var query = context.Request.Query;
        if (Limit(query["limit"], UsualLines, DeskReader.MostLines) is not { } most) return DeskProblem.Bad("limit");
        if (Number(query["after"]) is not { } after) return DeskProblem.Bad("after");
        var page = await desk.Reader.LinesAsync(person, chat, after, most, context.RequestAborted).ConfigureAwait(false);
        await desk.Reader.NoteAsync(person, chat, context.RequestAborted).ConfigureAwait(false);
        return await JsonAsync(context, page, DeskWire.Wire.LinePage).ConfigureAwait(false);
    });

    private Task<DeskProblem?> PhrasesAsync(HttpContext context, Colleague person) => WithChatAsync(context, person, async chat =>
        await desk.Views.PhrasesAsync(chat, person, context.RequestAborted).ConfigureAwait(false) is { } phrases
            ? await JsonAsync(context, phrases, DeskWire.Wire.IReadOnlyListMomentPhrase).ConfigureAwait(false) : DeskProblem.Unknown);

    private Task<DeskProblem?> CaseAsync(HttpContext context, Colleague person) => WithChatAsync(context, person, async chat =>
    {
        if (await desk.Views.CaseAsync(chat, person, Language(context), context.RequestAborted).ConfigureAwait(false) is not { } file) return DeskProblem.Unknown;
        await desk.Reader.NoteAsync(person, chat, context.RequestAborted).ConfigureAwait(false);
        return await JsonAsync(context, file, DeskWire.Wire.CaseFile).ConfigureAwait(false);
    });

    private Task<DeskProblem?> CommandAsync(HttpContext context, Colleague person) => WithChatAsync(context, person, async chat =>
    {
        if (!person.MayAct) return DeskProblem.NotAllowed;
        var (request, problem) = await ReadAsync(context, DeskWire.Wire.CommandRequest).ConfigureAwait(false);
        if (problem is not null) return problem;
        if (request!.Id is not { Length: > 0 and <= LongestId } id) return DeskProblem.Bad("id");
        if (DeskCommandJson.ReadCommand(request.Command) is not { } command) return new(StatusCodes.Status400BadRequest, DeskRefusal.Malformed);
        var key = new ConversationKey(chat.Channel, chat.Conversation);
        var outcome = await desk.Commands.RunAsync(person, key, id, command).ConfigureAwait(false);
        if (outcome is null) return DeskProblem.Unknown;
        if (outcome.Refusal is { } refusal) return new(StatusCodes.Status409Conflict, refusal.Code, refusal.Detail);
        desk.Presence.Does(person.Id, key);
        return await OneAsync(context, person, key).ConfigureAwait(false);
    });

    private Task<DeskProblem?> FilesAsync(HttpContext context, Colleague person) => WithChatAsync(context, person, async chat =>
    {
        if (!person.MayAct) return DeskProblem.NotAllowed;
        if (chat.Agent is { } agent && !DeskReader.IsOwn(person, chat)) return new(StatusCodes.Status409Conflict, agent.Id == DeskPerson.PlatformId ? DeskRefusal.WithPlatform : DeskRefusal.NotYours, agent.Name);
        var (files, problem) = await desk.Files.TakeAsync(context.Request, new(chat.Channel, chat.Conversation)).ConfigureAwait(false);
        return problem ?? await JsonAsync(context, files!, DeskWire.Wire.IReadOnlyListWireFile).ConfigureAwait(false);
    });

    private async Task<DeskProblem?> NextAsync(HttpContext context, Colleague person)
    {
        if (!person.MayAct) return DeskProblem.NotAllowed;
        if (await desk.Loads.StateOfAsync(person.Id, context.RequestAborted).ConfigureAwait(false) == PresenceState.Full) return new(StatusCodes.Status409Conflict, "full");
        if (await desk.Queue.TakeNextAsync(person, desk.Parts.Ids.Delivery(), context.RequestAborted).ConfigureAwait(false) is { } key) return await OneAsync(context, person, key).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return null;
    }

    private async Task<DeskProblem?> ApprovalsAsync(HttpContext context, Colleague person) =>
        await JsonAsync(context, await desk.Reader.ApprovalsAsync(person, context.RequestAborted).ConfigureAwait(false), DeskWire.Wire.IReadOnlyListChatSummary).ConfigureAwait(false);

    private async Task<DeskProblem?> LoadAsync(HttpContext context, Colleague person) =>
        await JsonAsync(context, await desk.Loads.AllAsync(context.RequestAborted).ConfigureAwait(false), DeskWire.Wire.IReadOnlyListPersonLoad).ConfigureAwait(false);

    private async Task<DeskProblem?> ColleaguesAsync(HttpContext context, Colleague person) =>
        await JsonAsync(context, await desk.Loads.CompanyAsync(context.RequestAborted).ConfigureAwait(false), DeskWire.Wire.Company).ConfigureAwait(false);

    private async Task<DeskProblem?> PresenceAsync(HttpContext context, Colleague person)
    {
        var (request, problem) = await ReadAsync(context, DeskWire.Wire.PresenceRequest).ConfigureAwait(false);
        if (problem is not null) return problem;
        if (!Identifiers.TryParse<PresenceState>(request!.State, out var state) || state == PresenceState.Full) return DeskProblem.Bad("state");
        desk.Presence.Set(person.Id, state);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return null;
    }

    private async Task<DeskProblem?> WithChatAsync(HttpContext context, Colleague person, Func<ChatSummary, Task<DeskProblem?>> handler)
    {
        var values = context.Request.RouteValues;
        var key = new ConversationKey(values["channel"] as string ?? "", values["conversation"] as string ?? "");
        return await desk.Reader.FindAsync(person, key, context.RequestAborted).ConfigureAwait(false) is { } chat ? await handler(chat).ConfigureAwait(false) : DeskProblem.Unknown;
    }

    private async Task<DeskProblem?> OneAsync(HttpContext context, Colleague person, ConversationKey key) =>
        await desk.Reader.FindAsync(person, key, context.RequestAborted).ConfigureAwait(false) is { } chat ? await JsonAsync(context, new OneChat(chat), DeskWire.Wire.OneChat).ConfigureAwait(false) : DeskProblem.Unknown;

    private static async Task<DeskProblem?> JsonAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await JsonSerializer.SerializeAsync(context.Response.Body, value, type, context.RequestAborted).ConfigureAwait(false);
        return null;
    }

    private static async Task<(T? Value, DeskProblem? Problem)> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type) where T : class
    {
        if (context.Request.ContentLength is null or > LargestBody) return (null, DeskProblem.TooLarge);
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted).ConfigureAwait(false) is { } value ? (value, null) : (null, DeskProblem.Bad("null"));
        }
        catch (JsonException wrong)
        {
            return (null, DeskProblem.Bad(wrong.Path ?? "JSON"));
        }
    }

    private static Tongue Language(HttpContext context) => DeskTexts.For(context.Request.Headers.AcceptLanguage).Language == "en" ? Tongue.En : Tongue.ZhHans;

    private static long? Number(string? text) =>
        string.IsNullOrEmpty(text) ? 0 : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Limit(string? text, int usual, int most) => string.IsNullOrEmpty(text) ? usual : Number(text) is { } number and > 0 ? (int)Math.Min(number, most) : null;
}
