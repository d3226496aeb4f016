// Tells the operators what needs them. The metrics are those of the table "Metrics" in functions/ARCHITECTURE.md.
@description('Part of the names.')
param name string

@description('Region.')
param location string

@description('Tags of the resources.')
param tags object

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

@description('Resource id of the Cosmos DB account.')
param cosmosId string

@description('E-mail address of the people who are told.')
param operatorEmail string

@description('What the resource group may cost in a month.')
param monthlyBudget int

@description('What a day may cost by the app\'s own estimate.')
param dailyCostLimit int

@description('First day of the monthly budget.')
param budgetStart string

// Severity: 1 something is being lost or silent, 2 someone should look today, 3 for information.
var rules = [
  {
    name: 'poison'
    title: 'Messages were put aside'
    description: 'A poison queue holds messages. Read the reasons and replay them: see Operate in the README.'
    severity: 1
    window: 'PT15M'
    query: 'AppMetrics | where Name == "sociallistening.queue.poison" | summarize value = max(Max)'
    threshold: 0
  }
  {
    name: 'poll-lag'
    title: 'A source is behind'
    description: 'A source has not been read for an hour longer than its cadence asks. GET /api/health names it and says what to do.'
    severity: 2
    window: 'PT30M'
    query: 'AppMetrics | where Name == "sociallistening.poll.lag" | summarize value = max(Max)'
    threshold: 3600
  }
  {
    name: 'throttled'
    title: 'Cosmos DB throttles calls for good'
    description: 'More than one call in a hundred was still answered with 429 after the retries of the SDK. Raise the throughput or lower the load.'
    severity: 2
    window: 'PT30M'
    query: 'AppMetrics | where Name == "sociallistening.storage.calls" | extend throttled = iff(tostring(Properties.status) == "429", Sum, 0.0) | summarize value = 100.0 * sum(throttled) / max_of(sum(Sum), 1.0)'
    threshold: 1
  }
  {
    name: 'notifications'
    title: 'A notification failed'
    description: 'An alert did not reach a channel. Check the webhook and its secret. It is tried again for a day (Notifying:RetryFor), then put aside: replay it from the poison queue of alerts.'
    severity: 1
    window: 'PT15M'
    query: 'AppMetrics | where Name == "sociallistening.notifications" | where tostring(Properties.outcome) == "failed" | summarize value = sum(Sum)'
    threshold: 0
  }
  {
    name: 'cost'
    title: 'The day is getting expensive'
    description: 'The app\'s own estimate of the day\'s bill is over the limit.'
    severity: 2
    window: 'P1D'
    query: 'AppMetrics | where Name == "sociallistening.spend" | summarize value = sum(Sum)'
    threshold: dailyCostLimit
  }
]

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'listening'
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: operatorEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource metricRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: '${name}-${rule.name}'
  location: location
  tags: tags
  properties: {
    displayName: 'SocialListening: ${rule.title}'
    description: rule.description
    severity: rule.severity
    enabled: true
    evaluationFrequency: rule.window == 'P1D' ? 'PT1H' : 'PT5M'
    windowSize: rule.window
    scopes: [
      workspaceId
    ]
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Maximum'
          metricMeasureColumn: 'value'
          operator: 'GreaterThan'
          threshold: rule.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    skipQueryValidation: true
    actions: {
      actionGroups: [
        operators.id
      ]
    }
  }
}]

// Silence cannot be seen by a maximum: no poll at all leaves no row to look at.
resource silence 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-silence'
  location: location
  tags: tags
  properties: {
    displayName: 'SocialListening: no poll went well'
    description: 'Not one poll went well in half an hour: the app is down, its timers are off, every platform refuses, or no source is polled that often. GET /api/health tells which.'
    severity: 1
    enabled: true
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    scopes: [
      workspaceId
    ]
    criteria: {
      allOf: [
        {
          query: 'AppMetrics | where Name == "sociallistening.polls" | where tostring(Properties.outcome) == "ok"'
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    skipQueryValidation: true
    actions: {
      actionGroups: [
        operators.id
      ]
    }
  }
}

// The SDK waits out most throttling, so the app cannot count it: the account does.
resource throttling 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-throttling'
  location: 'global'
  tags: tags
  properties: {
    description: 'Cosmos DB answered 429 more than a thousand times in half an hour. The SDK waits such answers out, so all is slower. Raise the throughput or lower the load.'
    severity: 2
    enabled: true
    scopes: [
      cosmosId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'throttled'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.DocumentDB/databaseAccounts'
          metricName: 'TotalRequests'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 1000
          dimensions: [
            {
              name: 'StatusCode'
              operator: 'Include'
              values: [
                '429'
              ]
            }
          ]
        }
      ]
    }
    autoMitigate: true
    actions: [
      {
        actionGroupId: operators.id
      }
    ]
  }
}

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: '${name}-month'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: budgetStart
    }
    notifications: {
      most: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [
          operatorEmail
        ]
      }
      all: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Actual'
        contactEmails: [
          operatorEmail
        ]
      }
    }
  }
}
