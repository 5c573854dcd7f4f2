"""Headings as they stand in lists in English, German, French, Spanish and Italian, by what their columns are."""

import pytest
from tests.ingest.prices.grids import NAMES

from partnerline.ingest.prices.bands import Band
from partnerline.ingest.prices.columns import read_heading

BY_ROLE = {
    "sku": {
        "en": "SKU|Part No.|Part number|P/N|Item #|Item no.|Article number|Order code|Catalogue no.|Product code|Model no.|Stock code",
        "de": "Artikelnummer|Art.-Nr.|Artikel-Nr.|Art. Nr.|Bestellnummer|Bestell-Nr.|Best.-Nr.|Materialnummer|Sachnummer|Produktnr.",
        "fr": "Référence|Réf.|Réf. article|Code article|N° d'article|N° article|Numéro d'article|Code produit|Référence produit",
        "es": "Referencia|Ref.|Código|Código de producto|Código artículo|Nº de artículo|N.º de artículo|Cód.|Ref. producto",
        "it": "Codice|Codice articolo|Cod. articolo|Cod. art.|Codice prodotto|N. articolo|Numero articolo|Riferimento",
    },
    "name": {
        "en": "Description|Product|Product name|Item|Name|Item description",
        "de": "Bezeichnung|Artikelbezeichnung|Beschreibung|Produkt|Artikel|Benennung",
        "fr": "Désignation|Libellé|Produit|Nom du produit|Intitulé",
        "es": "Descripción|Denominación|Producto|Artículo|Nombre del producto|Concepto",
        "it": "Descrizione|Denominazione|Prodotto|Articolo|Nome prodotto|Descrizione articolo",
    },
    "unit": {
        "en": "Unit|UoM|Unit of measure|Sales unit",
        "de": "Einheit|ME|Mengeneinheit|Verkaufseinheit",
        "fr": "Unité|Unité de vente",
        "es": "Unidad|Ud.|Unidad de medida",
        "it": "Unità|Unità di misura|U.M.",
    },
    "pack": {
        "en": "Pack size|Pack qty|Qty per pack|Units per pack|Units/pack|Pcs/box|Pieces per carton|Qty/box",
        "de": "VPE|Verpackungseinheit|VE|Packungsgröße|Packungsinhalt|Stück/VPE|Stück pro Karton",
        "fr": "Conditionnement|Cond.|Colisage|Qté par carton|Unités par boîte",
        "es": "Embalaje|Uds./caja|Unidades por caja|Envase|Unidades por paquete",
        "it": "Confezione|Conf.|Pezzi per confezione|Pz/conf.|Imballo",
    },
    "multiple": {
        "en": "Order multiple|Multiples of|Order increment", "de": "Bestellvielfaches", "fr": "Multiple de commande",
        "es": "Múltiplo de pedido", "it": "Multiplo d'ordine|Multiplo ordine",
    },
    "moq": {
        "en": "MOQ|Minimum order quantity|Min. order qty", "de": "Mindestbestellmenge|Mindestabnahme",
        "fr": "Quantité minimum de commande|Commande minimum|Quantité min. de commande",
        "es": "Pedido mínimo|Cantidad mínima de pedido", "it": "Ordine minimo|Quantità minima d'ordine",
    },
    "min": {
        "en": "From qty|Min. qty|Seats from", "de": "Ab Menge|Menge ab|Mindestmenge|Staffel ab", "fr": "Qté min.|À partir de|Dès",
        "es": "Desde|Cantidad mínima|Cant. mín.", "it": "Da|Da quantità|Quantità minima|Q.tà min.",
    },
    "max": {
        "en": "To qty|Max. qty", "de": "Bis Menge|bis", "fr": "Quantité max|Jusqu'à", "es": "Hasta|Cantidad máxima", "it": "Fino a|A quantità",
    },
    "band": {
        "en": "Quantity|Qty band", "de": "Menge|Mengenstaffel|Stückzahl", "fr": "Quantité|Tranche|Palier", "es": "Cantidad|Tramo",
        "it": "Quantità|Q.tà|Scaglione|Fascia",
    },
    "currency": {"en": "Currency|Curr.", "de": "Währung", "fr": "Devise|Monnaie", "es": "Moneda|Divisa", "it": "Valuta"},
    "from_day": {
        "en": "Valid from|Effective date", "de": "Gültig ab|Gültig von", "fr": "Valable à partir du|Date d'effet|Date de début",
        "es": "Válido desde|Vigente desde|Fecha de inicio", "it": "Valido dal|Data inizio|Decorrenza",
    },
    "until_day": {
        "en": "Valid until|Valid to|Expires|Expiry date", "de": "Gültig bis", "fr": "Valable jusqu'au|Date de fin|Fin de validité",
        "es": "Válido hasta|Vigente hasta|Fecha de fin", "it": "Valido fino al|Scadenza|Data fine",
    },
    "status": {
        "en": "Status|Lifecycle|EOL|End of life", "de": "Produktstatus|Abgekündigt", "fr": "Statut|Fin de vie", "es": "Estado|Ciclo de vida",
        "it": "Stato|Fine vita",
    },
    "remark": {
        "en": "Remarks|Notes", "de": "Bemerkung|Hinweis|Anmerkungen", "fr": "Remarque|Commentaires", "es": "Observaciones|Notas",
        "it": "Note|Osservazioni",
    },
    "term": {
        "en": "Term|Contract term|Term (months)", "de": "Laufzeit|Laufzeit (Monate)|Vertragslaufzeit", "fr": "Durée|Durée (mois)|Engagement",
        "es": "Plazo|Duración|Permanencia", "it": "Durata|Durata (mesi)",
    },
    "region": {
        "en": "Region|Territory|Country", "de": "Gebiet|Vertriebsgebiet|Land", "fr": "Région|Pays|Territoire", "es": "Zona|Región|País",
        "it": "Regione|Paese",
    },
    "tier": {
        "en": "Partner tier", "de": "Partnerstufe", "fr": "Niveau partenaire", "es": "Nivel de partner", "it": "Livello partner",
    },
    "period": {
        "en": "Billing period|Billed per", "de": "Abrechnungszeitraum", "fr": "Facturation|Périodicité", "es": "Facturación|Periodicidad",
        "it": "Fatturazione|Periodicità",
    },
    "basis": {"en": "Price unit", "de": "Preiseinheit|PE", "fr": "Unité de prix", "es": "Base de precio", "it": "Base prezzo"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param(text, role, id=f"{language} {role} {text}")
        for role, languages in BY_ROLE.items()
        for language, headings in languages.items()
        for text in headings.split("|")
    ],
)
def test_a_columns_role_is_known_in_each_language(text: str, role: str) -> None:
    assert read_heading(text, NAMES).role == role


