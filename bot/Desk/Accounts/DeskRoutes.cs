using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Desk.Accounts;

/// <summary>Says at a route who may call it, and within it who does.</summary>
internal static class DeskRoutes
{
    /// <summary>For everybody who is signed in; so is what says nothing.</summary>
    public static TBuilder RequireDesk<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.For(new DeskAccess());

    /// <summary>For some roles.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder route, params DeskRole[] roles) where TBuilder : IEndpointConventionBuilder => route.For(new DeskAccess { Roles = roles });

    /// <summary>For whom an access says.</summary>
    public static TBuilder For<TBuilder>(this TBuilder route, DeskAccess access) where TBuilder : IEndpointConventionBuilder
    {
        route.Add(endpoint => endpoint.Metadata.Add(access));
        return route;
    }

    /// <summary>Who is signed in.</summary>
    /// <exception cref="InvalidOperationException">The route is open to anybody.</exception>
    public static DeskIdentity Desk(this HttpContext context) => context.User.Identity as DeskIdentity ?? throw new InvalidOperationException("Nobody has to be signed in here. Add RequireDesk() to the route.");
}
