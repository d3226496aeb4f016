using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded.Intent;

/// <summary>Phrases of French and English that show an intent, as sequences of word hashes.</summary>
internal static class IntentPhrases
{
    // How far back a negation turns an intent off: 'je ne vais pas acheter', 'no need to boycott'.
    private const int NegationReach = 3;

    private static readonly Dictionary<uint, List<Phrase>> ByFirstWord = [];
    private static readonly HashSet<uint> Negators = [.. Hashes("pas ne n jamais sans non not no never don't won't wouldn't without dont wont")];

    static IntentPhrases()
    {
        Add(Intents.Question, "comment|pourquoi|est ce que|c est quoi|qu est ce que|qu est ce qui|quelqu un sait|savez vous|sait on|quand est ce|how do i|how can i|how to|why is|why are|why do|why does|why did|does anyone know|anyone know|is there|what time|when will|when is|where is|where can|can someone|could someone|is it normal|est il normal");
        Add(Intents.Request, "pouvez vous|pourriez vous|peux tu|pourrais tu|merci de me|merci de nous|merci de bien vouloir|aidez moi|aidez nous|j ai besoin d aide|besoin d aide|besoin d un|je voudrais|j aimerais|je souhaite|je demande|nous demandons|rappelez moi|répondez moi|répondez en|contactez moi|svp|s il vous plaît|s il te plaît|stp|à l aide|remboursez|je veux être remboursé|please help|can you|could you|would you|help me|need help|please|pls|plz|get back to me|call me back|i need a refund|i want a refund|i would like|i d like|please fix|fix this|reply to my|answer my|dm me");
        Add(Intents.Complaint, "arnaque|arnaqueurs|inadmissible|inacceptable|honteux|scandaleux|lamentable|service client|déçu|déçue|en panne|ne marche|ne fonctionne|toujours rien|toujours pas|aucune réponse|personne ne répond|sans réponse|ras le bol|marre de|y en a marre|jamais reçu|pas reçu|remboursez|plus jamais|je porte plainte|réclamation|foutage de gueule|se moque du monde|se foutre|pire service|customer service|rip off|scam|unacceptable|ridiculous|disappointed|still waiting|still no|no reply|no answer|no response|never received|not working|doesn't work|won't work|broken|worst|never again|refund|complaint|fed up|sick of|let down|joke of a|appalling|disgraceful|shocking service");
        Add(Intents.Praise, "merci à|merci pour|merci beaucoup|un grand merci|bravo|félicitations|chapeau|je recommande|au top|rien à dire|j adore|on adore|trop bien|super équipe|super service|super accueil|thank you|thanks to|thanks for|well done|kudos|shout out|shoutout|highly recommend|i recommend|love this|love these|love your|great job|great work|great service|congratulations|hats off|keep it up|big up");
        Add(Intents.BoycottCall, "boycott|boycottons|boycottez|boycotter|je boycotte|on boycotte|n achetez plus|n achetez pas|achetez ailleurs|n allez plus|n y allez plus|ne donnez plus|arrêtez d acheter|arrêtons d acheter|plus un centime|plus un euro|plus jamais chez|je n achèterai plus|je ne donnerai plus|j arrête mes dons|fuyez|boycotting|don't buy|do not buy|stop buying|don't give|stop donating|don't shop|never buy|not buying from|cancel your|not another penny|not a penny more|take your money elsewhere|avoid at all costs|stay away from|i cancelled my|i m boycotting");
        Add(Intents.PurchaseIntent, "je vais acheter|je veux acheter|j achète|je compte acheter|envie d acheter|je vais commander|je vais prendre|je vais m abonner|je vais réserver|je vais souscrire|où acheter|où l acheter|où puis je acheter|où trouver|quel prix|combien ça coûte|combien coûte|c est combien|je prends|je craque|vous conseillez quoi|vous me conseillez|hâte d acheter|je vais donner|je veux donner|je vais faire un don|comment faire un don|je vais adhérer|going to buy|gonna buy|want to buy|i ll buy|i will buy|thinking of buying|looking to buy|about to buy|where can i buy|where to buy|where do i buy|how much is|how much does|just ordered|i ll order|going to order|want to order|take my money|shut up and take|ready to buy|sign me up|i want one|i need one|going to donate|want to donate|how do i donate|how can i donate|planning to book|going to book|want to subscribe");
    }

    /// <summary>The intents whose phrases occur, and are not negated.</summary>
    public static Intents Find(ReadOnlySpan<Token> tokens)
    {
        var found = Intents.None;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && ByFirstWord.TryGetValue(tokens[i].Hash, out var phrases))
            {
                foreach (var phrase in phrases)
                {
                    if (Matches(tokens[i..], phrase.Words) && (!CanBeNegated(phrase.Intent) || !IsNegated(tokens, i)))
                    {
                        found |= phrase.Intent;
                    }
                }
            }
        }

        return found;
    }

    private static bool CanBeNegated(Intents intent) => intent is Intents.PurchaseIntent or Intents.BoycottCall or Intents.Praise;

    private static bool IsNegated(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = Math.Max(0, at - NegationReach); i < at; i++)
        {
            if (tokens[i].Kind == TokenKind.Mark)
            {
                return i + 1 < at && IsNegated(tokens[(i + 1)..], at - i - 1);
            }

            if (tokens[i].Kind == TokenKind.Word && Negators.Contains(tokens[i].Hash))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(ReadOnlySpan<Token> tokens, uint[] words)
    {
        if (tokens.Length < words.Length)
        {
            return false;
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (tokens[i].Hash != words[i])
            {
                return false;
            }
        }

        return true;
    }

    private static void Add(Intents intent, string phrases)
    {
        foreach (var phrase in phrases.Split('|'))
        {
            var words = Hashes(phrase);
            if (!ByFirstWord.TryGetValue(words[0], out var list))
            {
                ByFirstWord.Add(words[0], list = []);
            }

            list.Add(new Phrase(intent, words));
        }
    }

    private static uint[] Hashes(string words) =>
        Array.ConvertAll(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => FeatureHash.Word(word));

    private sealed record Phrase(Intents Intent, uint[] Words);
}
