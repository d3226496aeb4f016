namespace SocialListening.Contracts;

/// <summary>The lengths of time that key phrases are counted by.</summary>
public enum TermSpan
{
    /// <summary>An hour in UTC.</summary>
    Hour,

    /// <summary>A day in UTC.</summary>
    Day,
}
