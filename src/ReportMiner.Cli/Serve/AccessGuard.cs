using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ReportMiner.Cli.Serve;

/// <summary>
/// Lets in only the browser that was given the address: a token opens, a cookie keeps open, and changes must come from
/// our own page. Other sites in the same browser, other pages on this machine and renamed hosts get nothing.
/// </summary>
internal sealed class AccessGuard
{
    /// <summary>Header that a form or a picture of another page cannot send.</summary>
    public const string ChangeHeader = "X-ReportMiner";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    private readonly string _session = Secret();
    private readonly string _token = Secret();
    private string? _once;

    /// <summary>The token for people: it opens as often as it is asked.</summary>
    public string Token => _token;

    /// <summary>A token that opens one time, for command lines, which other users of the machine can see.</summary>
    public string TokenForOneUse() => _once = Secret();

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        SetHeaders(context.Response.Headers);
        var request = context.Request;
        var host = $"127.0.0.1:{context.Connection.LocalPort}";
        var cookie = $"reportminer-{context.Connection.LocalPort}";
        if (request.Host.Value != host)
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden);
        }
        else if (request.Query.TryGetValue("token", out var token) && request.Path == "/" && HttpMethods.IsGet(request.Method))
        {
            if (!Opens(token))
            {
                await RefuseAsync(context, StatusCodes.Status401Unauthorized);
                return;
            }

            context.Response.Cookies.Append(cookie, _session, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
            context.Response.Redirect("/");
        }
        else if (!Same(request.Cookies[cookie], _session))
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized);
        }
        else if (!FromOurPage(request, "http://" + host))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden);
        }
        else
        {
            await next(context);
        }
    }

    /// <summary>To a cookie, ports of one host are one site: what a page of another port asks for is told only by these headers.</summary>
    private static bool FromOurPage(HttpRequest request, string origin)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        var sent = request.Headers.Origin;
        var reads = HttpMethods.IsGet(request.Method);
        if (site.Count > 0 && site != "same-origin" && !(reads && site == "none"))
        {
            return false;
        }

        return reads
            ? sent.Count == 0 || sent == origin
            : sent == origin && request.Headers[ChangeHeader] == "1" && request.HasJsonContentType();
    }

    private bool Opens(StringValues token)
    {
        if (Same(token, _token))
        {
            return true;
        }

        var once = Volatile.Read(ref _once);
        return once is not null && Same(token, once) && Interlocked.CompareExchange(ref _once, null, once) == once;
    }

    private static bool Same(string? given, string secret) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(secret));

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("reportminer가 인쇄한 주소로 여십시오. / Open the address that reportminer printed.\n", context.RequestAborted);
    }
}
