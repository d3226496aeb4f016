using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SocialListening.Brands;
using SocialListening.Collecting;
using SocialListening.Functions.Tests.Storage;
using SocialListening.Notifiers;

namespace SocialListening.Functions.Tests.Composition;

public sealed class CompositionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Every class of settings of the product: those that name their section.</summary>
    public static IEnumerable<Type> OptionsClasses { get; } =
    [
        .. ((Assembly[])[typeof(CollectingOptions).Assembly, typeof(GetHealthFunction).Assembly])
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("SectionName") is not null)
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    public static TheoryData<string> FunctionClasses { get; } =
    [
        .. typeof(GetHealthFunction).Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(method => method.GetCustomAttribute<FunctionAttribute>() is not null))
            .Select(type => type.FullName!),
    ];

    [Fact]
    public void OptionsClasses_OfTheProduct_AreAllBoundAndValidated()
    {
        using var host = Build();

        Assert.InRange(OptionsClasses.Count(), 10, 100);
        Assert.All(OptionsClasses, options => Assert.True(
            host.Services.GetServices(typeof(IValidateOptions<>).MakeGenericType(options)).Any(), $"Nothing validates {options.Name}."));
        Assert.All(OptionsClasses, options => Assert.True(
            host.Services.GetServices(typeof(IConfigureOptions<>).MakeGenericType(options)).Any()
            || host.Services.GetServices(typeof(IOptionsChangeTokenSource<>).MakeGenericType(options)).Any(),
            $"Nothing binds {options.Name}."));
    }

    [Fact]
    public void Replay_WhoseClockStandsStillWhileAMessageWaits_LeavesRepeatsOfAlertsToTheQueue()
    {
        using var host = Build();

        Assert.Equal(TimeSpan.Zero, host.Services.GetRequiredService<AlertNotification>().RetryFor);
    }

    [Fact]
    public void OptionsClasses_WithARange_StopTheStartWhenOutOfIt()
    {
        var bad = OptionsClasses.SelectMany(options => options.GetProperties()
            .Where(property => property.GetCustomAttributes().Any(attribute => attribute is System.ComponentModel.DataAnnotations.RangeAttribute))
            .Take(1)
            .Select(property => (Options: options, Setting: $"{options.GetField("SectionName")!.GetValue(null)}:{property.Name}"))).ToArray();
        using var host = Build([.. bad.Select(setting => $"{setting.Setting}=-1")]);

        var refused = Assert.Throws<AggregateException>(() => host.Services.GetRequiredService<IStartupValidator>().Validate());

        var failed = refused.InnerExceptions.OfType<OptionsValidationException>().Select(problem => problem.OptionsType);
        Assert.Empty(bad.Select(setting => setting.Options).Except(failed));
        Assert.True(bad.Length >= 6, $"Only {bad.Length} classes have ranges.");
    }

    [Theory]
    [MemberData(nameof(FunctionClasses))]
    public void Container_EveryFunctionClass_CanBeBuilt(string function)
    {
        using var host = Build();

        Assert.NotNull(ActivatorUtilities.CreateInstance(host.Services, typeof(GetHealthFunction).Assembly.GetType(function)!));
    }

    [Fact]
    public void Container_Defaults_PassEveryValidation()
    {
        using var host = Build();

        host.Services.GetRequiredService<IStartupValidator>().Validate();
    }

    [Fact]
    public void Container_WithBrandsInTheStore_NeedsNoFile()
    {
        using var host = Build("Brands:Source=store", "Brands:Path=missing.json");

        host.Services.GetRequiredService<IStartupValidator>().Validate();
        Assert.IsType<StoredBrandCatalog>(host.Services.GetRequiredService<IBrandCatalog>());
        Assert.Same(TimeProvider.System, host.Services.GetRequiredService<TimeProvider>());
    }

    public void Dispose() => _folder.Dispose();

    private IHost Build(params string[] settings)
    {
        var builder = FunctionsApplication.CreateBuilder(["Http:Port=0", $"Storage:Path={_folder.File("composition.db")}", .. settings]);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSocialListening(builder.Configuration);
        return builder.Build();
    }
}
