using ComplaintBot.Channels;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ComplaintBot.Desk.Accounts;

/// <summary>Puts people, teams and sign-in into the server.</summary>
internal static class DeskAccounts
{
    /// <summary>Adds what they need to the server that is built.</summary>
    public static void AddTo(WebApplicationBuilder builder, DeskParts parts)
    {
        var services = builder.Services;
        services.AddSingleton(parts).AddSingleton(parts.Clock).AddSingleton<DeskPeople>();
        services.AddDataProtection().SetApplicationName("ComplaintBot").AddKeyManagementOptions(options => options.XmlRepository = parts.Keys);

        // The keys lie beside the database they protect, and only their owner may read them; the framework would rather see them encrypted.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        services.AddAuthentication().AddCookie(DeskIdentity.Scheme, options => SetUp(options, parts));
        services.AddSingleton(parts.Hashing).AddSingleton<ILookupNormalizer, KeyNormalizer>();
        services.AddScoped<IPasswordValidator<DeskAccount>, PasswordRules>().AddScoped<IUserValidator<DeskAccount>, NameRules>();
        services.AddSingleton(provider => new AccountUserStore(parts.Accounts, provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddIdentityCore<DeskAccount>().AddUserManager<AccountManager>();
    }

    /// <summary>Adds the gate and the addresses; routing stands before it.</summary>
    public static void MapAccounts(WebApplication app, RequestLimits limits)
    {
        var (parts, people) = (app.Services.GetRequiredService<DeskParts>(), app.Services.GetRequiredService<DeskPeople>());
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("ComplaintBot.Desk");

        // The host would sign people in before it knows from the proxy that the request is https, and on every page; the gate does it where it is needed.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.Use(new DeskGate(parts.Settings, limits).AroundAsync);
        new SignInEndpoints(parts, people, limits, log).Map(app);
        new OwnEndpoints(parts, people, log).Map(app);
        new PeopleEndpoints(parts, people, log).Map(app);
        new TeamEndpoints(parts, log).Map(app);
    }

    /// <summary>The link for the first admin, as long as nobody keeps people yet; null afterwards.</summary>
    public static async Task<string?> FirstLinkAsync(WebApplication app, string address, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var manager = scope.ServiceProvider.GetRequiredService<AccountManager>();
        return await new Invitations(scope.ServiceProvider.GetRequiredService<DeskParts>()).FirstAsync(address, manager, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds a person where no server runs, and makes the link with which it signs up.</summary>
    public static async Task<string> InviteAsync(DeskParts parts, DeskAccount account, string address, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "ComplaintBot" });

        // Never started; without it nothing can be built.
        builder.WebHost.UseKestrelCore();
        AddTo(builder, parts);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<AccountManager>().CreateAsync(account).ConfigureAwait(false);
        if (!added.Succeeded) throw new InvalidOperationException($"'{account.Name}' could not be added: {added}");
        return await new Invitations(parts).LinkAsync(account, address, cancellationToken).ConfigureAwait(false);
    }

    private static void SetUp(CookieAuthenticationOptions options, DeskParts parts)
    {
        options.TimeProvider = parts.Clock;
        options.SessionStore = new SessionTickets(parts.Accounts, parts.Sessions, parts.Settings, parts.Ids, parts.Clock);
        options.CookieManager = new SessionCookies();
        options.ExpireTimeSpan = parts.Settings.LastsFor;
        options.SlidingExpiration = false;
        options.Cookie.Name = SessionCookies.Name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
