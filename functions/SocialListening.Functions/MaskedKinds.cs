using SocialListening.Privacy;
using SocialListening.Scoring.Embedded.Redaction;

namespace SocialListening.Functions;

/// <summary>The kinds of personal data that the settings say to mask.</summary>
internal static class MaskedKinds
{
    public static PiiKinds Of(PrivacyOptions options) =>
        (options.MaskEmail ? PiiKinds.Email : 0)
        | (options.MaskPhone ? PiiKinds.Phone : 0)
        | (options.MaskIban ? PiiKinds.Iban : 0)
        | (options.MaskCard ? PiiKinds.Card : 0)
        | (options.MaskFrenchNir ? PiiKinds.FrenchNir : 0)
        | (options.MaskIpAddress ? PiiKinds.IpAddress : 0)
        | (options.MaskStreet ? PiiKinds.Street : 0);
}
