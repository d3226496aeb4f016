namespace SocialListening.Scoring.Embedded.Intent;

/// <summary>What the author of a post wants; several may hold at once.</summary>
[Flags]
public enum Intents
{
    /// <summary>Nothing that the rules know.</summary>
    None = 0,

    /// <summary>Asks something.</summary>
    Question = 1,

    /// <summary>Asks for an action: help, an answer, a refund.</summary>
    Request = 2,

    /// <summary>Is unhappy with a service, product or organisation.</summary>
    Complaint = 4,

    /// <summary>Praises or thanks.</summary>
    Praise = 8,

    /// <summary>Calls on others to stop buying, giving or following, or says that they will themselves.</summary>
    BoycottCall = 16,

    /// <summary>Means to buy, book, subscribe or give.</summary>
    PurchaseIntent = 32,
}
