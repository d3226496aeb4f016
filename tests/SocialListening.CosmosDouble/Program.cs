using SocialListening.CosmosDouble;

return await CosmosDoubleServer.RunAsync(args);
