namespace SocialListening.Matching;

/// <summary>A part of a parsed query. Immutable; two parts are equal when they mean the same by construction.</summary>
internal abstract record QueryNode;

/// <summary>A part that is found in the text itself.</summary>
/// <param name="Original">As the brand wrote it, for display and for platforms; no part of equality.</param>
internal abstract record TextTerm(string Original) : QueryNode
{
    /// <inheritdoc />
    public virtual bool Equals(TextTerm? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc />
    public override int GetHashCode() => EqualityContract.GetHashCode();
}

/// <summary>One word, or several in a row.</summary>
/// <param name="Original">As written.</param>
/// <param name="Words">The folded words, at least one.</param>
/// <param name="Prefix">Whether the last word may go on.</param>
internal sealed record PhraseTerm(string Original, EquatableList<string> Words, bool Prefix) : TextTerm(Original);

/// <summary>A hashtag, as a whole or by how it begins.</summary>
/// <param name="Original">As written, without <c>#</c> and <c>*</c>.</param>
/// <param name="Tag">The folded tag without underscores.</param>
/// <param name="Prefix">Whether the tag may go on.</param>
internal sealed record HashtagTerm(string Original, string Tag, bool Prefix) : TextTerm(Original);

/// <summary>An account that is addressed in the text.</summary>
/// <param name="Original">As written, without the leading @.</param>
/// <param name="Handle">The folded handle, with its server if one was written.</param>
internal sealed record HandleTerm(string Original, string Handle) : TextTerm(Original);

/// <summary>A condition on what is known about the post beside its text.</summary>
/// <param name="Field">What is looked at.</param>
/// <param name="Value">The normalised value.</param>
internal sealed record FieldTerm(QueryField Field, string Value) : QueryNode;

/// <summary>Two terms with at most so many other words between them, in either order.</summary>
internal sealed record NearNode(TextTerm Left, TextTerm Right, int Distance) : QueryNode;

/// <summary>Everything that the part does not match.</summary>
internal sealed record NotNode(QueryNode Child) : QueryNode;

/// <summary>All of two or more parts.</summary>
internal sealed record AndNode(EquatableList<QueryNode> Children) : QueryNode;

/// <summary>Any of two or more parts.</summary>
internal sealed record OrNode(EquatableList<QueryNode> Children) : QueryNode;
