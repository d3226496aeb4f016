namespace SocialListening.Functions.Tests.EndToEnd;

/// <summary>Tests that start the app as a process, one at a time; they share one uninterrupted run.</summary>
[CollectionDefinition(Name)]
public sealed class ProcessCollection : ICollectionFixture<UninterruptedRun>
{
    public const string Name = "processes";
}
