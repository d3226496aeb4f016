// Everything SocialListening needs in one Azure subscription: one resource group, no shared keys, one identity.
// Deploy with `azd up` (see azure.yaml) or `az deployment sub create` (see the README, "Deploy to Azure").
targetScope = 'subscription'

@minLength(2)
@maxLength(20)
@description('Name of the environment, such as dev or prod. Part of every resource name.')
param environmentName string

@description('Region of all resources. Choose one that offers Flex Consumption: az functionapp list-flexconsumption-locations.')
param location string

@description('How Cosmos DB is paid. serverless bills each request and suits up to about 100,000 mentions a day; autoscale bills the hour and suits more.')
@allowed([
  'serverless'
  'autoscale'
])
param cosmosCapacity string = 'serverless'

@description('With autoscale: highest request units a second, shared by the containers of the database. Ignored by serverless.')
@minValue(1000)
@maxValue(1000000)
param cosmosMaxThroughput int = 1000

@description('With autoscale: a second region that Cosmos DB replicates to and reads from. Empty for none.')
param cosmosSecondaryLocation string = ''

@description('Where brands are kept: file (brands.json, deployed with the app) or store (Cosmos DB, changed at any time over HTTP; brands.json fills it once).')
@allowed([
  'file'
  'store'
])
param brandsSource string = 'file'

@description('How tone is found: embedded (no text leaves the app), cascade (hard cases go to Azure AI Language) or azure (all do).')
@allowed([
  'embedded'
  'cascade'
  'azure'
])
param scoringMode string = 'embedded'

@description('Text records (1,000 characters begun) that may be sent to Azure AI Language in a day.')
@minValue(0)
param scoringDailyBudget int = 1000

@description('Settings with secrets, such as { Mastodon__AccessToken: \'mastodon-access-token\' }: name of the setting, with __ for :, and name of the secret in the key vault.')
param secretSettings object = {}

@description('Memory of an instance in MB. 512 is enough for a few brands.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('Most instances that run at once. Bounds the bill.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Days that logs and metrics are kept. 30 are free of charge.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('E-mail address of the people who are told when the system needs them.')
param operatorEmail string

@description('What the resource group may cost in a month, in the currency of the subscription. A message goes out at 80 % and at 100 %.')
@minValue(1)
param monthlyBudget int = 50

@description('What a day may cost by the app\'s own estimate, in the currency of its price settings.')
@minValue(1)
param dailyCostLimit int = 5

@description('First day of the monthly budget: the first of the month of the first deployment, yyyy-MM-01. Azure refuses to change it later.')
param budgetStart string

@description('Keep storage, Cosmos DB, Azure AI Language and Key Vault off the public internet by private endpoints. Costs several euros a month for each.')
param privateEndpoints bool = false

var token = take(toLower(uniqueString(subscription().id, environmentName, location)), 8)
var prefix = 'sociallistening-${environmentName}'
var tags = {
  'azd-env-name': environmentName
  application: 'SocialListening'
}

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${prefix}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: 'id-${prefix}-${token}'
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    name: '${prefix}-${token}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
  }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'stlisten${token}'
    location: location
    tags: tags
    publicAccess: !privateEndpoints
  }
}

module cosmos 'modules/cosmos.bicep' = {
  scope: group
  params: {
    name: 'cosmos-${prefix}-${token}'
    location: location
    tags: tags
    capacity: cosmosCapacity
    maxThroughput: cosmosMaxThroughput
    secondaryLocation: cosmosSecondaryLocation
    publicAccess: !privateEndpoints
  }
}

module language 'modules/language.bicep' = if (scoringMode != 'embedded') {
  scope: group
  params: {
    name: 'lang-${prefix}-${token}'
    location: location
    tags: tags
    publicAccess: !privateEndpoints
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: 'kv-${token}-${take(environmentName, 11)}'
    location: location
    tags: tags
    publicAccess: !privateEndpoints
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    principalId: identity.outputs.principalId
    storageName: storage.outputs.name
    cosmosName: cosmos.outputs.name
    cosmosDatabase: cosmos.outputs.database
    languageName: scoringMode == 'embedded' ? '' : 'lang-${prefix}-${token}'
    vaultName: vault.outputs.name
    insightsName: monitoring.outputs.insightsName
  }
  dependsOn: [
    language
  ]
}

module network 'modules/network.bicep' = if (privateEndpoints) {
  scope: group
  params: {
    name: prefix
    location: location
    tags: tags
    storageId: storage.outputs.id
    cosmosId: cosmos.outputs.id
    languageId: scoringMode == 'embedded' ? '' : resourceId(subscription().subscriptionId, group.name, 'Microsoft.CognitiveServices/accounts', 'lang-${prefix}-${token}')
    vaultId: vault.outputs.id
  }
  dependsOn: [
    language
  ]
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: 'func-${prefix}-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    blobEndpoint: storage.outputs.blobEndpoint
    queueEndpoint: storage.outputs.queueEndpoint
    deploymentContainer: storage.outputs.deploymentContainer
    cosmosEndpoint: cosmos.outputs.endpoint
    cosmosDatabase: cosmos.outputs.database
    cosmosRegions: empty(cosmosSecondaryLocation) ? location : '${location},${cosmosSecondaryLocation}'
    languageEndpoint: scoringMode == 'embedded' ? '' : 'https://lang-${prefix}-${token}.cognitiveservices.azure.com/'
    brandsSource: brandsSource
    scoringMode: scoringMode
    scoringDailyBudget: scoringDailyBudget
    vaultUri: vault.outputs.uri
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    secretSettings: secretSettings
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    subnetId: privateEndpoints ? resourceId(subscription().subscriptionId, group.name, 'Microsoft.Network/virtualNetworks/subnets', 'vnet-${prefix}', 'app') : ''
  }
  dependsOn: [
    roles
    network
  ]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    name: prefix
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    cosmosId: cosmos.outputs.id
    operatorEmail: operatorEmail
    monthlyBudget: monthlyBudget
    dailyCostLimit: dailyCostLimit
    budgetStart: budgetStart
  }
}

@description('Resource group that holds everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the function app, for deployments of code.')
output AZURE_FUNCTION_NAME string = app.outputs.name

@description('Address of the HTTP API.')
output AZURE_FUNCTION_URI string = app.outputs.uri

@description('Key Vault that wants the secrets listed in the README.')
output AZURE_KEY_VAULT_NAME string = vault.outputs.name

@description('Endpoint of Cosmos DB, for dashboards.')
output AZURE_COSMOS_ENDPOINT string = cosmos.outputs.endpoint
