using SocialListening.Scoring.Embedded.Language;
using SocialListening.Scoring.Embedded.Text;

namespace SocialListening.Scoring.Embedded.Sentiment;

/// <summary>Negators, intensifiers, diminishers and contrast words of the languages with sentiment weights.</summary>
internal static class CueTable
{
    private const int Bits = 12;

    private static readonly uint[] Keys = new uint[1 << Bits];
    private static readonly Cue[] Values = new Cue[1 << Bits];

    static CueTable()
    {
        Add("ar", Cue.Negator, "لا ما لم لن ليس ليست مش مو مب موش ماهو غير بدون بلا ولا لسنا ليسوا");
        Add("ar", Cue.Intensifier, "جدا كثير كتير مرة مره اوي قوي أكثر أشد خيلي واجد وايد بزاف للغاية");
        Add("ar", Cue.Diminisher, "قليلا شوية شوي نوعا");
        Add("ar", Cue.Contrast, "لكن ولكن بس إلا لكنه لكنها");
        Add("de", Cue.Negator, "nicht kein keine keinen keiner keinem keines nie niemals ohne nix nichts weder kaum ned net nich");
        Add("de", Cue.Intensifier, "sehr so total echt voll absolut extrem richtig mega super ganz besonders wirklich viel zu");
        Add("de", Cue.Diminisher, "etwas bisschen wenig leicht eher ziemlich");
        Add("de", Cue.Contrast, "aber doch jedoch sondern trotzdem");
        Add("en", Cue.Negator, "not no never none nobody nothing neither nor cannot cant dont doesnt didnt isnt wasnt arent werent wont wouldnt couldnt shouldnt aint without hardly barely don't doesn't didn't isn't wasn't aren't weren't won't wouldn't couldn't shouldn't ain't can't hasn't haven't hadn't");
        Add("en", Cue.Intensifier, "very so really too extremely absolutely totally completely super such most more fucking damn incredibly highly");
        Add("en", Cue.Diminisher, "slightly somewhat little kinda sorta bit less partly fairly");
        Add("en", Cue.Contrast, "but however though although yet");
        Add("es", Cue.Negator, "no nunca jamas ni sin nada nadie ningun ninguna tampoco");
        Add("es", Cue.Intensifier, "muy tan mas demasiado super mucho mucha muchisimo bien re totalmente bastante");
        Add("es", Cue.Diminisher, "poco algo apenas medio menos");
        Add("es", Cue.Contrast, "pero aunque sino embargo");
        Add("fr", Cue.Negator, "pas jamais rien aucun aucune sans ni plus guere nullement non point personne ne");
        Add("fr", Cue.Intensifier, "tres trop si tellement vraiment super hyper ultra bien grave vachement extremement totalement completement aussi carrement");
        Add("fr", Cue.Diminisher, "peu assez plutot moins presque legerement");
        Add("fr", Cue.Contrast, "mais cependant pourtant toutefois neanmoins");
        Add("hi", Cue.Negator, "nahi nahin nhi nai na mat bina nahee ni not no never dont don't cant can't");
        Add("hi", Cue.Intensifier, "bahut bohot bahot bhot bht boht itna itni kitna kitni very so really too zyada jyada sabse ekdum bilkul");
        Add("hi", Cue.Diminisher, "thoda thodi thora kam");
        Add("hi", Cue.Contrast, "lekin par magar but phir");
        Add("it", Cue.Negator, "non mai ne senza nessuno nessuna niente nulla neanche nemmeno neppure");
        Add("it", Cue.Intensifier, "molto cosi troppo tanto piu davvero veramente super proprio assai");
        Add("it", Cue.Diminisher, "poco abbastanza meno appena quasi");
        Add("it", Cue.Contrast, "ma pero tuttavia invece comunque");
        Add("pt", Cue.Negator, "nao nunca jamais nem sem nada ninguem nenhum nenhuma n ñ num");
        Add("pt", Cue.Intensifier, "muito mt mto tao demais super mais bem tanto tanta totalmente bastante");
        Add("pt", Cue.Diminisher, "pouco menos quase meio");
        Add("pt", Cue.Contrast, "mas porem contudo entretanto");
    }

    /// <summary>What the word with this hash does in this sentiment language; a negative language knows none.</summary>
    public static Cue Find(int language, uint hash)
    {
        if (language < 0)
        {
            return Cue.None;
        }

        var key = FeatureHash.ForLanguage(hash, language);
        var slot = key >> (32 - Bits);
        while (Values[slot] != Cue.None)
        {
            if (Keys[slot] == key)
            {
                return Values[slot];
            }

            slot = (slot + 1) & ((1u << Bits) - 1);
        }

        return Cue.None;
    }

    private static void Add(string code, Cue cue, string words)
    {
        var language = LanguageTable.IndexOf(code);
        foreach (var word in words.Split(' '))
        {
            var key = FeatureHash.ForLanguage(FeatureHash.Word(word), language);
            var slot = key >> (32 - Bits);
            while (Values[slot] != Cue.None && Keys[slot] != key)
            {
                slot = (slot + 1) & ((1u << Bits) - 1);
            }

            if (Values[slot] == Cue.None)
            {
                Keys[slot] = key;
                Values[slot] = cue;
            }
        }
    }
}
