"""The words that promotions tables use, in English, German, French, Spanish and Italian, in lower case without accents."""

import re

LABELS: dict[str, tuple[tuple[str, ...], ...]] = {
    "code": (
        ("code", "promo code", "promotion code", "promotional code", "promocode", "offer code", "campaign code", "coupon code",
         "discount code", "voucher code", "promo id", "promotion id", "offer id", "campaign id", "code name", "promo no",
         "aktionscode", "promocode", "promo code", "aktions code", "angebotscode", "kampagnencode", "rabattcode", "gutscheincode",
         "aktionsnummer", "aktions nr", "code promo", "code promotion", "code promotionnel", "code offre", "code de l offre",
         "code campagne", "codigo", "codigo promocional", "codigo promocion", "codigo de promocion", "codigo de la promocion",
         "codigo de oferta", "codigo oferta", "codice", "codice promo", "codice promozione", "codice promozionale", "codice offerta"),
    ),
    "name": (
        ("promotion", "promotion name", "promo name", "promo", "name", "offer", "offer name", "campaign", "campaign name", "title",
         "special offer", "program", "programme", "name of promotion", "promotion title", "aktion", "aktionsname", "name der aktion", "bezeichnung", "kampagne",
         "angebot", "titel", "promotionname", "sonderaktion", "nom", "nom de la promotion", "nom de l offre", "offre", "campagne",
         "intitule", "libelle", "operation", "promotions", "promocion", "nombre", "nombre de la promocion", "oferta", "campana", "denominacion",
         "titulo", "promozione", "nome", "nome promozione", "nome della promozione", "offerta", "campagna", "titolo",
         "denominazione"),
    ),
    "applies": (
        ("applies to", "applicable to", "applies for", "applicable products", "applies to products", "eligible products", "eligible items", "eligible skus",
         "eligible part numbers", "qualifying products", "valid for", "valid on", "products included", "included products", "scope",
         "for products", "on products", "product s", "gilt fur", "gultig fur", "fur produkte", "fur", "anwendbar auf", "gilt fur produkte",
         "gilt fur artikel", "betroffene produkte", "betroffene artikel", "aktionsartikel", "aktionsprodukte", "geltungsbereich",
         "s applique a", "applicable a", "applicable aux", "valable pour", "valable sur", "produits concernes", "articles concernes",
         "references concernees", "produits eligibles", "porte sur", "concerne", "se aplica a", "aplicable a", "aplica a", "valido para",
         "productos aplicables", "productos incluidos", "articulos incluidos", "si applica a", "applicabile a", "valido per", "valida per", "prodotti interessati",
         "prodotti inclusi", "articoli interessati", "prodotti in promozione"),
        ("sku", "skus", "part number", "part numbers", "part no", "part nos", "article number", "article numbers", "item number",
         "item numbers", "item no", "product code", "product codes", "artikelnummer", "artikelnummern", "artikelnr", "artikel nr",
         "art nr", "bestellnummer", "bestellnummern", "teilenummer", "materialnummer", "reference", "references", "referencia",
         "referencias", "ref", "code article", "codes article", "codice articolo", "codici articolo", "codice prodotto", "codici prodotto"),
        ("product", "products", "item", "items", "article", "articles", "product name", "product family", "product families", "product line",
         "family", "families", "product group", "range", "produkt", "produkte", "artikel", "produktname", "produktfamilie", "produktgruppe",
         "warengruppe", "sortiment", "baureihe", "produit", "produits", "gamme", "gammes", "famille", "famille de produits", "nom du produit", "producto",
         "productos", "articulo", "articulos", "gama", "familia", "familia de productos", "nombre del producto", "prodotto", "prodotti",
         "articolo", "articoli", "gamma", "famiglia", "linea", "nome prodotto"),
    ),
    "fixed": (
        ("fixed price", "fixed net price", "fixed unit price", "fix price", "promo price", "promotion price", "promotional price",
         "promo net price", "special price", "offer price", "campaign price", "sale price", "net promo price",
         "promotional unit price", "fixed price each", "fixed price per unit", "promo price per unit", "festpreis", "fixpreis",
         "aktionspreis", "sonderpreis", "angebotspreis", "promopreis", "promo preis", "aktionspreis netto", "festpreis netto",
         "festpreis je stuck", "aktionspreis je stuck", "prix fixe", "prix promo", "prix promotionnel", "prix special",
         "prix de l offre", "prix remise", "prix fixe unitaire", "prix unitaire promo", "precio fijo", "precio promocional",
         "precio promocion", "precio especial", "precio oferta", "precio de oferta", "precio fijo unitario", "prezzo fisso",
         "prezzo promo", "prezzo promozionale", "prezzo speciale", "prezzo offerta", "prezzo in offerta", "prezzo fisso unitario"),
        ("price", "net price", "unit price", "preis", "nettopreis", "stuckpreis", "prix net", "prix", "prix unitaire", "precio neto",
         "precio", "precio unitario", "prezzo netto", "prezzo", "prezzo unitario"),
    ),
    "currency": (("currency", "curr", "ccy", "wahrung", "waehrung", "devise", "monnaie", "moneda", "divisa", "valuta"),),
    "first": (
        ("first day", "first date", "start", "start date", "starts", "starts on", "start day", "from", "valid from", "begin", "begins", "begin date", "beginning",
         "effective", "effective from", "effective date", "date from", "promotion start", "promo start", "running from", "erster tag",
         "beginn", "start am", "ab", "von", "gultig ab", "gultig von", "startdatum", "datum von", "aktionsbeginn", "aktionsstart", "premier jour",
         "debut", "date de debut", "du", "a partir du", "valable du", "valable a partir du", "date debut", "primer dia", "inicio",
         "fecha de inicio", "fecha inicio", "desde", "valido desde", "valida desde", "vigente desde", "comienzo", "primo giorno",
         "inizio", "data inizio", "data di inizio", "dal", "da", "valido dal", "valida dal"),
    ),
    "last": (
        ("last day", "last date", "end", "end date", "ends", "ends on", "end day", "until", "to", "till", "valid to", "valid until", "valid till", "valid thru",
         "valid through", "through", "expires", "expiry", "expiry date", "expiration", "expiration date", "date to", "promotion end", "promo end",
         "running until", "letzter tag", "ende", "bis", "gultig bis", "enddatum", "datum bis", "aktionsende", "ablauf", "ablaufdatum",
         "dernier jour", "fin", "date de fin", "au", "jusqu au", "valable jusqu au", "valable au", "date fin", "expiration le", "ultimo dia",
         "fecha de fin", "fecha fin", "fecha final", "hasta", "valido hasta", "valida hasta", "vigente hasta", "final", "vencimiento",
         "ultimo giorno", "fine", "data fine", "data di fine", "al", "fino al", "valido fino al", "valida fino al", "valido al", "scadenza"),
    ),
    "span": (
        ("period", "valid", "gultig", "valable", "valido", "valida", "vigente", "validity", "validity period", "promotion period", "promo period", "dates", "duration", "when", "runs",
         "running", "zeitraum", "aktionszeitraum", "laufzeit", "gultigkeit", "gultigkeitszeitraum", "periode", "validite", "duree",
         "dates de validite", "periode de validite", "periodo", "validez", "vigencia", "duracion", "fechas", "periodo di validita",
         "validita", "durata"),
    ),
    "min": (
        ("minimum quantity", "min quantity", "minimum qty", "min qty", "min order qty", "minimum order quantity", "minimum order", "min order", "moq", "minimum", "min",
         "from quantity", "from qty", "min units", "minimum units", "minimum purchase quantity", "least quantity", "quantity from", "qty from", "minimum pieces", "mindestmenge", "mindestbestellmenge",
         "min menge", "menge ab", "ab menge", "mindestabnahme", "mindeststuckzahl", "ab stuck", "quantite minimale", "quantite minimum", "quantite min",
         "qte min", "qte minimum", "qte minimale", "minimum de commande", "a partir de", "cantidad minima", "cant minima", "minimo", "pedido minimo",
         "quantita minima", "qta minima", "ordine minimo", "minima quantita", "min qta"),
        ("quantity", "qty", "menge", "stuckzahl", "quantite", "qte", "cantidad", "quantita", "qta"),
    ),
    "regions": (
        ("region", "regions", "territory", "territories", "geo", "geography", "area", "areas", "market", "markets", "country", "countries", "region s", "valid regions",
         "eligible regions", "where", "regionen", "gebiet", "gebiete", "markt", "markte", "land", "lander", "pays", "zone", "zones", "territoire",
         "territoires", "marche", "marches", "regiones", "pais", "paises", "territorio", "territorios", "mercado", "mercados", "zona", "zonas", "regione",
         "regioni", "paese", "paesi", "territori", "mercato", "mercati"),
    ),
    "tiers": (
        ("tier", "tiers", "partner tier", "partner tiers", "partner level", "partner levels", "level", "levels", "eligible tiers", "partner status", "for tiers",
         "partnerstufe", "partnerstufen", "stufe", "stufen", "partnerlevel", "niveau", "niveaux", "niveau partenaire", "niveaux partenaires",
         "nivel", "niveles", "nivel de partner", "nivel de socio", "livello", "livelli", "livello partner", "livelli partner"),
    ),
    "stacks": (
        ("stacks", "stackable", "stacking", "stacks with", "combinable", "combinable with", "combines", "combines with", "can be combined", "combine", "combination", "cumulative", "cumulable", "kombinierbar",
         "kombinierbar mit", "kombination", "kumulierbar", "stapelbar", "cumul", "cumulable avec", "cumul possible", "combinable avec", "acumulable", "combinable con", "acumulable con",
         "cumulabile", "cumulabile con", "combinabile", "combinabile con"),
    ),
    "note": (
        ("note", "notes", "remark", "remarks", "comment", "comments", "description", "details", "information", "info", "owner", "contact",
         "bemerkung", "bemerkungen", "hinweis", "hinweise", "beschreibung", "anmerkung", "kontakt", "remarque", "remarques", "commentaire",
         "commentaires", "observaciones", "notas", "nota", "descripcion", "comentarios", "osservazioni", "descrizione", "commenti"),
    ),
    "status": (("status", "state", "zustand", "statut", "etat", "estado", "stato"),),
}  # fmt: skip
"""What a column is, by its heading: each role's rows of labels, the surest first."""

