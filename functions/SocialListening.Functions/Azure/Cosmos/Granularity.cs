namespace SocialListening.Functions.Azure.Cosmos;

/// <summary>The lengths of time that mentions are counted by. The names are the <c>type</c> of the documents.</summary>
internal enum Granularity
{
    /// <summary>Five minutes, <c>bucket</c>: what spike detection judges.</summary>
    Bucket,

    /// <summary>An hour, <c>hour</c>, with engagement.</summary>
    Hour,

    /// <summary>A UTC day, <c>day</c>, with engagement.</summary>
    Day,
}
