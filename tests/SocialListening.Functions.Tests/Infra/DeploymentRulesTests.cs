using System.Text.RegularExpressions;
using SocialListening.Brands;

namespace SocialListening.Functions.Tests.Infra;

public sealed partial class DeploymentRulesTests
{
    [Fact]
    public void Deployment_AndCode_AgreeOnQueuesContainersSettingsAndRoles() => Assert.Empty(DeploymentRules.Check(InfraFolder.Read()));

    [Theory]
    [InlineData("modules/storage.bicep", "  'mentions'\n", "", "lacks the queue 'mentions'")]
    [InlineData("modules/storage.bicep", "  'mentions'\n", "  'mentions'\n  'leftovers'\n", "does not know the queue 'leftovers'")]
    [InlineData("modules/storage.bicep", "-poison'", "-dead'", "lacks the poison queues")]
    [InlineData("modules/cosmos.bicep", "    name: 'cursors'\n", "    name: 'positions'\n", "lacks the container 'cursors'")]
    [InlineData("modules/cosmos.bicep", "    name: 'cursors'\n", "    name: 'positions'\n", "does not know the container 'positions'")]
    [InlineData("modules/cosmos.bicep", "      '/slot'\n", "", "The container 'mentions' is")]
    [InlineData("modules/cosmos.bicep", "    ttl: -1\n    indexed: [\n      '/from/?'\n", "    ttl: 0\n    indexed: [\n      '/from/?'\n", "The container 'coverage' is")]
    [InlineData("modules/cosmos.bicep", "        '/createdAt desc'\n", "        '/createdAt asc'\n", "The container 'mentions' is")]
    [InlineData("modules/cosmos.bicep", "databaseName = 'sociallistening'", "databaseName = 'other'", "makes the database 'other'")]
    [InlineData("modules/app.bicep", "  Storage__Backend: 'cosmos'\n", "", "lacks the setting 'Storage:Backend'")]
    [InlineData("modules/app.bicep", "  DetectSpikesSchedule: '0 2-59/5 * * * *'\n", "", "lacks the setting 'DetectSpikesSchedule'")]
    [InlineData("modules/app.bicep", "  QueueStorage__credential: 'managedidentity'\n", "", "lacks the setting 'QueueStorage:credential'")]
    [InlineData("modules/app.bicep", "  Brands__Path: 'brands.json'\n", "  Brands__File: 'brands.json'\n", "Nothing reads the setting 'Brands:File'")]
    [InlineData("modules/app.bicep", "  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString\n", "", "lacks the setting 'APPLICATIONINSIGHTS_CONNECTION_STRING'")]
    [InlineData("modules/app.bicep", "  AZURE_COSMOS_USE_QUERY_PLAN_INTEROP_LINUX: 'true'\n", "", "lacks the setting 'AZURE_COSMOS_USE_QUERY_PLAN_INTEROP_LINUX'")]
    [InlineData("modules/cosmos.bicep", "    name: 'brands'\n", "    name: 'definitions'\n", "lacks the container 'brands'")]
    [InlineData("modules/cosmos.bicep", "      '/kind'\n    ]\n    ttl: 0\n    indexed: []", "      '/brandId'\n    ]\n    ttl: 0\n    indexed: []", "The container 'brands' is")]
    [InlineData("modules/app.bicep", "  Brands__Source: brandsSource\n", "", "lacks the setting 'Brands:Source'")]
    [InlineData("modules/roles.bicep", "var keyVaultSecretsUser = '4633458b", "var keyVaultSecretsUser = '00000000", "'keyVaultSecretsUser' is")]
    [InlineData("modules/roles.bicep", "'Microsoft.Authorization/roleDefinitions', storageQueueDataContributor)", "'Microsoft.Authorization/roleDefinitions', storageBlobDataOwner)", "does not assign 'storageQueueDataContributor'")]
    public void Deployment_WithAPlantedDifference_IsFound(string file, string old, string fresh, string problem) =>
        Assert.Contains(DeploymentRules.Check(InfraFolder.Read().With(file, old, fresh)), found => found.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void Parameter_OfTheBrandsSource_AllowsWhatTheCodeKnows() => Assert.Equal(
        Enum.GetNames<BrandsSource>().Select(name => name.ToLowerInvariant()),
        Allowed().Match(File.ReadAllText(Path.Combine(InfraFolder.Repository, "infra", "main.bicep"))).Groups["value"].Captures.Select(value => value.Value));

    [GeneratedRegex(@"@allowed\(\[\s+('(?<value>\w+)'\s+)+\]\)\s+param brandsSource ")]
    private static partial Regex Allowed();
}
