// For daily use: hard texts go to Azure AI Language within a budget, and instances have room for bursts.
using './main.bicep'

param environmentName = 'prod'
param location = readEnvironmentVariable('AZURE_LOCATION', 'francecentral')
param operatorEmail = readEnvironmentVariable('OPERATOR_EMAIL')
param budgetStart = readEnvironmentVariable('BUDGET_START')
param cosmosCapacity = 'serverless'
param scoringMode = 'cascade'
param scoringDailyBudget = 1000
param instanceMemoryMB = 2048
param maximumInstanceCount = 40
param logRetentionDays = 90
param monthlyBudget = 100
param dailyCostLimit = 5
