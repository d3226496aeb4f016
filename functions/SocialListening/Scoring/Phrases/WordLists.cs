namespace SocialListening.Scoring.Phrases;

/// <summary>
/// Function words of nine languages, and words of French and English that are frequent in posts and tell nothing of the
/// matter. Written for this product; accents and case do not count.
/// </summary>
internal static class WordLists
{
    /// <summary>Words that end a phrase, by language.</summary>
    public static readonly IReadOnlyList<(string Language, string Words)> Stop =
    [
        ("ar", """
            من في على إلى عن مع هذا هذه ذلك تلك هؤلاء التي الذي الذين هو هي هم هن انا أنا نحن انت أنت انتم أن إن ان لن لم لا ما ماذا لماذا كيف متى أين اين
            كل بعض غير بين بعد قبل عند منذ حتى حيث لكن أو او ثم قد لقد كان كانت كانوا يكون تكون ليس ليست اذا إذا اي أي أيضا ايضا فقط جدا هنا هناك يا و ف ب ل
            به بها له لها لهم فيه فيها عليه عليها منه منها معه الى اللي مش بس كده يعني عشان شي شيء ده دي
            """),
        ("de", """
            der die das den dem des ein eine einen einem einer eines kein keine keinen keiner und oder aber denn doch sondern weil dass daß ob wenn als wie wo wer
            was wann warum welche welcher welches ich du er sie es wir ihr mich mir dich dir ihn ihm uns euch ihnen sich mein meine dein deine sein seine seinen
            seiner unser unsere euer eure ihre ihren ihrer dieser diese dieses diesen diesem jener jede jeder jedes alle alles man nicht nichts nie noch nur nun
            schon auch so sehr mehr mal ja nein da dort hier hin her dann in im ins an am ans auf aus bei beim bis durch für gegen mit nach ohne seit über um unter
            von vom vor zu zum zur zwischen ist sind war waren wird werden wurde wurden bin bist seid hat haben habe hatte hatten kann können konnte muss müssen
            soll sollen will wollen darf mag macht machen gibt geht halt eben wieder immer etwas jetzt heute gerade ganz gar viel viele bitte danke
            """),
        ("en", """
            a an the and or but nor so yet if then else than that this these those there here i me my mine we us our ours you your yours he him his she her hers it
            its they them their theirs who whom whose which what when where why how am is are was were be been being do does did done doing have has had having
            will would shall should can could may might must ought not no nope yes yeah of at by for with about against between into through during before after
            above below to from up down in out on off over under again further once all any both each few more most other others some such only own same too very
            s t d ll m o re ve just don don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't ain't cannot
            im ive id dont doesnt didnt isnt cant wont as because while until upon per via also even ever never now still already yet else like really quite lot lots
            get gets got getting go goes going gone went let lets u ur r pls please thanks thank ok okay oh ah hey hi wow well rt amp anyone someone everyone nobody
            anything something everything nothing every another many much one ones yourself myself themselves himself herself itself ourselves within without across around since till among behind beyond beside besides
            despite except near outside inside past toward towards under unless whether anybody somebody
            """),
        ("es", """
            el la los las lo un una unos unas y e o u ni pero sino aunque porque pues que si como cuando donde quien quienes cual cuales cuyo qué cómo cuándo dónde
            quién cuál yo tú él ella ello nosotros vosotros ellos ellas usted ustedes me te se nos os le les mi mis tu tus su sus nuestro nuestra nuestros nuestras
            vuestro este esta esto estos estas ese esa eso esos esas aquel aquella aquello no sí ya muy más menos tan tanto también tampoco solo sólo a al ante bajo
            con contra de del desde durante en entre hacia hasta para por según sin sobre tras es son era eran fue fueron ser sido está están estaba estar estoy he
            ha han había haber hay hace hacer hecho tiene tienen tener tengo va van voy ir puede pueden poder todo toda todos todas otro otra otros algo alguien nada
            nadie cada mucho mucha muchos poco así aquí allí ahora hoy ayer siempre nunca bien gracias favor
            """),
        ("fr", """
            le la les l un une des du de d au aux à et ou où mais donc or ni car que qu quoi qui dont quand comment pourquoi si comme lorsque puisque quel quelle
            quels quelles lequel laquelle lesquels je j tu il elle on nous vous ils elles me m te t se s moi toi lui leur leurs eux y en mon ma mes ton ta tes son
            sa ses notre nos votre vos ce c cet cette ces ça ca cela ceci celui celle ceux celles ne n pas plus point jamais rien aucun aucune personne non oui ouais
            dans par pour sur sous avec sans chez entre vers dès depuis pendant avant après devant derrière contre malgré selon hors jusqu jusque parce afin lors envers lequel durant environ via sinon
            est es suis sommes êtes sont était étais étaient étions sera seront serait soit été être ai as a avons avez ont avait avais avaient aura auront aurait
            avoir eu fait fais font faire faut va vais vont allez aller peut peux peuvent pouvoir doit dois doivent veut veux voulez dit dire très trop bien encore
            déjà aussi même mêmes tout toute tous toutes tant tellement peu beaucoup assez moins autre autres chaque plusieurs quelque quelques certains certaines
            ici là voilà voici alors ensuite puis enfin toujours souvent parfois maintenant aujourd hui hier demain ainsi donc quand juste vraiment ah oh eh bah ben
            euh hein merci svp stp rt cc via mdr lol ptdr pq pk tt tjs bcp jsuis jai cest ya quelqu lorsqu puisqu presqu ok
            """),
        ("hi", """
            hai hain tha thi the ho hoga hogi hota hoti hote ka ki ke ko se me mein main mai par pe tak aur ya lekin magar kyunki kyuki ki jo jab tab agar to toh
            bhi hi na nahi nahin nhi mat ye yeh wo woh voh is us iss uss in un kya kyu kyun kaise kab kaha kahan kaun kitna kitne mera meri mere tera teri tere
            apna apni apne hum tum aap uska uski unka unki iska iski kuch koi sab sabhi bahut bohot itna itni kar karo karna karne kiya karta karte raha rahe rahi
            gaya gayi gaye diya liya ab abhi phir fir bas sirf wala wale wali ji haan han yaar bhai
            """),
        ("it", """
            il lo la i gli le l un uno una e ed o ma però se che chi cui come quando dove perché poiché anche ancora non no sì più meno molto molta molti tanto troppo
            poco io tu lui lei noi voi loro mi ti si ci vi ne me te sé mio mia miei mie tuo tua suo sua suoi sue nostro nostra vostro vostra questo questa questi queste
            quello quella quelli quelle quel di a da in con su per tra fra del dello della dei degli delle al allo alla ai agli alle dal dallo dalla dai dalle nel
            nello nella nei nelle sul sullo sulla sui sulle c è sono era erano sei siamo essere stato stata ho hai ha abbiamo avete hanno aveva avere fa fare fatto va
            può possono tutto tutta tutti tutte altro altra altri ogni qualcosa niente nulla già poi ora oggi ieri sempre mai qui qua così solo proprio bene grazie
            """),
        ("nl", """
            de het een en of maar want dus omdat dat die dit deze als dan toen wie wat waar wanneer waarom hoe welke ik jij je hij zij ze wij we jullie u mij me jou
            hem haar ons hen hun mijn jouw zijn onze uw niet geen niets nooit nog al ook wel te zo zeer heel veel meer minder alle alles ieder elke iets iemand in
            op aan bij met van voor naar uit over onder tegen tot door tussen sinds zonder om is was waren ben bent worden wordt werd heb hebt heeft had hadden
            hebben kan kunnen kon moet moeten mag wil willen zal zullen zou doen doet gaat gaan er hier daar nu even weer toch ja nee eens maar
            """),
        ("pt", """
            o a os as um uma uns umas e ou mas nem se que quem qual quais quando onde como porque pois por porquê eu tu ele ela nós vós eles elas você vocês me te
            lhe nos vos lhes meu minha meus minhas teu tua seu sua seus suas nosso nossa este esta isto estes estas esse essa isso esses essas aquele aquela aquilo
            não sim já muito muita muitos mais menos tão também só de do da dos das em no na nos nas num numa ao aos à às pelo pela pelos pelas com sem para pra pro
            sobre entre até desde contra após é são era eram foi foram ser sido está estão estava estar estou tem têm tinha ter tenho há haver vai vão ir pode podem
            fazer faz feito tudo todo toda todos todas outro outra outros algo alguém nada ninguém cada pouco aqui ali agora hoje ontem sempre nunca bem obrigado
            """),
    ];

