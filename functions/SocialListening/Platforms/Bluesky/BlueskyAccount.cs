namespace SocialListening.Platforms.Bluesky;

/// <summary>An account to log in with. Its text form shows no password.</summary>
/// <param name="Setting">The settings' prefix that it comes from.</param>
/// <param name="Service">Where it logs in.</param>
/// <param name="Identifier">Its handle, id or e-mail address.</param>
/// <param name="AppPassword">Its app password.</param>
internal sealed record BlueskyAccount(string Setting, Uri Service, string Identifier, string AppPassword)
{
    public override string ToString() => $"{Setting} at {Service.IdnHost}";
}
