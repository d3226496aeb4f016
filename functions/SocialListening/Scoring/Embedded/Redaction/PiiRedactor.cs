namespace SocialListening.Scoring.Embedded.Redaction;

/// <summary>
/// Masks personal data before a text is stored or sent out. Each character of a find becomes <see cref="Mask"/>, so
/// the text keeps its length. Masking a masked text changes nothing. Safe for use by many threads.
/// </summary>
public sealed class PiiRedactor
{
    /// <summary>What stands in place of each masked UTF-16 unit.</summary>
    public const char Mask = '*';

    // What has a checksum goes before what has only a shape.
    private static readonly (PiiKinds Kind, Action<string, PiiSpans> Find)[] Finders =
    [
        (PiiKinds.Email, EmailFinder.Find),
        (PiiKinds.Iban, IbanFinder.Find),
        (PiiKinds.FrenchNir, FrenchNirFinder.Find),
        (PiiKinds.Card, CardFinder.Find),
        (PiiKinds.IpAddress, IpAddressFinder.Find),
        (PiiKinds.Phone, PhoneFinder.Find),
        (PiiKinds.Street, StreetFinder.Find),
    ];

    // What is masked may set its neighbour free: 'x@y.fr+33612345678' is a number once the address is gone.
    private const int MostRounds = 8;

    private readonly PiiKinds _kinds;

    /// <summary>A redactor for these kinds; default all.</summary>
    public PiiRedactor(PiiKinds kinds = PiiKinds.All) => _kinds = kinds;

    /// <summary>What the text holds, in its order, without overlaps.</summary>
    public IReadOnlyList<PiiSpan> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!MayHold(text))
        {
            return [];
        }

        var found = new PiiSpans();
        var masked = text;
        for (var round = 0; round < MostRounds; round++)
        {
            var before = found.Count;
            foreach (var (kind, find) in Finders)
            {
                if (_kinds.HasFlag(kind))
                {
                    find(masked, found);
                }
            }

            if (found.Count == before)
            {
                break;
            }

            masked = Cover(text, found.InOrder());
        }

        return found.InOrder();
    }

    /// <summary>The text of <see cref="Redact"/>; the same string when nothing was found.</summary>
    public string Masked(string text) => Redact(text).Text;

    /// <summary>The text with everything masked that <see cref="Find"/> finds.</summary>
    public RedactedText Redact(string text)
    {
        var spans = Find(text);
        if (spans.Count == 0)
        {
            return new RedactedText(text, spans);
        }

        return new RedactedText(Cover(text, spans), spans);
    }

    private static string Cover(string text, IReadOnlyList<PiiSpan> spans) =>
        string.Create(text.Length, (text, spans), static (target, source) =>
        {
            source.text.CopyTo(target);
            foreach (var span in source.spans)
            {
                target.Slice(span.Start, span.Length).Fill(Mask);
            }
        });

    // Every kind has a digit in it, but for e-mail addresses.
    private static bool MayHold(string text)
    {
        foreach (var c in text)
        {
            if (c == '@' || char.IsDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
