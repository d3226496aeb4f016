// Cosmos DB. The containers are those of CosmosContainers.cs; a test compares both.
@description('Name of the account.')
param name string

@description('Region.')
param location string

@description('Tags of the resources.')
param tags object

@description('serverless or autoscale.')
@allowed([
  'serverless'
  'autoscale'
])
param capacity string

@description('With autoscale: highest request units a second, shared by the containers.')
param maxThroughput int

@description('With autoscale: a second region. Empty for none.')
param secondaryLocation string

@description('Reachable from the internet, by identity only. false leaves private endpoints.')
param publicAccess bool

var databaseName = 'sociallistening'
var serverless = capacity == 'serverless'

// ttl: seconds; -1 lets each document say so; 0 keeps all.
var containers = [
  {
    name: 'mentions'
    partitionKey: [
      '/brandId'
      '/slot'
    ]
    ttl: -1
    indexed: [
      '/brandId/?'
      '/type/?'
      '/start/?'
      '/createdAt/?'
      '/mentionId/?'
      '/pendingPlace/?'
      '/mention/platform/?'
      '/mention/authorId/?'
      '/score/language/?'
      '/sentiment/?'
      '/score/intents/[]/?'
      '/score/toxicity/?'
      '/correction/atUtc/?'
    ]
    composite: [
      [
        '/createdAt desc'
        '/mentionId asc'
      ]
      [
        '/type asc'
        '/start asc'
      ]
    ]
  }
  {
    name: 'alerts'
    partitionKey: [
      '/brandId'
    ]
    ttl: -1
    indexed: [
      '/type/?'
      '/status/?'
      '/pending/?'
      '/onset/?'
      '/alertId/?'
      '/alert/posts/[]/mentionId/?'
    ]
    composite: [
      [
        '/onset desc'
        '/alertId asc'
      ]
      [
        '/onset asc'
        '/alertId asc'
      ]
    ]
  }
  {
    name: 'coverage'
    partitionKey: [
      '/brandId'
    ]
    ttl: -1
    indexed: [
      '/from/?'
      '/to/?'
    ]
    composite: []
  }
  {
    name: 'cursors'
    partitionKey: [
      '/kind'
    ]
    ttl: 0
    indexed: [
      '/kind/?'
    ]
    composite: []
  }
  {
    name: 'ledger'
    partitionKey: [
      '/key'
    ]
    ttl: -1
    indexed: []
    composite: []
  }
  {
    name: 'erasures'
    partitionKey: [
      '/partition'
    ]
    ttl: -1
    indexed: [
      '/requestedAt/?'
      '/key/?'
      '/open/?'
    ]
    composite: [
      [
        '/requestedAt desc'
        '/key asc'
      ]
    ]
  }
  {
    name: 'brands'
    partitionKey: [
      '/kind'
    ]
    ttl: 0
    indexed: []
    composite: []
  }
]

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled'
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    capabilities: serverless ? [
      {
        name: 'EnableServerless'
      }
    ] : []
    locations: concat([
      {
        locationName: location
        failoverPriority: 0
      }
    ], serverless || empty(secondaryLocation) ? [] : [
      {
        locationName: secondaryLocation
        failoverPriority: 1
      }
    ])
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: 'Continuous7Days'
      }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: {
      id: databaseName
    }
    options: serverless ? {} : {
      autoscaleSettings: {
        maxThroughput: maxThroughput
      }
    }
  }
}

resource stores 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [for container in containers: {
  parent: database
  name: container.name
  properties: {
    resource: union({
      id: container.name
      partitionKey: {
        paths: container.partitionKey
        kind: length(container.partitionKey) > 1 ? 'MultiHash' : 'Hash'
        version: 2
      }
      indexingPolicy: {
        automatic: true
        indexingMode: 'consistent'
        includedPaths: map(container.indexed, path => {
          path: path
        })
        excludedPaths: [
          {
            path: '/*'
          }
        ]
        compositeIndexes: map(container.composite, index => map(index, part => {
          path: split(part, ' ')[0]
          order: endsWith(part, ' desc') ? 'descending' : 'ascending'
        }))
      }
    }, container.ttl == 0 ? {} : {
      defaultTtl: container.ttl
    })
  }
}]

output id string = account.id
output name string = account.name
output database string = database.name
output endpoint string = account.properties.documentEndpoint
