namespace SocialListening.Stories;

/// <summary>
/// Words of French and English that mean much the same in news of companies, causes and towns, one idea a line. They let posts
/// meet that share no word, in one language or two. Each entry is the beginning of a word without accents; one that begins
/// with '=' is a whole word. Written for this product.
/// </summary>
internal static class ConceptLists
{
    public const string Lines = """
        greve grevist debray strike striking walkout walked-out stoppage
        manifest demonstrat protest rassembl rally marche-blanche
        syndica union =cgt =cfdt =unions
        licenci layoff redundan =jobs emploi emplois postes suppression plan-social
        ferme fermer ferment fermetur closing closure closes close closed shut
        ouvre ouvrir ouvert ouvertur inaugur opening opens opened
        rappel rappele recall recalled recalling
        incendi =feu flamme brule brulee blaze flames burning burned fire fires
        explos blast
        inondat crue crues flood flooded flooding
        tempet ouragan storm hurricane
        panne pannes coupure outage blackout down =hs
        retard retards delay delayed delays
        annul annule annules cancel cancelled canceled
        accident crash collision
        deraill derail
        blesse blesses injur wounded hurt
        mort morts deces decede tue tues dead death died killed
        malade malades intoxic vomi sick poison ill
        hausse augment augmente grimpe increase increases rise rises hike
        baisse diminu reduction drop decrease cut cuts
        prix tarif tarifs fare fares price prices pricing
        factur bill bills invoice billing
        rembours refund refunds refunded reimburs
        gratuit free
        fuite fuites leak leaked leaks breach
        pirat hacker hackers hacked hacking cyber cyberatta
        donnee donnees data
        donateur donatrice donor donors
        =don =dons donation donations donate
        benevol volunteer volunteers
        collect collecte drive fundrais
        arnaqu escroc scam scams fraud fraudst
        hameconn phishing
        faux fake fausse
        enquet investigat inquiry probe
        plaint complaint complaints sue sues sued lawsuit
        tribuna justice court
        police gendarm
        arrete arretes interpell arrest arrested
        condamn sentenc convict
        amende fined
        boycott boycot
        scandal outrage
        excus apolog sorry
        demiss resign resigned resigns
        directe directri director patron =pdg =ceo boss chief =dg
        salaire remunera salary wage wages pay earns
        pension retrait retirem
        reforme reform
        accord agreement deal settled
        negoci negotiat talks
        usine factory plant plants
        entrepo warehouse depot hub
        magasin boutique store stores shop shops
        agence agences branch branches
        ecole ecoles scolaire school schools pupil pupils eleve eleves
        cantine canteen
        enfant enfants children child kids kid
        parent parents
        hopital hospital
        medecin doctor doctors
        maire mairie mayor
        ministr minister
        habitan villager residents resident inhabit
        voyageu passage passengers passenger usager usagers
        client clients custome customers customer
        salarie salaries employe employee employees staff
        train trains
        avion vol vols plane flight flights
        aeropor airport airports
        bagage bagages valise valises luggage baggage suitcas
        voiture voitures car cars
        velo velos bike bikes bicycle
        route routes road roads
        =eau water
        electri power
        =gaz gas
        petrol oil
        eolien eolienn turbine turbines wind
        solaire photovo solar
        climati air-conditi
        chaleur canicul heat
        antenne pylone mast tower antenna
        reseau network
        appli application app
        banque bank banks banking
        carte card cards
        argent money
        publici =pub spot commercial advert =ad =ads
        sexist sexism
        racist racism
        video footage film
        manteau manteaux doudoun coat coats jacket
        vetemen clothes clothing garment
        poubell benne bennes dechet dump dumped bin bins waste trash
        jete jetes jette thrown
        moisi moisiss mould mouldy mold moldy
        rat rats rongeur rodent
        chien chiens dog dogs
        chat chats cat cats
        viande meat
        vegetar veggie vegetarian vegan
        poisson fish
        plastiq plastic
        peche pecheur fishing fisherm
        paysan agricul fermier farmer farmers
        piscin pool
        marche marches market
        rue rues street streets
        pieton pedestr car-free
        prison jail
        elect elections election vote votes
        gagne remport win wins won victory victoir
        final finale
        equipe team
        record
        gare gares station stations
        pont bridge
        danger hazard dangere
        risque risk risks
        securit safety security
        blocag bloque bloquen block blocks blocked
        petition petitions
        chantie works worksite
        """;
}
