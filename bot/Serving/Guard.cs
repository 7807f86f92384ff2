using ComplaintBot.Channels;
using ComplaintBot.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Serving;

/// <summary>Stands around every request: what fails in it is answered as a problem, never as a page of our inner workings.</summary>
internal sealed class Guard(ILogger log)
{
    /// <summary>Runs the rest of a request.</summary>
    public async Task AroundAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (Empty(context.Response) is { } refusal) await RefusalWriter.WriteAsync(context, refusal).ConfigureAwait(false);
        }
        catch (Exception broken) when (context.RequestAborted.IsCancellationRequested && broken is OperationCanceledException or IOException)
        {
            // The client is gone; nobody waits for an answer.
        }
        catch (BadHttpRequestException wrong)
        {
            await AnswerAsync(context, wrong.StatusCode == StatusCodes.Status413PayloadTooLarge ? Refusal.TooLarge(0, "bytes") : Refusal.Bad("the request broke off or is not HTTP")).ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            ServingLog.StoreFailed(log, context.Request.Method, Route(context), failure);
            await AnswerAsync(context, Refusal.StoreFails).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            ServingLog.RequestFailed(log, context.Request.Method, Route(context), failure);
            await AnswerAsync(context, Refusal.Failure).ConfigureAwait(false);
        }
    }

    private static async Task AnswerAsync(HttpContext context, Refusal refusal)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        await RefusalWriter.WriteAsync(context, refusal).ConfigureAwait(false);
    }

    /// <summary>What the framework left without a word.</summary>
    private static Refusal? Empty(HttpResponse response)
    {
        if (response.HasStarted || response.ContentType is not null) return null;
        return response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Refusal.UnknownPath,
            StatusCodes.Status405MethodNotAllowed => Refusal.WrongMethod,
            _ => null,
        };
    }

    /// <summary>The pattern of the address, which holds no id.</summary>
    private static string Route(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
}
