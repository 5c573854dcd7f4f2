"""The words that price lists use, in English, German, French, Spanish and Italian, in lower case without accents."""

NO_PRICE = frozenset(
    {
        "on request", "upon request", "price on request", "by request", "on application", "por", "p.o.r", "poa", "p.o.a",
        "contact us", "contact sales", "call", "call for price", "call for pricing", "ask", "quote", "request quote",
        "n/a", "na", "n.a", "not available", "not applicable", "none", "tbd", "tba", "t.b.d", "to be announced",
        "to be defined", "to be determined", "not sold separately", "coming soon",
        "auf anfrage", "a.a", "preis auf anfrage", "anfrage", "nicht verfügbar", "entfällt", "n.v", "k.a", "keine angabe",
        "sur demande", "prix sur demande", "sur devis", "nous consulter", "non disponible", "n.c", "nc", "n.d", "nd",
        "a consultar", "bajo pedido", "bajo petición", "consultar", "no disponible", "a petición", "precio a consultar",
        "su richiesta", "a richiesta", "prezzo su richiesta", "non disponibile",
    }
)  # fmt: skip

END_OF_LIFE = frozenset(
    {
        "eol", "e.o.l", "eos", "end of life", "end-of-life", "end of sale", "discontinued", "obsolete", "withdrawn",
        "abgekündigt", "auslaufartikel", "ausgelaufen", "nicht mehr lieferbar", "fin de vie", "arrêté", "abandonné",
        "descatalogado", "fin de vida", "fuori produzione", "fine vita",
    }
)  # fmt: skip

SKU_LABELS = (
    ("sku",),
    ("part number", "part no", "part nr", "part #", "partnumber", "p n", "pn", "artikelnummer", "artikelnr", "artikel nr",
     "art nr", "art no", "article number", "article no", "article nr", "item number", "item no", "item code", "item #",
     "product number", "product no", "product code", "product id", "produktnummer", "sku code", "sku number", "sku id",
     "material number", "material no", "materialnummer", "teilenummer", "order code", "order number", "order no",
     "ordering code", "bestellnummer", "bestellnr", "best nr", "catalog number", "catalogue number", "cat no",
     "reference", "ref", "code article", "code produit", "numero d article", "referencia", "codigo", "codigo de producto",
     "codice", "codice articolo", "codice prodotto", "service code", "plan code", "offer id", "sachnummer", "mpn"),
    ("mfr part no", "mfr part number", "manufacturer part number", "manufacturers part number",
     "manufacturer s part number", "model number", "model no", "modellnummer", "code"),
)  # fmt: skip
"""Headings of part numbers, the surest first."""

NAME_LABELS = (
    ("product name", "item name", "produktname", "nom du produit", "nombre del producto", "nome prodotto", "plan", "plan name"),
    ("product", "name", "item", "article", "artikel", "produkt", "produit", "producto", "articulo", "prodotto", "articolo",
     "bezeichnung", "artikelbezeichnung", "produktbezeichnung", "designation", "libelle", "denominacion", "denominazione",
     "service", "service proposed", "service propsoed", "support item", "course title", "labor category", "title", "edition",
     "offering", "package", "subscription", "leistung", "prestation", "servicio", "servizio", "model", "modell", "license",
     "lizenz"),
    ("description", "product description", "item description", "beschreibung", "descripcion", "descrizione", "short description",
     "kurztext", "text"),
)  # fmt: skip
"""Headings of what things are called, the surest first."""

