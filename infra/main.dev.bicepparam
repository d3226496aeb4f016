// To try it out: the cheapest of everything.
using './main.bicep'

param environmentName = 'dev'
param location = readEnvironmentVariable('AZURE_LOCATION', 'francecentral')
param operatorEmail = readEnvironmentVariable('OPERATOR_EMAIL')
param budgetStart = readEnvironmentVariable('BUDGET_START')
param cosmosCapacity = 'serverless'
param scoringMode = 'embedded'
param instanceMemoryMB = 512
param maximumInstanceCount = 5
param monthlyBudget = 20
param dailyCostLimit = 1