PERCENT_WORDS = frozenset(
    "% percent percentage pct prozent prozentsatz pourcentage pourcent porcentaje percentuale porciento percento".split()
)
DISCOUNT_WORDS = frozenset(
    "discount discounts rabatt rabatte nachlass remise reduction rebaja descuento sconto off ermassigung rebate".split()
)
BESIDE_PERCENT = frozenset(
    "listenpreis listenpreise preisliste listino liste tarif lista catalogue off the in as on of list price net partner extra additional promo promotion promotional special rate value de du des en "
    "sur por per pour cent ciento cento di su auf vom den der le la l desc remise reduction a il in".split()
)
"""What may stand beside these in the heading of a column of percentages."""

GROUPS = frozenset(
    "benefit benefits value reward advantage vorteil vorteile leistung avantage avantages beneficio beneficios ventaja vantaggio vantaggi "
    "what who when eligibility".split()
)
"""Headings that stand over others and say nothing of their own."""

LIMITS = re.compile(
    r"\b(?:min\w*|mindest\w*|threshold|max\w*|limit\w*|cap|capped|up to|budget|hochst\w*|maximal\w*|plafond\w*|tope|massim\w*|maxim\w*|conditions?|condit\w*|"
    r"requirements?|requires?|eligib\w*|bedingung\w*|voraussetzung\w*|condizion\w*|condicion\w*|requisit\w*|only|nur|seulement|"
    r"solo|terms?|months?|monate|laufzeit|customers?|kunden?|clients?|clientes?|clienti|segments?|units?|uom|packs?|packung\w*|packag\w*|per|basis|pieces?|einheit|ve|vpe|je|unite|unidad|unita|confezione|"
    r"conditionnement|second\w*|zweite\w*|channels?|kanal|partners?|partner|"
    r"exclud\w*|exclu\w*|except\w*|not|ausgenommen|nicht|sauf|salvo|escluso|esclusi|new|existing|bundle|with|avec|con|mit)\b"
)
"""Headings of columns that may narrow a promotion in a way that can't be computed with."""