LABELS: dict[str, tuple[str, ...]] = {
    "unit": ("unit", "uom", "unit of measure", "units", "unit of issue", "uoi", "metric", "einheit", "me", "mengeneinheit",
             "verkaufseinheit", "unite", "unidad", "unita", "unita di misura", "sales unit", "selling unit"),
    "pack": ("pack", "pack size", "package size", "packaging unit", "pack qty", "pack quantity", "qty per pack", "pcs per pack",
             "vpe", "verpackungseinheit", "packungsgrosse", "ve", "conditionnement", "colisage", "confezione", "embalaje"),
    "basis": ("price unit", "pricing unit", "price basis", "price quantity", "price qty", "price per qty", "per qty", "pu", "pe",
              "preiseinheit", "preisbasis", "unite de prix", "base de prix", "base precio", "unita di prezzo"),
    "currency": ("currency", "curr", "ccy", "wahrung", "waehrung", "devise", "monnaie", "moneda", "divisa", "valuta"),
    "min": ("from qty", "from quantity", "min qty", "min quantity", "minimum quantity", "minimum qty", "minimum order quantity",
            "minimum order qty", "min order qty", "moq", "qty from", "quantity from", "tier from", "break qty", "price break", "quantity break", "staffel", "staffelmenge", "from",
            "ab menge", "menge ab", "mindestmenge", "mindestbestellmenge", "ab stuck", "von menge", "menge von", "ab",
            "quantite min", "quantite minimum", "quantite minimale", "a partir de", "des", "cantidad minima", "desde",
            "quantita minima", "da quantita", "minimum users", "minimum seats", "min seats", "min users"),
    "max": ("to qty", "to quantity", "max qty", "max quantity", "maximum quantity", "maximum qty", "qty to", "quantity to", "to",
            "bis menge", "menge bis", "hochstmenge", "bis", "quantite max", "quantite maximale", "cantidad maxima", "hasta",
            "quantita massima", "a quantita", "max seats", "max users"),
    "band": ("quantity", "qty", "quantity band", "qty band", "quantity range", "qty range", "volume", "volume band", "band",
             "menge", "mengenstaffel", "quantite", "tranche",
             "cantidad", "tramo", "quantita", "scaglione", "stuckzahl", "seats", "users"),
    "term": ("term", "term months", "contract term", "term in months", "subscription term", "duration", "laufzeit",
             "laufzeit monate", "vertragslaufzeit", "duree", "plazo", "duracion", "durata"),
    "period": ("billing period", "billing", "billing cycle", "billing frequency", "price per", "per", "abrechnung",
               "abrechnungszeitraum", "frequency", "charge type"),
    "from_day": ("valid from", "effective", "effective from", "effective date", "price effective date", "start date", "valid since",
                 "gultig ab", "gultig von", "valable a partir du", "valable du", "valide du", "valido desde", "valido dal",
                 "vigente desde", "valida dal", "date d effet", "first day"),
    "until_day": ("valid until", "valid to", "valid till", "valid thru", "valid through", "expires", "expiry", "expiry date",
                  "expiration date", "end date", "gultig bis", "valable jusqu au", "valable au", "valido hasta",
                  "vigente hasta", "valido fino al", "last day"),
    "tier": ("partner tier", "partner level", "tier", "partnerstufe", "niveau partenaire"),
    "status": ("status", "lifecycle", "life cycle", "lifecycle status", "product status", "availability", "zustand", "statut",
               "estado", "stato"),
    "remark": ("remark", "remarks", "note", "notes", "comment", "comments", "bemerkung", "bemerkungen", "hinweis", "hinweise",
               "anmerkung", "remarque", "remarques", "commentaire", "nota", "notas", "observaciones", "note e commenti"),
    "condition": ("region", "country", "market", "land", "pays", "pais", "paese", "territory", "variant", "plan type",
                  "price type", "deployment", "channel"),
}  # fmt: skip
"""What the other columns are, by their headings."""

PRICE_WORDS = frozenset(
    "price prices pricing preis preise prix precio precios prezzo prezzi tarif tarife tarifs tarifa tarifas listenpreis "
    "listenpreise listprice listpreis katalogpreis einzelpreis stuckpreis einheitspreis lp pricelist unitprice".split(
        " "
    )
)
LIST_WORDS = frozenset(
    "list listenpreis listenpreise listprice listpreis liste lista listino catalogue catalog catalogo katalogpreis lp "
    "cpl pricelist".split(" ")
)
NET_WORDS = frozenset("net netto nettopreis nettopreise nets neto netprice".split(" "))
NEUTRAL_WORDS = (
    PRICE_WORDS
    | LIST_WORDS
    | NET_WORDS
    | frozenset(
        "unit units each ea unitaire unitario unitaria de di del por per pro je par the for in fur commercial public "
        "pcs pc piece pieces stuck stk st seats seat users user licenses licences license licence all amounts".split(
            " "
        )
    )
)
"""What may stand in a heading and still leave it a list price."""
TIER_WORDS = frozenset("partner partners tier level reseller resellers stufe".split(" "))
BAND_WORDS = frozenset(
    "band volume qty quantity menge quantite cantidad quantita break staffel by at if".split(" ")
)
TERM_WORDS = frozenset(
    "term contract plan subscription commitment upfront prepaid laufzeit vertrag by".split(" ")
)
MONEY_WORDS = frozenset(
    "price prices priced pricing preis preise prix precio precios prezzo prezzi tarif tarifa cost costs kosten kost cout "
    "couts coste costo rate rates fee fees amount betrag montant importe importo charge charges msrp rrp srp uvp pvp "
    "margin marge discount rabatt remise descuento sconto rebate ek vk hek einkaufspreis verkaufspreis total gesamt value "
    "wage net netto brutto gross spot mfc bruttopreis nettopreis aufpreis surcharge uplift royalty commission "
    "provision saving savings floor".split(" ")
)

SUMS = frozenset(
    "total totals subtotal sub-total sum summe gesamt gesamtsumme zwischensumme totale somme".split(
        " "
    )
)
"""Rows by these names add up others."""