LIST_PRICES = {
    "en": "List price|Unit price|Price|Price per unit|Price each|MSRP|RRP (GBP)|List (USD)|Price excl. VAT",
    "de": "Listenpreis|Preis|Einzelpreis|Preis EUR exkl. MwSt.|Preis in EUR|UVP (EUR)|Listenpreis netto",
    "fr": "Prix catalogue|Prix|Prix unitaire HT|Prix public HT|Tarif|Prix de liste|Tarif HT (€)|PU HT",
    "es": "Precio|Precio de lista|Precio unitario|Precio de catálogo|Tarifa|PVP|Precio unitario (sin IVA)",
    "it": "Prezzo|Prezzo di listino|Prezzo unitario|Listino|Listino EUR|Prezzo unitario (IVA esclusa)|Prezzo (IVA escl.)",
}


@pytest.mark.parametrize(
    "text", [text for headings in LIST_PRICES.values() for text in headings.split("|")]
)
def test_list_prices_are_known_in_each_language(text: str) -> None:
    heading = read_heading(text, NAMES)
    assert (heading.role, heading.tier, heading.band, heading.term, heading.period) == (
        "price", "", None, None, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "first", "last"),
    [
        ("1-9|1–9 pcs|<10|up to 9|bis 9|1 à 9|de 1 a 9|da 1 a 9|jusqu'à 9|hasta 9|fino a 9|moins de 10|menos de 10|meno di 10|unter 10", 1, 9),
        ("10 - 49 Stk|10 bis 49|de 10 à 49|10 a 49|da 10 a 49|10-49 uds.|10–49 pz|Qté 10-49|Menge 10-49|Cant. 10-49|Q.tà 10-49", 10, 49),
        ("50+|from 50|ab 50|à partir de 50|dès 50|desde 50|da 50|>= 50|≥50|50 and up|50 or more|50 et plus|50 y más|50 e oltre|ab 50 St.", 50, None),
        ("über 50|oltre 50|más de 50|plus de 50|more than 50|>50", 51, None),
    ],
)  # fmt: skip
def test_bands_are_known_in_each_language(texts: str, first: int, last: int | None) -> None:
    read = {text: read_heading(text, NAMES) for text in texts.split("|")}
    wrong = {t: h for t, h in read.items() if (h.role, h.band) != ("price", Band(first=first, last=last))}  # fmt: skip
    assert not wrong


