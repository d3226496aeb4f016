using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SocialListening.Functions.Azure.Monitoring;
using SocialListening.Functions.Telemetry;

namespace SocialListening.Functions.Tests.Telemetry;

public sealed class TelemetryOptionsTests
{
    private const string Good = "InstrumentationKey=11111111-2222-3333-4444-555555555555;IngestionEndpoint=https://francecentral-1.in.applicationinsights.azure.com/";

    [Theory]
    [InlineData(null, null, "off")]
    [InlineData(Good, null, "Azure Monitor")]
    [InlineData(null, "http://localhost:4318", "http://localhost:4318")]
    [InlineData(Good, "http://localhost:4318", "Azure Monitor and http://localhost:4318")]
    public void Destinations_OfTheSettings_AreThoseThatAreNamed(string? monitor, string? collector, string destinations)
    {
        var registered = Registered((TelemetryOptions.ConnectionStringName, monitor), ("Telemetry:OtlpEndpoint", collector));
        using var services = registered.BuildServiceProvider();

        Assert.Equal(destinations, services.GetRequiredService<IOptions<TelemetryOptions>>().Value.ToString());
        Assert.Equal(destinations != "off", registered.Any(service => service.ImplementationType == typeof(TelemetryExport)));
    }

    [Theory]
    [InlineData("nonsense-with-a-key", "is not made of")]
    [InlineData("IngestionEndpoint=https://example.com", "has no InstrumentationKey")]
    [InlineData("InstrumentationKey=abc;IngestionEndpoint=https://example.com", "has no InstrumentationKey, or one that is no GUID")]
    [InlineData("InstrumentationKey=11111111-2222-3333-4444-555555555555;IngestionEndpoint=example.com", "has an IngestionEndpoint that is no https address")]
    [InlineData("InstrumentationKey=11111111-2222-3333-4444-555555555555;IngestionEndpoint=http://example.com", "has an IngestionEndpoint that is no https address")]
    public void ConnectionString_ThatIsWrong_StopsTheStartWithWhatToDo(string text, string problem)
    {
        using var services = Services((TelemetryOptions.ConnectionStringName, text));

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains($"APPLICATIONINSIGHTS_CONNECTION_STRING {problem}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("copy it from the overview page", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(text, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("x-key=secret,")]
    [InlineData("=secret")]
    [InlineData("x key=secret")]
    [InlineData("x-key=secret%0D%0Ax-other=1")]
    public void Headers_ThatAreNone_StopTheStartWithWhatToDo(string text)
    {
        using var services = Services(("Telemetry:OtlpEndpoint", "http://localhost:4318"), ("Telemetry:OtlpHeaders", text));

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Telemetry:OtlpHeaders must be key=value", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-key=secret")]
    [InlineData("Authorization=Basic%20dXNlcjpwYXNz==, x-scope=1")]
    public void Headers_OfTheUsualForm_AreAccepted(string text)
    {
        using var services = Services(("Telemetry:OtlpEndpoint", "http://localhost:4318"), ("Telemetry:OtlpHeaders", text));

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    [Theory]
    [InlineData("Authorization=AAD")]
    [InlineData("ClientId=0b1c;Authorization=AAD")]
    [InlineData("authorization = aad ; clientid = 0b1c ;")]
    public void Authentication_InTheFormOfTheHost_GivesTheIdentity(string text) =>
        Assert.IsType<DefaultAzureCredential>(AzureMonitorIdentity.Credential(new TelemetryOptions { ConnectionString = Good, Authentication = text }));

    [Theory]
    [InlineData("ClientId=0b1c")]
    [InlineData("Authorization=Key")]
    [InlineData("Authorization=AAD;Secret=x")]
    [InlineData("AAD")]
    public void Authentication_OfAnotherForm_StopsTheStart(string text)
    {
        using var services = Services((TelemetryOptions.ConnectionStringName, Good), (TelemetryOptions.AuthenticationName, text));

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("APPLICATIONINSIGHTS_AUTHENTICATION_STRING must be Authorization=AAD", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Authentication_ThatIsMissing_SendsWithTheKeyAlone() => Assert.Null(AzureMonitorIdentity.Credential(new TelemetryOptions { ConnectionString = Good }));

    private static ServiceProvider Services(params (string Name, string? Value)[] settings) => Registered(settings).BuildServiceProvider();

    private static ServiceCollection Registered(params (string Name, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSocialListening(configuration);
        return services;
    }
}
