// The function app: Flex Consumption, .NET 10 isolated worker, everything by identity.
@description('Name of the app and of its plan.')
param name string

@description('Region.')
param location string

@description('Tags of the resources.')
param tags object

@description('Resource id of the app\'s identity.')
param identityId string

@description('Client id of the app\'s identity.')
param identityClientId string

@description('Blob endpoint of the storage account.')
param blobEndpoint string

@description('Queue endpoint of the storage account.')
param queueEndpoint string

@description('Container of the deployed package.')
param deploymentContainer string

@description('Endpoint of Cosmos DB.')
param cosmosEndpoint string

@description('Database of Cosmos DB.')
param cosmosDatabase string

@description('Regions that Cosmos DB is read from, nearest first, by comma.')
param cosmosRegions string

@description('Endpoint of Azure AI Language. Empty for none.')
param languageEndpoint string

@description('Where brands are kept: file or store.')
param brandsSource string

@description('How tone is found: embedded, cascade or azure.')
param scoringMode string

@description('Text records that may be sent to Azure AI Language in a day.')
param scoringDailyBudget int

@description('Address of the key vault.')
param vaultUri string

@description('Connection string of Application Insights. Holds no secret: local authentication is off.')
param insightsConnectionString string

@description('Settings that hold secrets: name of the setting, with __ for :, and name of the secret in the vault.')
param secretSettings object

@description('Memory of an instance in MB.')
param instanceMemoryMB int

@description('Most instances that run at once.')
param maximumInstanceCount int

@description('Subnet that the app goes out from. Empty for none.')
param subnetId string

// `__` stands for the `:` of the setting names in the README.
var settings = {
  // The Functions host.
  AzureWebJobsStorage__blobServiceUri: blobEndpoint
  AzureWebJobsStorage__queueServiceUri: queueEndpoint
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId

  // Application Insights: the host and the app each send there, as the app's identity.
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'

  // Queues: read by the host's triggers and by the app.
  Queues__Backend: 'storage'
  QueueStorage__queueServiceUri: queueEndpoint
  QueueStorage__credential: 'managedidentity'
  QueueStorage__clientId: identityClientId

  // The host reads schedules from app settings only. Their names are flat, since what wakes the app from zero instances does not
  // resolve names with `__` everywhere.
  PollSourcesSchedule: '0 */5 * * * *'
  DetectSpikesSchedule: '0 2-59/5 * * * *'
  RescorePendingSchedule: '0 */15 * * * *'
  ApplyRetentionSchedule: '0 35 * * * *'

  // Storage.
  Storage__Backend: 'cosmos'
  Cosmos__Endpoint: cosmosEndpoint
  Cosmos__Database: cosmosDatabase
  Cosmos__PreferredRegions: cosmosRegions
  Cosmos__ClientId: identityClientId

  // The Cosmos SDK plans queries itself on Linux, and saves a round trip for those over the prefix of a partition key.
  AZURE_COSMOS_USE_QUERY_PLAN_INTEROP_LINUX: 'true'

  // Brands: a file deployed with the app. With the store it fills an empty one, and is not looked at afterwards.
  Brands__Source: brandsSource
  Brands__Path: 'brands.json'
  Privacy__PseudonymKey: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/pseudonym-key)'

  // Tone.
  Scoring__Mode: scoringMode
  Scoring__DailyBudget: string(scoringDailyBudget)
  Language__Endpoint: languageEndpoint
  Language__ClientId: identityClientId
}
var secrets = toObject(items(secretSettings), secret => secret.key, secret => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${secret.value})')

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, {
    'azd-service-name': 'functions'
  })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobEndpoint}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(settings, secrets)
}

output id string = app.id
output name string = app.name
output uri string = 'https://${app.properties.defaultHostName}'
