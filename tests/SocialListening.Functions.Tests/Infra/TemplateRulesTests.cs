namespace SocialListening.Functions.Tests.Infra;

public sealed class TemplateRulesTests
{
    [Fact]
    public void Templates_AsTheyStand_AreSound() => Assert.Empty(TemplateRules.Check(InfraFolder.Read()));

    [Theory]
    [InlineData("main.bicep", "    publicAccess: !privateEndpoints\n", "", "lacks 'publicAccess'")]
    [InlineData("main.bicep", "    vaultUri: vault.outputs.uri\n", "    vaultUri: vault.outputs.uri\n    more: 1\n", "has no parameter 'more'")]
    [InlineData("main.bicep", "vault.outputs.uri", "vault.outputs.address", "has no output 'address'")]
    [InlineData("main.bicep", "modules/vault.bicep", "modules/safe.bicep", "does not exist")]
    [InlineData("modules/vault.bicep", "@2024-11-01'", "@latest'", "names no API version")]
    [InlineData("modules/roles.bicep", "Microsoft.Storage/storageAccounts@2024-01-01", "Microsoft.Storage/storageAccounts@2023-01-01", "several versions")]
    [InlineData("modules/app.bicep", "serverFarmId: plan.id", "serverFarmId: farm.id", "'farm'")]
    [InlineData("modules/app.bicep", "    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId\n", "", "nothing uses 'subnetId'")]
    [InlineData("main.dev.bicepparam", "param operatorEmail = readEnvironmentVariable('OPERATOR_EMAIL')\n", "", "'operatorEmail' is missing")]
    [InlineData("main.prod.bicepparam", "param dailyCostLimit", "param dailyLimit", "has no parameter 'dailyLimit'")]
    public void Templates_WithAPlantedMistake_AreNot(string file, string old, string fresh, string problem) =>
        Assert.Contains(TemplateRules.Check(InfraFolder.Read().With(file, old, fresh)), found => found.Contains(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("resource x 'A.B/c@2024-01-01' = {\n  name: 'a'\n")]
    [InlineData("param x string = 'open\n")]
    [InlineData("type x = string\n")]
    [InlineData("var x = {\n  a: 1\n  a: 2\n}\n")]
    public void Reader_OfWhatItDoesNotKnow_SaysWhere(string text) =>
        Assert.StartsWith("x.bicep(", Assert.Throws<FormatException>(() => BicepFile.Parse("x.bicep", text)).Message, StringComparison.Ordinal);
}
