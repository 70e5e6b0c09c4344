using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ReportMiner.Emit;

namespace ReportMiner.Cli;

/// <summary>
/// Hands the pipeline's traces and metrics to a collector by OTLP. Off unless the standard variables name an endpoint;
/// a worker inherits them.
/// </summary>
internal sealed class Telemetry : IDisposable
{
    private const int FlushMilliseconds = 5000;

    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    private Telemetry()
    {
        var resource = ResourceBuilder.CreateDefault().AddService("reportminer", serviceVersion: ReportJson.Version, autoGenerateServiceInstanceId: true);
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(PipelineTelemetry.Name).AddOtlpExporter().Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(PipelineTelemetry.Name).AddOtlpExporter().Build();
    }

    /// <summary>Starts if it is asked for; else null.</summary>
    public static Telemetry? Start() =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")) && Environment.GetEnvironmentVariable("OTEL_SDK_DISABLED") is not ("true" or "TRUE")
            ? new Telemetry()
            : null;

    /// <summary>Sends what has been gathered: a worker may be ended at any time after it has answered.</summary>
    public void Flush()
    {
        _traces.ForceFlush(FlushMilliseconds);
        _metrics.ForceFlush(FlushMilliseconds);
    }

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }
}
