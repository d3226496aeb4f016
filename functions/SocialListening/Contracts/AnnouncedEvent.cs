namespace SocialListening.Contracts;

/// <summary>A campaign, a launch or the like during <c>[From, To)</c>, known beforehand: more mentions are then no surprise.</summary>
/// <param name="Name">Its name as people read it.</param>
/// <param name="From">Its first instant, in UTC.</param>
/// <param name="To">The first instant after it, in UTC, later than <paramref name="From"/>.</param>
/// <param name="ExpectedFactor">Times the usual number of mentions to be expected, 0.1 to 100. Events at the same time multiply.</param>
public sealed record AnnouncedEvent(string Name, DateTimeOffset From, DateTimeOffset To, double ExpectedFactor);
