namespace SocialListening.Contracts;

/// <summary>A subject within what is said of a brand, counted and watched on its own.</summary>
/// <param name="Id">Its id within the brand: 1 to 64 characters of <c>a-z 0-9 -</c>, never reused for another subject.</param>
/// <param name="Name">Its name as people read it.</param>
/// <param name="Query">Which of the brand's mentions belong to it, in the brand query language.</param>
public sealed record BrandTopic(string Id, string Name, string Query);
