"""The words that price lists use, in English, German, French, Spanish and Italian, in lower case without accents."""

NO_PRICE = frozenset(
    {
        "on request", "upon request", "price on request", "price upon request", "by request", "on application", "price on application",
        "por", "p.o.r", "poa", "p.o.a", "tbc", "to be confirmed", "contact us", "contact sales", "contact your account manager", "call",
        "call us", "call for price", "call for pricing", "call for quote", "ask", "ask us", "ask for quote", "enquire", "inquire", "quote",
        "request quote", "quote on request", "quoted individually", "individual quote", "rfq", "n/a", "na", "n.a", "n. a", "not available",
        "not applicable", "not offered", "not sold", "none", "nil", "tbd", "tba", "t.b.d", "t.b.a", "to be announced", "to be defined",
        "to be determined", "not sold separately", "coming soon", "custom pricing", "pending", "out of stock", "no price",
        "auf anfrage", "a.a", "a. a", "aa", "preis auf anfrage", "anfrage", "anfragen", "bitte anfragen", "auf wunsch", "nach aufwand",
        "auf nachfrage", "nicht verfügbar", "nicht verfugbar", "nicht lieferbar", "entfällt", "entfallt", "n.v", "n. v", "k.a", "k. a",
        "keine angabe", "kein preis", "noch offen", "offen", "folgt", "p.a.a", "paa", "individuell", "individuelles angebot", "nicht erhältlich",
        "nicht erhaltlich", "in vorbereitung",
        "sur demande", "prix sur demande", "sur devis", "nous consulter", "nous contacter", "non disponible", "indisponible", "n.c", "nc",
        "n.d", "nd", "a definir", "à définir", "sans objet", "s.o", "s/o", "prix à définir", "bientôt", "non communiqué", "sur consultation",
        "a consultar", "bajo pedido", "bajo petición", "bajo peticion", "bajo demanda", "consultar", "consulte", "no disponible", "a petición",
        "a peticion", "precio a consultar", "precio bajo consulta", "bajo consulta", "consultar precio", "por determinar", "por definir",
        "sin precio", "no aplica", "no aplicable", "s/p", "a convenir", "próximamente", "pendiente",
        "su richiesta", "a richiesta", "prezzo su richiesta", "prezzo a richiesta", "non disponibile", "da definire", "da determinare",
        "non applicabile", "su preventivo", "contattateci", "contattare", "da concordare", "in arrivo", "non previsto",
    }
)  # fmt: skip

END_OF_LIFE = frozenset(
    {
        "eol", "e.o.l", "eos", "end of life", "end-of-life", "end of sale", "end-of-sale", "discontinued", "obsolete", "withdrawn",
        "phased out", "phase out", "phase-out", "no longer available", "no longer sold", "retired", "sunset", "last time buy",
        "abgekündigt", "auslaufartikel", "auslaufmodell", "ausgelaufen", "auslaufend", "auslauf", "nicht mehr lieferbar", "nicht mehr verfügbar",
        "eingestellt", "entfallen", "fin de vie", "arrêté", "arrêtée", "abandonné", "abandonnée", "supprimé", "supprimée", "fin de commercialisation",
        "fin de série", "n'est plus disponible", "descatalogado", "descatalogada", "descontinuado", "descontinuada", "discontinuado", "obsoleto",
        "obsoleta", "fin de vida", "fuera de catálogo", "fuori produzione", "fine vita", "fuori catalogo", "fine serie", "dismesso", "dismessa",
        "cessato", "in esaurimento",
    }
)  # fmt: skip

PRICE_WORDS = frozenset(
    "price prices pricing preis preise prix precio precios prezzo prezzi tarif tarife tarifs tarifa tarifas listenpreis tariffa tariffe "
    "listenpreise listprice listpreis katalogpreis katalogpreise einzelpreis einzelpreise stuckpreis stuckpreise einheitspreis einheitspreise "
    "lp pricelist unitprice listino pu".split(" ")
)
LIST_WORDS = frozenset(
    "list listenpreis listenpreise listprice listpreis liste lista listino catalogue catalog catalogo katalogpreis katalogpreise lp "
    "cpl pricelist katalog".split(" ")
)
NET_WORDS = frozenset(
    "net netto nettopreis nettopreise nets neto netta nette netos netti netprice".split(" ")
)
NEUTRAL_WORDS = (
    PRICE_WORDS
    | LIST_WORDS
    | NET_WORDS
    | frozenset(
        "unit units each ea unitaire unitario unitaria unitaires unitarios de di del do d du des dei la le les el il per por pro je par the "
        "for in en fur pour al a commercial public "
        "pcs pc piece pieces stuck stk st seats seat users user usuario utilisateur nutzer licenses licences license licence lizenz all amounts "
        "pieza piezas pezzo pezzi pz unidad unidades ud uds unita unite unites einheit ht hors einzeln".split(
            " "
        )
    )
)
"""What may stand in a heading and still leave it a list price."""
TIER_WORDS = frozenset(
    "partner partners tier level reseller resellers stufe partnerpreis partnerpreise partenaire partenaires niveau socio socios nivel "
    "livello distributor status handler haendler".split(" ")
)
BAND_WORDS = frozenset(
    "band volume qty quantity menge quantite quantites qte cantidad cantidades cant quantita qta break breaks staffel staffelpreis staffelpreise by at if "
    "q ta mengenstaffel tranche tramo scaglione fascia palier order orders bei volumen tier units ab from up".split(
        " "
    )
)
TERM_WORDS = frozenset(
    "term contract plan subscription commitment upfront prepaid laufzeit vertrag by abo abonnement engagement contrat duree contrato plazo "
    "suscripcion contratto durata abbonamento with mit avec con bei over uber".split(" ")
)
REGION_WORDS = frozenset(
    "region territory gebiet zone zona regione area country land pays pais paese market markt".split(
        " "
    )
)
MONEY_WORDS = frozenset(
    "price prices priced pricing preis preise prix precio precios prezzo prezzi tarif tarifa cost costs kosten kost cout "
    "couts coste costo rate rates fee fees amount betrag montant importe importo charge charges msrp rrp srp uvp pvp "
    "margin marge discount rabatt remise descuento sconto rebate ek vk hek einkaufspreis verkaufspreis total gesamt value "
    "wage net netto brutto gross spot mfc bruttopreis nettopreis aufpreis surcharge uplift royalty commission "
    "provision saving savings floor pvpr uvp pvc ppc achat vente compra venta acquisto vendita margen margine".split(
        " "
    )
)
TOTAL_WORDS = frozenset("total gesamt totale complet price preis gesamtpreis".split(" "))
"""What may stand in a heading of amounts for a whole term."""
JOINING_WORDS = frozenset("and und et e y".split(" "))
FEE_WORDS = frozenset("fee fees gebuhr gebuhren canone redevance cuota".split(" "))
"""What is paid again and again; a heading that names no span of time means something else by them."""
DISCOUNT_WORDS = frozenset(
    "discount discounts rabatt rabatte rabattsatz remise remises sconto sconti descuento descuentos nachlass off".split(
        " "
    )
)

SUMS = frozenset(
    "total totals subtotal sub-total sum summe gesamt gesamtsumme zwischensumme totale somme".split(
        " "
    )
)
"""Rows by these names add up others."""
