namespace SocialListening.Stories;

/// <summary>The numbers of the grouping, chosen on the development half of the labelled stories and on nothing else.</summary>
internal sealed record StoryWeights
{
    public static readonly StoryWeights Default = new();

    /// <summary>Least likeness at which a post joins a story.</summary>
    public float Join { get; init; } = 0.3f;

    /// <summary>Least likeness at which two stories become one.</summary>
    public float Merge { get; init; } = 0.07f;

    /// <summary>Likeness from which a post is a copy with small changes.</summary>
    public float Copy { get; init; } = 0.85f;

    /// <summary>Weight of a word that is a name by its capital.</summary>
    public float Name { get; init; } = 2.2f;

    /// <summary>Weight of a word of a hashtag.</summary>
    public float Hashtag { get; init; } = 2f;

    /// <summary>Weight of an ordinary word.</summary>
    public float Word { get; init; } = 1f;

    /// <summary>Weight of a word that is frequent whatever a post is about.</summary>
    public float Light { get; init; } = 0.25f;

    /// <summary>Weight of the beginning of a long word.</summary>
    public float Beginning { get; init; } = 0.45f;

    /// <summary>Weight of an idea of <see cref="ConceptLists"/>.</summary>
    public float Idea { get; init; } = 1f;

    /// <summary>Weight of a number of two digits or more.</summary>
    public float Number { get; init; } = 1.7f;

    /// <summary>Weight of a link.</summary>
    public float Link { get; init; } = 5f;

    /// <summary>Whether features weigh less the more posts of any brand hold them.</summary>
    public bool Background { get; init; } = true;

    /// <summary>How much of the likeness is what the story covers of the post; the rest is the cosine of both.</summary>
    public float Coverage { get; init; } = 0.4f;

    /// <summary>Weight of what is shared, less when common, at which likeness counts half: one shared word makes no story.</summary>
    public float Evidence { get; init; } = 1f;

    /// <summary>Stories that are assumed beside the real ones when rarity is judged.</summary>
    public float Prior { get; init; } = 80f;

    /// <summary>How much more a story draws by its size: the likeness grows by this share for each e-fold of wordings.</summary>
    public float Draw { get; init; } = 0.2f;

    /// <summary>Hours between two stories, or a story and a post, at which their likeness counts half.</summary>
    public float HalfLifeHours { get; init; } = 12f;
}
