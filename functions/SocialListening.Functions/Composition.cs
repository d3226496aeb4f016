using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Collecting;
using SocialListening.Functions.Azure;
using SocialListening.Functions.Azure.Cosmos;
using SocialListening.Functions.Azure.Language;
using SocialListening.Functions.Embedded;
using SocialListening.Functions.Replay;
using SocialListening.Functions.Telemetry;
using SocialListening.Functions.Terminal;
using SocialListening.Insights;
using SocialListening.Matching;
using SocialListening.Notifiers;
using SocialListening.Notifiers.Webhook;
using SocialListening.Platforms;
using SocialListening.Platforms.Replay;
using SocialListening.Privacy;
using SocialListening.Privacy.Erasing;
using SocialListening.Queues;
using SocialListening.Scoring;
using SocialListening.Scoring.Cascade;
using SocialListening.Scoring.Adaptation;
using SocialListening.Scoring.Embedded;
using SocialListening.Scoring.Embedded.Redaction;
using SocialListening.Spikes;
using SocialListening.Spikes.Running;
using SocialListening.Timing;

namespace SocialListening.Functions;

/// <summary>Puts the product together.</summary>
internal static class Composition
{
    /// <summary>Registers every stage, the adapters that the settings choose, and what a terminal shows.</summary>
    public static IServiceCollection AddSocialListening(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddBrands();
        services.AddMatching();
        services.AddPlatforms();
        services.AddReplay();
        AddStages(services, configuration);
        services.AddAzureQueues(configuration);
        services.AddCosmosStorage(configuration);
        services.AddAzureLanguage(configuration);
        services.AddEmbeddedStorage(configuration);
        services.AddTelemetry(configuration);
        if (!string.IsNullOrEmpty(configuration[TelemetryOptions.ConnectionStringName]))
        {
            // The Functions host would send each log record of the app to Application Insights a second time.
            services.Configure<WorkerOptions>(worker => worker.Capabilities["WorkerApplicationInsightsLoggingEnabled"] = bool.TrueString);
        }

        AddTerminal(services, configuration);
        return services;
    }

    private static void AddStages(IServiceCollection services, IConfiguration configuration)
    {
        AddOptions<CollectingOptions>(services, configuration, CollectingOptions.SectionName);
        AddOptions<SpikeDetectionOptions>(services, configuration, SpikeDetectionOptions.SectionName);
        AddOptions<PrivacyOptions>(services, configuration, PrivacyOptions.SectionName);
        AddOptions<RetentionOptions>(services, configuration, RetentionOptions.SectionName);
        AddOptions<CascadeOptions>(services, configuration, CascadeOptions.SectionName);
        AddOptions<NotifyingOptions>(services, configuration, NotifyingOptions.SectionName);
        AddOptions<WebhookOptions>(services, configuration, WebhookOptions.SectionName);
        services.AddSingleton<IValidateOptions<PrivacyOptions>, PrivacyOptionsValidator>();
        services.AddSingleton(PseudonymKey.Load);
        services.AddSingleton<IAuthorPrivacy, AuthorPrivacy>();
        services.AddSingleton(provider => new PiiRedactor(MaskedKinds.Of(provider.GetRequiredService<IOptions<PrivacyOptions>>().Value)));
        services.AddSingleton<ITextPrivacy, TextPrivacy>();
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>();
        services.AddSingleton<RetentionRun>();
        services.AddSingleton<ErasureKeys>();
        services.AddSingleton<ErasureRegister>();
        services.AddSingleton<ErasureRequests>();
        services.AddSingleton<ErasureProcessor>();
        services.AddSingleton<ErasureGate>();
        services.AddSingleton<IErasureFilter, ErasureFilter>();
        services.AddSingleton<IBrandNames, CatalogBrandNames>();
        services.AddSingleton<BrandScoring>();
        services.AddSingleton<IBrandAdaptations, CatalogBrandAdaptations>();
        services.AddSingleton<ConnectorRegistry>();
        services.AddSingleton<PoisonQueue>();
        services.AddSingleton<PoisonReplay>();
        services.AddSingleton<PollPlanner>();
        services.AddSingleton<MentionPacker>();
        services.AddSingleton<MentionDispatcher>();
        services.AddSingleton<SourceCollector>();
        services.AddSingleton<PollOrderProcessor>();
        services.AddSingleton(_ => EmbeddedScorer.Load());
        services.AddSingleton<IMentionScorer, EmbeddedMentionScorer>();
        services.AddCascade();
        services.AddSingleton<MentionBatchProcessor>();
        services.AddSingleton<ISpikeDetector, MultiScaleSpikeDetector>();
        services.AddSingleton<SpikeDetectionStage>();
        services.AddSingleton<BackTest>();
        services.AddSingleton<DetectionPlanner>();
        services.AddSingleton<DetectionOrderProcessor>();
        services.AddSingleton<INotifier, ConsoleNotifier>();
        services.AddSingleton<INotifier, WebhookNotifier>();

        // The replay's clock stands still while a message waits.
        services.AddSingleton(provider => provider.GetRequiredService<TimeProvider>() is VirtualTimeProvider
            ? ActivatorUtilities.CreateInstance<AlertNotification>(provider, Options.Create(new NotifyingOptions { RetryFor = TimeSpan.Zero }))
            : ActivatorUtilities.CreateInstance<AlertNotification>(provider));
        services.AddSingleton<BrandInsights>();
        services.AddSingleton<BrandTerms>();
        services.AddSingleton<BrandStories>();
        services.AddSingleton<HealthReport>();
    }

    private static void AddTerminal(IServiceCollection services, IConfiguration configuration)
    {
        AddOptions<RunOptions>(services, configuration, RunOptions.SectionName);
        AddOptions<ReplayOptions>(services, configuration, ReplayOptions.SectionName);
        services.AddSingleton(_ => new RunConsole(Console.Out, !Console.IsOutputRedirected));
        services.AddSingleton<RunSummary>();
        services.AddHostedService<SettingWarnings>();

        // A file with replay sources runs on the replay's clock, every other one on real time, and so does the store, which refuses them.
        services.AddHostedService<BrandWatch>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<IOptions<BrandsOptions>>().Value.Source == BrandsSource.File && ReplayMode.IsOn(provider.GetRequiredService<IBrandCatalog>().Current)
            ? new VirtualTimeProvider(provider.GetRequiredService<ReplayTimeline>().Start)
            : TimeProvider.System);
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<TimeProvider>() is VirtualTimeProvider clock
            ? ActivatorUtilities.CreateInstance<ReplayDriver>(provider, clock)
            : ActivatorUtilities.CreateInstance<LiveRun>(provider));
    }

    private static void AddOptions<T>(IServiceCollection services, IConfiguration configuration, string section)
        where T : class =>
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
}
