// For `azd`: values come from the azd environment (`azd env set NAME VALUE`).
using './main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION', 'francecentral')
param operatorEmail = readEnvironmentVariable('OPERATOR_EMAIL')
param budgetStart = readEnvironmentVariable('BUDGET_START')
param scoringMode = readEnvironmentVariable('SCORING_MODE', 'embedded')
param cosmosCapacity = readEnvironmentVariable('COSMOS_CAPACITY', 'serverless')
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '50'))
