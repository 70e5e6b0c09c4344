using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using ReportMiner.Cli.Review;
using ReportMiner.Cli.Serve.Views;
using ReportMiner.Emit;
using ReportMiner.Review.Events;

namespace ReportMiner.Cli.Serve;

/// <summary>Serves the review page of a folder to this machine alone.</summary>
internal sealed class ReviewServer : IAsyncDisposable
{
    private const long LargestRequest = 16 << 20;

    private static readonly JsonSerializerOptions Json = new(ReportJson.Options) { WriteIndented = false };

    private readonly AccessGuard _guard = new();
    private readonly ReviewedWriter _writer;
    private readonly SourcePictures _pictures;
    private readonly ReportShelf _shelf;
    private readonly string _who;
    private readonly WebApplication _app;

    /// <param name="folder">The folder of the outputs.</param>
    /// <param name="sources">The folder of the reports they were read from, or null.</param>
    /// <param name="port">0 takes a free one.</param>
    /// <param name="who">The reviewer.</param>
    public ReviewServer(string folder, string? sources, int port, string who, PdfOptions options, TextWriter messages)
    {
        _who = who;
        _writer = new ReviewedWriter(messages);
        _pictures = new SourcePictures(sources, options);
        _shelf = new ReportShelf(folder, new EventStamps(who, ReviewChannel.Browser), _writer);

        // Empty: no settings file and no environment variable can make it listen elsewhere.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.PropertyNamingPolicy = Json.PropertyNamingPolicy;
            o.SerializerOptions.RespectNullableAnnotations = true;
            o.SerializerOptions.RespectRequiredConstructorParameters = true;
            foreach (var converter in Json.Converters)
            {
                o.SerializerOptions.Converters.Add(converter);
            }
        });
        _app = builder.Build();
        _app.Use(next => context => _guard.InvokeAsync(context, next));
        _app.UseRouting();
        Map();
    }

    /// <summary>Where it listens, without the token.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <summary>The address that opens the page, for people.</summary>
    public string Door => $"{Address}?token={_guard.Token}";

    /// <summary>An address that opens the page one time.</summary>
    public string DoorForOneUse() => $"{Address}?token={_guard.TokenForOneUse()}";

    /// <summary>Begins to serve.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await _app.StartAsync(cancellation);
        _shelf.CatchUp();
        _writer.Start();
    }

    /// <summary>Answers what was asked, writes what is left and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _writer.DisposeAsync();
        _pictures.Dispose();
    }

    private void Map()
    {
        _app.MapGet("/", () => Asset("index.html"));
        _app.MapGet("/assets/{name}", (string name) => Asset(name));
        _app.MapGet("/api/reports", () =>
        {
            var reports = _shelf.Cards();
            return TypedResults.Json(new { Who = _who, Reports = reports, Total = ReviewProgress.Sum([.. reports.Select(r => r.Progress)]) }, Json);
        });
        _app.MapGet("/api/report", (string? name) => _shelf.Open(name) is { } desk && desk.Read() is { } state
            ? TypedResults.Json(ReportView.Of(desk.Name, state, _who, _pictures.Find(state.Reviewed.Extraction) is not null), Json)
            : Results.NotFound());
        _app.MapGet("/api/changes", (string? name, string? epoch, int after) => _shelf.Open(name)?.Read() is not { } state ? Results.NotFound()
            : (state.Epoch, state.Events.Length) == (epoch, after) ? Results.NoContent()
            : TypedResults.Json(ChangesView.Since(state, epoch, after, []), Json));
        _app.MapPost("/api/decisions", (string? name, DecisionBatch batch) => Decide(name, batch));
        _app.MapGet("/api/page", PageAsync);
    }

    private static IResult Asset(string name) => ServeAssets.Find(name) is var (bytes, type) ? TypedResults.Bytes(bytes, type) : Results.NotFound();

    private IResult Decide(string? name, DecisionBatch batch)
    {
        if (batch.Decisions.IsDefault || batch.Decisions.Contains(null!))
        {
            return Results.BadRequest();
        }

        try
        {
            return _shelf.Open(name)?.Take(batch.Decisions, batch.Report, out var refused) is { } state
                ? TypedResults.Json(ChangesView.Since(state, batch.Epoch, batch.After, refused), Json)
                : Results.NotFound();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The page keeps the decisions and asks again.
            return TypedResults.Json(new { e.Message }, Json, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<IResult> PageAsync(string? name, int page, CancellationToken cancellation)
    {
        if (_shelf.Open(name)?.Read()?.Reviewed.Extraction is not { } report || report.Pages.All(p => p.Number != page))
        {
            return Results.NotFound();
        }

        var picture = await _pictures.PrintAsync(report, page, cancellation);
        return picture.Succeeded
            ? TypedResults.Bytes(picture.Value, "image/png")
            : TypedResults.Json(picture.Failure, Json, statusCode: StatusCodes.Status404NotFound);
    }
}
