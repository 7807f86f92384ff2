using Microsoft.AspNetCore.Http;

namespace ComplaintBot.Desk;

/// <summary>Lets people in who are signed in.</summary>
internal interface IDeskDoor
{
    /// <summary>Who a request comes from; null when they are not signed in.</summary>
    Task<Colleague?> AdmitAsync(HttpContext context);
}
