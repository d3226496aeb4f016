namespace SocialListening.CosmosDouble.Sql;

/// <summary>Kinds of values, in the order in which the service sorts them.</summary>
internal enum SqlKind
{
    Undefined,
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}