@pytest.mark.parametrize(
    ("texts", "term", "period"),
    [
        ("1 year|1 Jahr|1 an|1 año|1 anno|12 months|12M|12 mois|12 meses|12 mesi|Laufzeit 12 Monate|Engagement 12 mois", 12, None),
        ("3-year|36M|36 mo|36 Mon.|3 ans|3 años|3 anni|3 Jahre|36 meses|36 mesi|Precio 36 meses|Prezzo 36 mesi", 36, None),
        ("Price per month|Monthly price|Monatspreis|Preis pro Monat|Prix par mois|Tarif mensuel|Precio mensual|Prezzo al mese|Canone mensile|Monthly fee", None, "month"),
        ("Price per year|Annual price|Jahrespreis|Prix annuel|Precio anual|Precio por año|Prezzo annuo|Prezzo all'anno", None, "year"),
        ("€/user/month|Preis pro Nutzer und Monat|Prix par utilisateur et par mois|Precio por usuario y mes|Prezzo per utente al mese", None, "month"),
        ("Total per user for the full term (USD) 36 months", 36, "term"),
    ],
)  # fmt: skip
def test_terms_and_spans_are_known_in_each_language(
    texts: str, term: int | None, period: str | None
) -> None:
    read = {text: read_heading(text, NAMES) for text in texts.split("|")}
    wrong = {t: h for t, h in read.items() if (h.role, h.term, h.period) != ("price", term, period)}
    assert not wrong


@pytest.mark.parametrize(
    "text",
    ["Gold", "Goldpreis", "Prix Gold", "Precio Gold", "Prezzo Gold", "Gold-Partner", "Partner Gold", "Gold partner net"],
)  # fmt: skip
def test_a_tiers_column_may_say_price_in_any_language(text: str) -> None:
    assert (read_heading(text, NAMES).role, read_heading(text, NAMES).tier) == ("price", "gold")


def test_a_heading_may_say_the_same_in_two_languages() -> None:
    assert read_heading("Art.-Nr. / Réf.", NAMES).role == "sku"
    assert read_heading("Preis CHF / Prix CHF", NAMES).currencies == {"CHF"}
    assert read_heading("Art.-Nr. / Prix", NAMES).role != "sku"


def test_a_price_for_another_year_or_of_somebody_else_is_none() -> None:
    for text in ("Prix 2025 HT (€)", "Preis Vorjahr EUR", "Competitor street price", "Our cost", "Maintenance per year, USD"):  # fmt: skip
        assert read_heading(text, NAMES).role == "money"
