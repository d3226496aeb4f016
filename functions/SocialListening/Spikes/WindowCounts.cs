namespace SocialListening.Spikes;

/// <summary>What one bucket adds to the windows.</summary>
internal readonly record struct WindowCounts(double Expected, double Total, double Negative, double Positive);
