namespace SocialListening.CosmosDouble.Resources;

/// <summary>What became of one operation on one document.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Charge">Request units.</param>
/// <param name="Document">The document as it stands afterwards; null when there is none to tell.</param>
/// <param name="Message">Why it failed; empty when it did not.</param>
/// <param name="SubStatus">Sub-status, 0 for none.</param>
internal sealed record DocumentOutcome(int Status, double Charge, StoredDocument? Document = null, string Message = "", int SubStatus = 0)
{
    /// <summary>Whether the operation took effect.</summary>
    public bool Succeeded => Status is >= 200 and < 300;

    public static DocumentOutcome NotFound => new(404, RequestUnits.Failed, Message: "Entity with the specified id does not exist in the system.");

    public static DocumentOutcome Conflict => new(409, RequestUnits.Failed, Message: "Entity with the specified id already exists in the system.");

    public static DocumentOutcome PreconditionFailed => new(412, RequestUnits.Failed, Message: "Operation cannot be performed because one of the specified precondition is not met.");
}
