namespace SocialListening.Platforms;

/// <summary>What a platform answered: a <see cref="FetchPage"/> or a <see cref="FetchFailure"/>.</summary>
public abstract record FetchResult;
