using Microsoft.Azure.Functions.Worker.Runtime.Discovery;
using Microsoft.Azure.Functions.Worker.Runtime.Http;
using Microsoft.Azure.Functions.Worker.Runtime.Invocation;
using Microsoft.Azure.Functions.Worker.Runtime.Queues;
using Microsoft.Azure.Functions.Worker.Runtime.Timers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialListening.Queues;
using SocialListening.Storage;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Makes the listeners of the functions.</summary>
internal sealed class ListenerFactory(
    IServiceProvider services,
    FunctionInvoker invoker,
    SettingNames names,
    HostSettings settings,
    RuntimeOptions options,
    HostClock clock,
    ILoggerFactory loggers)
{
    /// <summary>Makes the listeners.</summary>
    /// <param name="functions">The functions.</param>
    /// <returns>The listeners, and what is wrong with functions that get none, one line each.</returns>
    public (List<ITriggerListener> Listeners, List<string> Errors) Create(IReadOnlyList<FunctionDescriptor> functions)
    {
        var listeners = new List<ITriggerListener>();
        var errors = new List<string>();
        foreach (var function in functions.Where(f => f.Trigger is not HttpTriggerAttribute))
        {
            try
            {
                listeners.Add(function.Trigger is TimerTriggerAttribute timer ? Timer(function, timer) : Queue(function, (QueueTriggerAttribute)function.Trigger));
            }
            catch (InvalidOperationException exception)
            {
                errors.Add($"Function '{function.Name}': {exception.Message}");
            }
        }

        // Last, so that requests find everything else at work.
        var http = functions.Where(f => f.Trigger is HttpTriggerAttribute).ToArray();
        if (http.Length > 0)
        {
            if (services.GetService<HttpIntegration>() is null)
            {
                errors.Add($"Function '{http[0].Name}': HTTP functions need 'builder.ConfigureFunctionsWebApplication()'.");
            }
            else
            {
                listeners.Add(Http(http));
            }
        }

        return (listeners, errors);
    }

    private TimerListener Timer(FunctionDescriptor function, TimerTriggerAttribute trigger)
    {
        var schedule = TimerSchedules.Parse(names.Resolve(trigger.Schedule), options.TimeZone);
        var store = !trigger.UseMonitor || schedule.MoreThanOncePerMinute
            ? null
            : services.GetService<ITimerStatusStore>() ?? new FileTimerStatusStore(options.TimerFolder);
        return new TimerListener(
            function,
            schedule,
            options.TimeZone,
            store,
            invoker,
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            loggers.CreateLogger<TimerListener>());
    }

    private QueueListener Queue(FunctionDescriptor function, QueueTriggerAttribute trigger)
    {
        var transport = services.GetService<IQueueTransport>()
            ?? throw new InvalidOperationException($"a queue trigger needs an {nameof(IQueueTransport)} among the services.");
        var processor = new QueueMessageProcessor(
            transport, invoker, settings.Queues, options.QueueLease, clock, loggers.CreateLogger<QueueMessageProcessor>());
        return new QueueListener(
            names.Resolve(trigger.QueueName),
            function,
            transport,
            processor,
            settings.Queues,
            options.QueueLease,
            clock,
            loggers.CreateLogger<QueueListener>());
    }

    private HttpListener Http(IReadOnlyList<FunctionDescriptor> functions) => new(
        functions,
        ActivatorUtilities.CreateInstance<HttpFunctionRoutes>(services, settings.RoutePrefix),
        services,
        options.Port,
        settings.RoutePrefix,
        services.GetRequiredService<HttpEndpoint>(),
        loggers);
}
