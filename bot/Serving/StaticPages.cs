using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace ComplaintBot.Serving;

/// <summary>The demonstration page and the chat widget, as they were built.</summary>
internal static class StaticPages
{
    private const string NotBuilt = "The pages have not been built. Run 'npm ci && npm run build' in bot/Web/chat (Node 20.19 or later), then build the bot again.";

    /// <summary>What to do when there are no pages; null when there are.</summary>
    public static string? WhyMissing(string folder) => File.Exists(Path.Combine(folder, "index.html")) || File.Exists(Path.Combine(folder, "chat", "chat.js")) ? null : NotBuilt;

    /// <summary>Serves a folder of pages; where there are none, the first page says how to build them.</summary>
    public static void Use(WebApplication app, string folder)
    {
        if (WhyMissing(folder) is { } missing)
        {
            app.Use((context, next) => context.Request.Path == "/" && HttpMethods.IsGet(context.Request.Method) ? context.Response.WriteAsync($"ComplaintBot\n\n{missing}\n") : next(context));
            return;
        }

        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = served => served.Context.Response.Headers.CacheControl = "no-cache" });
    }
}
