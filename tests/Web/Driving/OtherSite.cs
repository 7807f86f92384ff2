using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace ComplaintBot.Web.Tests.Driving;

/// <summary>A site of somebody else, on an origin of its own: one page, and the clients of others as files.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private OtherSite(WebApplication app) => this.app = app;

    /// <summary>Its origin.</summary>
    public string Url => app.Urls.Single();

    /// <summary>What its page holds between the tags of the body; set before the page is opened.</summary>
    public string Body { get; set; } = "";

    /// <summary>Its Content-Security-Policy; empty for none.</summary>
    public string Policy { get; set; } = "";

    /// <summary>Starts it.</summary>
    public static async Task<OtherSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var site = new OtherSite(builder.Build());
        site.app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Clients), RequestPath = "/clients" });
        site.app.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            if (site.Policy.Length > 0) context.Response.Headers.ContentSecurityPolicy = site.Policy;
            return context.Response.WriteAsync($"<!doctype html><html lang=\"en\"><title>Another site</title><link rel=\"icon\" href=\"data:,\"><body>{site.Body}</body></html>");
        });
        await site.app.StartAsync();
        return site;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Where the clients of others are installed.</summary>
    public static string Clients
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (Path.Combine(folder.FullName, "clients", "node_modules") is var found && Directory.Exists(found)) return found;
            throw new DirectoryNotFoundException("The clients are not installed. Run 'npm ci' in tests/Web/clients, or build this project.");
        }
    }
}
