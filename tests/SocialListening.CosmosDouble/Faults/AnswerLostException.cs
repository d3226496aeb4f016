namespace SocialListening.CosmosDouble.Faults;

/// <summary>The request took effect, but its answer does not reach the caller.</summary>
internal sealed class AnswerLostException() : Exception("The connection broke before the answer.");
