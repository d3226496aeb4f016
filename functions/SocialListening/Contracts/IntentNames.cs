namespace SocialListening.Contracts;

/// <summary>The names of <see cref="MentionScore.Intents"/>. Their order is stored: new ones go to the end.</summary>
public static class IntentNames
{
    /// <summary>Asks something.</summary>
    public const string Question = "question";

    /// <summary>Asks for an action: help, an answer, a refund.</summary>
    public const string Request = "request";

    /// <summary>Is unhappy with a service, product or organisation.</summary>
    public const string Complaint = "complaint";

    /// <summary>Praises or thanks.</summary>
    public const string Praise = "praise";

    /// <summary>Calls on others to stop buying, giving or following, or says that they will themselves.</summary>
    public const string BoycottCall = "boycott-call";

    /// <summary>Means to buy, book, subscribe or give.</summary>
    public const string PurchaseIntent = "purchase-intent";

    /// <summary>All of them, in the order in which a score lists them.</summary>
    public static IReadOnlyList<string> All { get; } = [Question, Request, Complaint, Praise, BoycottCall, PurchaseIntent];
}
