"""What reps write in chat, sixty messages a language."""

ENGLISH = """
warranty period AX-400 sensors gateway
lead time for 20 pumps?
can we return opened goods
who signs off MDF claims
need datasheet ZF-150 asap
customer says it is too expensive
does the pro plan include SSO
demo units for trade fair
how do I register a deal
is there a rebate this quarter
what is the restocking fee
return policy for opened boxes
certificates for the cold store sensor
max users on the basic plan
price protection after list price drop
when does the promo end
send me the battle card please
how long is an RMA number valid
which region stores our data
difference between Team and Enterprise
battery life of the door contact
support hours on Sunday please
pen test report for a customer
do you ship to Norway
order still not confirmed, who to ask
what do I say about the competitor
any news on the roadmap
training dates for new reps
can the customer host it himself
our customer lost radio contact again
minimum order quantity for gloves
end of life date for AX-100
how is data encrypted at rest
two partners want the same deal
logo use on our web page
need a spare part for the grinder
is the voucher per rep or per company
what happens if the power fails
approval took more than a week
does mounting outdoors void the warranty
operating temperature range of the panel
link to the onboarding guide
claim deadline for the webinar in May
bulk discount for schools
how far does the signal reach
is installation included or extra
open ports on the firewall
who pays carriage for a faulty unit
license transfer to another company
trial period for the cloud version
what did you mean by accrued
shorter version for my customer please
same question for the smaller one
we missed the target last year
does it work without internet
can I combine two promotions
payment terms for new partners
which plan has the audit trail
stock in the Utrecht warehouse
response time for priority 1 cases
"""
GERMAN = """
Wie lange ist die Garantie
Lieferzeit für 20 Stück AX-200
können wir geöffnete Ware zurückgeben
wer genehmigt MDF Anträge
brauche dringend das Datenblatt ZF-150
Kunde sagt, es ist zu teuer
hat der Pro Tarif SSO
Demogeräte für die Messe
wie melde ich ein Projekt an
gibt es dieses Quartal einen Bonus
was kostet die Rücknahme
Rückgabe von geöffneten Kartons
Zertifikate für den Kühlhaus Sensor
wie viele Nutzer im Basic Tarif
Preisschutz nach einer Preissenkung
wann endet die Aktion
bitte die Battlecard schicken
wie lange gilt eine RMA Nummer
wo liegen unsere Daten
Unterschied zwischen Team und Enterprise
Batterielaufzeit vom Türkontakt
Supportzeiten am Sonntag bitte
Pentest Bericht für einen Kunden
liefert ihr nach Norwegen
Bestellung noch nicht bestätigt, an wen wenden
was sage ich zum Wettbewerber
gibt es Neues zur Roadmap
Schulungstermine für neue Verkäufer
kann der Kunde es selbst hosten
unser Kunde hat wieder keinen Funk
Mindestbestellmenge für Handschuhe
Abkündigung AX-100, ab wann
wie werden die Daten verschlüsselt
zwei Partner wollen dasselbe Projekt
dürfen wir das Logo verwenden
brauche ein Ersatzteil für die Mühle
gilt der Gutschein pro Verkäufer
was passiert bei Stromausfall
die Genehmigung dauert schon eine Woche
verfällt die Garantie bei Montage draußen
Betriebstemperatur vom Gerät bitte
Link zum Leitfaden für neue Partner
Frist für die Abrechnung vom Webinar
Rabatt für Schulen möglich
wie weit reicht das Signal
ist die Montage inklusive
welche Ports müssen offen sein
wer zahlt den Versand bei Defekt
Lizenz auf andere Firma übertragen
Testphase für die Cloud Version
was meinst du mit MDF
kürzer bitte, für meinen Kunden
und wie ist es beim kleineren
wir haben das Ziel letztes Jahr verfehlt
funktioniert es auch ohne Internet
darf ich zwei Aktionen kombinieren
Zahlungsziel für neue Partner
welcher Plan hat den Audit Trail
Bestand im Lager in Utrecht
Reaktionszeit bei Priorität 1
"""
FRENCH = """
quelle est la durée de garantie
délai de livraison pour 20 pièces
peut-on retourner un produit ouvert
qui valide les demandes MDF
besoin de la fiche technique ZF-150
le client dit que c'est trop cher
est-ce que le plan Pro a le SSO
unités de démo pour le salon
comment enregistrer une affaire
y a-t-il une prime ce trimestre
quels sont les frais de restockage
retour de cartons déjà ouverts
certificats pour le capteur de chambre froide
nombre d'utilisateurs dans le plan de base
protection des prix après une baisse
quand finit la promotion
envoie-moi la battlecard svp
combien de temps un numéro RMA est valable
où sont stockées nos données
différence entre Team et Enterprise
autonomie du contact de porte
horaires du support le dimanche
rapport de pentest pour un client
livrez-vous en Norvège
commande pas encore confirmée, qui contacter
que dire sur le concurrent
des nouvelles de la feuille de route
dates de formation pour les vendeurs
le client peut-il l'héberger lui-même
notre client a encore perdu la radio
quantité minimale pour les gants
fin de vie du AX-100, quand
comment les données sont-elles chiffrées
deux partenaires veulent la même affaire
pouvons-nous utiliser le logo
il me faut une pièce pour le moulin
le bon est-il par vendeur
que se passe-t-il sans courant
l'accord prend plus d'une semaine
la garantie tombe si on monte dehors
température de service de l'appareil
lien vers le guide des nouveaux partenaires
date limite pour la demande du webinaire
remise pour les écoles possible
jusqu'où va le signal
la pose est-elle comprise
quels ports faut-il ouvrir
qui paie le transport en cas de panne
transférer une licence à une autre société
période d'essai de la version cloud
que veux-tu dire par MDF
plus court pour mon client
et pour le plus petit modèle
nous avons raté l'objectif cette année
ça marche aussi sans internet
puis-je cumuler deux promotions
conditions de paiement des nouveaux partenaires
quel plan a la piste d'audit
stock dans l'entrepôt d'Utrecht
temps de réponse en priorité 1
"""
SPANISH = """
cuánto dura la garantía
plazo de entrega para 20 unidades
se puede devolver un producto abierto
quién aprueba las solicitudes MDF
necesito la ficha técnica ZF-150
el cliente dice que es muy caro
el plan Pro tiene SSO
equipos de demo para la feria
cómo registro una oportunidad
hay algún bono este trimestre
cuál es el cargo por devolución
devolución de cajas ya abiertas
certificados del sensor para cámara fría
cuántos usuarios tiene el plan básico
protección de precio tras una bajada
cuándo termina la promoción
envíame la battlecard por favor
cuánto tiempo vale un número RMA
dónde se guardan nuestros datos
diferencia entre Team y Enterprise
duración de la pila del contacto
horario de soporte los domingos
informe de pentest para un cliente
enviáis a Noruega o no
pedido sin confirmar, a quién pregunto
qué digo sobre el competidor
hay novedades de la hoja de ruta
fechas de formación para vendedores nuevos
puede el cliente alojarlo él mismo
nuestro cliente perdió la señal otra vez
pedido mínimo de guantes
fin de vida del AX-100, cuándo
cómo se cifran los datos
dos socios quieren el mismo proyecto
podemos usar el logo
me hace falta una pieza del molino
el vale es por vendedor
qué pasa si se va la luz
la aprobación tarda más de una semana
se pierde la garantía si se monta fuera
temperatura de trabajo del equipo
enlace a la guía para socios nuevos
fecha límite para justificar el webinar
descuento para colegios
hasta dónde llega la señal
la instalación está incluida
qué puertos hay que abrir
quién paga el transporte si está averiado
pasar una licencia a otra empresa
periodo de prueba de la versión cloud
qué quieres decir con MDF
más corto para mi cliente
y para el modelo más pequeño
no llegamos al objetivo el año pasado
funciona también sin internet
puedo combinar dos promociones
condiciones de pago para socios nuevos
qué plan tiene la pista de auditoría
existencias en el almacén de Utrecht
tiempo de respuesta en prioridad 1
"""
ITALIAN = """
quanto dura la garanzia
tempi di consegna per 20 pezzi
si può restituire un prodotto aperto
chi approva le richieste MDF
mi serve la scheda tecnica ZF-150
il cliente dice che è troppo caro
il piano Pro ha il SSO
apparecchi demo per la fiera
come registro una trattativa
c'è un premio questo trimestre
quanto costa il reso
reso di scatole già aperte
certificati del sensore per cella frigo
quanti utenti ha il piano base
protezione del prezzo dopo un calo
quando finisce la promozione
mandami la battlecard per favore
per quanto vale un numero RMA
dove sono salvati i nostri dati
differenza tra Team ed Enterprise
durata della batteria del contatto
orari di assistenza la domenica
rapporto di pentest per un cliente
spedite anche in Norvegia
ordine non confermato, a chi chiedo
cosa dico del concorrente
ci sono novità sulla roadmap
date dei corsi per i venditori
il cliente può ospitarlo da solo
il nostro cliente ha perso il segnale
quantità minima di guanti
fine vita AX-100, da quando
come vengono cifrati i dati
due partner vogliono lo stesso progetto
possiamo usare il vostro logo
mi serve un ricambio del macinino
il buono vale per venditore
cosa succede se manca la corrente
l'approvazione dura più di una settimana
la garanzia decade se si monta fuori
temperatura di esercizio del dispositivo
link alla guida per i nuovi partner
scadenza per la richiesta del webinar
sconto per le scuole possibile
fin dove arriva il segnale
l'installazione è compresa
quali porte bisogna aprire
chi paga il trasporto se è guasto
trasferire una licenza a un'altra ditta
periodo di prova della versione cloud
cosa intendi con MDF
più breve per il mio cliente
e per il modello più piccolo
non abbiamo raggiunto l'obiettivo
funziona anche senza internet
posso unire due promozioni
termini di pagamento per nuovi partner
quale piano ha la traccia di audit
giacenza nel magazzino di Utrecht
tempo di risposta in priorità 1
"""
NO_LANGUAGE = (
    "AX-200 price", "AX-200", "AX-400 Pro", "10 AX-200", "WL-PRO", "MDF?", "RMA", "SSO SAML", "ISO 27001", "AX-200 vs AX-400", "100 x TS-10", "?", "", "ok", "2026-11-23", "OPC UA MQTT",
)  # fmt: skip
SENTENCES = {
    language: tuple(line for line in text.strip().splitlines())
    for language, text in {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN}.items()
}  # fmt: skip