    /// <summary>Words that may stand inside a phrase, as in 'prix du gaz', but neither begin nor end it.</summary>
    public static readonly IReadOnlyList<(string Language, string Words)> Link =
    [
        ("en", "of"),
        ("es", "de del"),
        ("fr", "de du des d l la à au en"),
        ("it", "di del dello della dei degli delle"),
        ("nl", "van"),
        ("pt", "de do da dos das"),
    ];

    /// <summary>Words that weigh little: frequent in posts whatever these are about.</summary>
    public static readonly IReadOnlyList<(string Language, string Words)> Light =
    [
        ("de", """
            sagen sagt gesagt finden findet sehen schauen leute menschen tag tage woche jahr jahre zeit einfach wirklich gut gute guten neue neuen neuer leider
            endlich eigentlich bald morgen gestern ding sache kommt kommen lassen
            """),
        ("en", """
            say says said saying tell tells told think thinks thought know knows knew see sees saw seen look looks looking make makes made making take takes took
            taken taking want wants wanted need needs come comes came coming give gives gave put use used using find found try tried trying feel keep work works
            thing things people person guy guys man men woman women day days week weeks month months year years time times today tomorrow yesterday tonight morning
            evening night way ways bit big good great bad nice best better worst worse new old last next first second little right wrong sure maybe probably actually
            finally literally basically apparently absolutely totally seriously back away always often sometimes ago soon later long hard real true whole half full
            love hate hope wish wonder guess mean means happen happens happened start started stop stopped end ended check read watch hear heard call called ask asked
            show shows post posts thread link via video photo photos pic pics news update breaking days hours hour minute minutes two three four five six seven ten twelve lol lmao omg
            monday tuesday wednesday thursday friday saturday sunday exactly definitely honestly somehow far gone book stuff
            """),
        ("es", """
            dice dicen dijo decir creo ver visto gente persona personas día días semana año años vez veces cosa cosas nuevo nueva buen buena buenos gran grande mejor
            peor mismo misma entonces luego después antes mañana
            """),
        ("fr", """
            dis disent disait parle parler pense penser croit crois croire sait sais savoir voir vois vu vue voit regarde regarder trouve trouver trouvé met mettre
            mis prend prendre pris vient venir venu reste rester passe passer passé donne donner donné demande demander attend attendre arrive arriver arrivé semble
            paraît sent sentir aime aimer espère chose choses truc trucs gens monde homme femme mec fois jour jours journée semaine semaines mois an ans année années
            heure heures minute minutes soir matin nuit moment temps petit petite petits grand grande grands gros grosse bon bonne bons bonnes mauvais mauvaise beau
            belle nouveau nouvelle nouveaux nouvelles dernier dernière premier première prochain prochaine vrai vraie faux seul seule début fin suite partie place
            cause façon genre sorte besoin envie peur coup bravo super génial nul dommage honte grave sérieux sérieusement franchement clairement finalement apparemment
            simplement bientôt plutôt presque surtout justement évidemment absolument complètement lundi mardi mercredi jeudi vendredi samedi dimanche deux trois quatre
            cinq dix vidéo photo photos lien article info infos bonjour salut
            """),
        ("it", "dice dicono detto credo vedere visto gente persona persone giorno giorni settimana anno anni volta volte cosa cose nuovo nuova buon buona grande"),
        ("nl", "zegt zeggen gezegd denk zien mensen dag dagen week jaar jaren keer ding dingen nieuw nieuwe goed goede echt gewoon vandaag morgen gisteren"),
        ("pt", "diz dizem disse acho ver visto gente pessoa pessoas dia dias semana ano anos vez vezes coisa coisas novo nova bom boa grande melhor pior mesmo"),
    ];
}
