// Azure AI Language, for the texts that the embedded scorer is unsure of.
@description('Name of the account and of its host name.')
param name string

@description('Region. Texts are processed there.')
param location string

@description('Tags of the resource.')
param tags object

@description('Reachable from the internet, by identity only. false leaves private endpoints.')
param publicAccess bool

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: name
  location: location
  tags: tags
  kind: 'TextAnalytics'
  sku: {
    name: 'S'
  }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled'
    networkAcls: {
      defaultAction: publicAccess ? 'Allow' : 'Deny'
    }
  }
}

output id string = account.id
output name string = account.name
output endpoint string = account.properties.endpoint
