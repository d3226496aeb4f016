using SocialListening.Stories;

namespace SocialListening.Benchmarks.Stories;

/// <summary>A post whose story is known.</summary>
/// <param name="Brand">The brand it is of.</param>
/// <param name="BrandName">The brand's name.</param>
/// <param name="Story">Its story; a post that tells none with others has one of its own.</param>
/// <param name="Post">The post.</param>
internal sealed record LabelledPost(string Brand, string BrandName, string Story, StoryPost Post);