NOTHING = frozenset(
    "- -- n/a na none no nein non keine keiner kein aucun aucune ninguno ninguna nessuno nessuna any all alle tous toutes todos todas tutti "
    "tutte beliebig".split()
) | {"", "n. a.", "no limit", "no minimum", "kein minimum", "unlimited", "open"}
"""Cells that say that nothing narrows."""

ALIVE = frozenset(
    "active running live planned open upcoming approved current ok valid aktiv laufend geplant lauft freigegeben actif active en cours prevue "
    "prevu activa activo vigente prevista attiva attivo corso".split()
) | {"", "-", "en cours", "in corso", "en curso"}  # fmt: skip
"""What a status says of a promotion whose days alone decide."""

ONE_PIECE = frozenset(
    "1 each ea piece pieces pc pcs unit units stuck stuk stk st item items seat seats user users license licenses licence licences device devices "
    "einheit einheiten lizenz lizenzen nutzer gerat unite unites piece pieces utilisateur licence unidad unidades pieza piezas licencia usuario "
    "unita pezzo pezzi licenza utente 1pc 1ea".split()
) | {
    "1 piece",
    "1 stuck",
    "1 unit",
    "1 ea",
    "1 pc",
    "per unit",
    "per piece",
    "je stuck",
    "pro stuck",
    "par unite",
    "por unidad",
    "per unita",
}
"""Cells and brackets that say that one piece is counted."""

HARMLESS = (
    ONE_PIECE
    | PERCENT_WORDS
    | frozenset(
        "net netto nett ht excl ex vat tax without zzgl mwst plus hors taxes iva sin senza unit price each inclusive incl optional".split()
    )
)
"""What may stand in brackets in the heading of a price or of a quantity."""

EVERYONE = frozenset(
    "all any every everyone global worldwide international alle jede weltweit international tous toutes tout monde mondial partout todos todas "
    "mundial tutti tutte tutto mondiale - --".split()
) | {
    "", "all regions", "all tiers", "all partners", "all levels", "all countries", "all markets", "alle regionen", "alle stufen",
    "alle partner", "alle lander", "toutes les regions", "tous les niveaux", "tous les partenaires", "tous les pays", "monde entier",
    "todas las regiones", "todos los niveles", "todos los paises", "todos los partners", "tutte le regioni", "tutti i livelli", "tutti i partner", "tutti i paesi",
}  # fmt: skip
"""Cells of regions and tiers that name all of them."""
