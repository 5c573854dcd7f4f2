"""Words of price talk: beside a product and numbers they say no more than that a price is wanted."""

from partnerline.knowledge.intent.spelled import NUMBER_WORDS

FILLERS = (
    frozenset(
        """price prices pricing priced cost costs quote quotes quotation list net amount total pay seat seats unit units piece
        pieces pcs pc pce ea each month months year years mo mos yr yrs mth mths x qty takes take preis preise prix precio precios
        prezzo prezzi für pour para por per quantity dozen need order ordering buy buying today asap user users licence licences
        license licenses annual annually yearly monthly eur euro euros usd dollar dollars gbp pound pounds chf franc francs sorry
        meant actually rather correction next last previous current currently week weeks quarter tomorrow yesterday couple few stk
        stück jahr jahre jahren monat monate monaten instead listenpreis listenpreise pack packs packung packungen box boxes
        carton cartons case cases cheaper cheapest compare compared versus vs difference less save band bands break breaks billed
        billing paid plan term terms over together combined altogether sum plus well too both promo promotion code deal
        registration registered approved valid was kosten kostet koste wieviel viel wie was der die das den dem des ein eine einen
        einem zu zum von vom im am ab und oder mit ohne auch bitte uns wir ich es mir macht machen le la les un une des du de
        combien coûte coûtent coute coutent quel quelle est sont el los las cuánto cuanto cuánta cuántos cuesta cuestan cuál cual
        es il lo gli quanto costa costano qual quanti di del della dei una uno et y e o ou avec con sin sans mois an ans année mes
        meses año años anno anni mese mesi pièces pièce pieza piezas pezzi pezzo unidades unidad unités unité unità budget afford
        spend get give send show tell provide calculate work say look like based rate rates figure figures number numbers one ones
        other first second third item items product products line lines following below hello dear team kindly looking interested
        customer client ballpark indicative january february march april may june july august september october november december
        come comes coming comes up über ueber auf bei nach als wenn dann noch nur mehr sur dans chez en su al da nel zzgl inkl incl including excluding excl
        versus fit fits into urgent urgently asap regarding re rfq enquiry inquiry request requested following formal detailed updated update available
        availability delivered delivery deliver shipped available stock lead time starting from until till mean means exact exactly right now start starting begin end jan feb mar apr jun jul aug sep sept oct nov dec""".split()
    )
    | NUMBER_WORDS
)
