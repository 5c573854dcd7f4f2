"""Words by which a short text tells its language: the commonest of each, and those of everyday business."""

ENGLISH = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today tomorrow yesterday asap urgent urgently
    the a an of to in is are was were be been it its he she they we you i me my our your their his her them us this that
    these those there here what which who whom whose when where why how and or but not no yes if then than so as at by for
    from with without on off out up down over under about into onto per via does do did done doesn't don't didn't isn't
    aren't can't can cannot could should would may might must will won't shall has have had having any some each every both all
    more most less least many much few only also too very just still already again ever never please pls plz thanks thank
    hi hello hey ok need needs want wants get gets got give gives send show tell know use used using work works working
    working make makes take takes long far fast big small large old new next last first second other another same
    between during after before until since while within because such own let what's it's that's who's how's i'm we're
    price prices pricing cost costs quote list discount discounts customer customers partner partners order orders ordered
    delivery deliver delivered lead time times day days week weeks month months year years warranty return returns returned
    support sensor sensors battery power weight size range temperature limit license licenses licence product products
    version sale sales sell selling buy buying deal deals register registered registration rebate rebates fee fees payment
    terms term contract rule rules policy claim claims apply approve approved approval proof back question answer help
    reply read write file files data security network install installed installation mount mounted outdoors outdoor indoors
    indoor inside outside cold store room rooms box boxes spare parts part number numbers name names address call email mail
    phone meeting training trained course team quarter quarterly yearly annual monthly minimum maximum max min summary
    details detail info information example difference compare versus available availability stock ship shipping shipped
    refund exchange repair repaired replace replaced replacement defective broken faulty dead arrival open opened closed
    start started end ended ends valid expired expire expires renew renewal cancel cancelled subscription subscriptions seat
    seats user users account accounts access admin password login setup trial demo units unit piece pieces pack packs green
    status update updates upgrade free paid pay pays high low higher lower cheaper cheapest expensive lighter heavier
    longer shorter bigger smaller better best good bad right wrong available required allowed possible included include
    one two three four five ten hundred thousand fridge freezer trade fair show stand event webinar logo brand
    shift cable antenna bracket wall supply gateway gateways device devices machine machines pump pumps valve valves gloves
    certificate certificates certified test tested tests report reports meets mean means meant told say says said asks asked
    think sure nobody someone anyone something anything nothing everything people person human manager rep reps
    error failed unable usage option options argument invalid unknown missing missed found input output line lines match
    matches string character characters value values set enable disable default print exit directory
    objection competitor competitors against says compliance lists listing region regions country countries""".split()
)
GERMAN = frozenset(
    """montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz juni juli oktober dezember gestern morgens abends tarif zeiten kundin
    der die das den dem des ein eine einen einem einer eines kein keine keinen keiner und oder aber nicht ist sind war
    waren sein seine seiner seinen ihr ihre ihrer ihren ich du er sie es wir ihr mich mir dich dir ihn ihm uns euch ihnen
    unser unsere unseren mein meine wer was wie wo wann warum wieso weshalb welche welcher welches welchen wieviel viel
    viele vielen wenn dann denn als auch noch nur schon sehr mehr weniger mit ohne für fuer von vom zu zum zur bei beim nach
    vor aus auf über ueber unter an am im in ins um durch gegen seit bis zwischen während wegen trotz dass daß ob weil damit
    davon dafür darf dürfen kann kannst können koennen könnte könnten könnt soll sollen sollte muss müssen muß musst will wollen möchte möchten
    mag wird werden wurde wurden worden habe hat haben hatte hatten gibt geben gib es ist's bitte danke hallo guten tag morgen ja
    nein doch mal hier dort da jetzt heute gestern immer nie wieder alle alles jede jeder jedes jeden andere anderen anderer
    anderes gleiche selbe dieser diese dieses diesen diesem kunde kunden kundin preis preise kostet kosten rabatt rabatte
    lieferzeit lieferung lieferbar garantie gewährleistung rückgabe rücksendung bestellung bestellen bestellt stück angebot
    rechnung vertrag frist händler lager gewicht größe groesse reichweite temperatur akku batterie sensor sensoren gerät geräte
    lizenz lizenzen produkt produkte nutzer benutzer jahr jahre jahren monat monate monaten woche wochen tage tagen stunden
    schulung anleitung unterlagen frage fragen antwort hilfe brauche braucht brauchen funktioniert läuft laufen geht gehen
    machen macht gilt gelten heißt heisst bedeutet bekomme bekommt bekommen bekommen wir beantrage beantragen genehmigt genehmigung
    draußen drinnen innen außen sommer winter kühlhaus kühlraum lange lang kurz kürzer groß klein kleiner größer schwer leicht
    schnell hoch niedrig neu erste ersten zweite letzten nächste nächsten welches unterschied vergleich statt anstatt sonst
    außerdem deshalb etwa ungefähr mindestens höchstens maximal stück wieviele zahlt zahlen bezahlt liefern liefert
    austausch ersatz ersatzteil ersatzteile defekt kaputt melden anmelden registrieren registriert projekt projekte
    wettbewerber mitbewerber einwand sagt sagen steht stehen schicken senden zeigen nennen erklären erklär genauer ausführlicher
    verlängern verlängert gültig läuft abgelaufen kündigen kündigung datenblatt zertifikat zertifikate anschluss gehäuse
    datei dateien verzeichnis fehler ungültig ungültige ungültiges ungültiger konnte unbekannt unbekannte zeile option optionen
    keine wert werte zeichen verwendet benutzen verwenden""".split()
)
FRENCH = frozenset(
    """lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre demain hier horaire horaires demandes valide autonomie durée guide nouveaux nouvelles
    le la les mal l un une des du de d au aux et ou mais ne pas n' plus que qu qui quoi quel quelle quels quelles dont où
    quand comment pourquoi combien est sont était étaient être sera seront a ont avait avoir ai as avons avez fait font faire
    je tu il elle on nous vous ils elles me te se lui leur leurs mon ma mes ton ta tes son sa ses notre nos votre vos ce cet
    cette ces cela ça c' celui celle ceux celles ci y en dans sur sous avec sans pour par chez entre vers depuis pendant
    avant après jusqu jusque jusqu'à contre selon si alors donc car aussi encore très trop peu moins beaucoup tout toute tous
    toutes même mêmes autre autres chaque aucun aucune déjà jamais toujours ici oui non merci bonjour salut svp s'il plaît
    peut peux peuvent pouvez pouvons puis pourrait doit dois doivent devons faut veut veux veulent voulez voudrais
    client clients prix coût coûte coûtent coute remise remises devis commande commander commandes livraison livrer délai délais
    garantie retour retours retourner facture contrat stock poids taille portée température batterie pile capteur capteurs
    produit produits licence licences utilisateur utilisateurs an ans année années mois semaine semaines jour jours heure heures
    formation question questions réponse aide besoin fonctionne marche marchent passerelle valable valables appareil appareils
    dehors extérieur intérieur hiver été froid court courte long longue petit petite grand grande plutôt nouveau nouvelle ancien
    premier première dernier dernière prochain deuxième différence comparer entre demander demande obtenir envoyer envoie
    montrer expliquer détails remplacer remplacement pièce pièces défectueux panne réparation enregistrer affaire affaires
    concurrent objection dit disent répondre trouve trouver version accord validité renouveler résilier abonnement résumé bref
    partenaire partenaires vendeur remboursement rembourse remboursé frais gratuit gratuite payer paie salon lorsque impossible
    fichier fichiers répertoire erreur invalide inconnu inconnue ligne caractère caractères valeur utiliser utilisation
    manquant nom option options c'est n'est n'a d'un d'une qu'il qu'on l'on quelqu'un j'ai""".split()
)
SPANISH = frozenset(
    """lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril junio julio septiembre octubre noviembre diciembre horario horarios nuevos nuevas guía plan
    el la los las en un una unos unas de del al y e o u pero no ni que qué quien quién quienes cual cuál cuales cuáles cuando
    cuándo donde dónde como cómo cuanto cuánto cuanta cuánta cuantos cuántos cuantas cuántas por porque para con sin sobre
    entre hasta desde hacia según durante contra es son era eran ser está están estaba estar hay ha han he hemos haber había
    tiene tienen tengo tenemos tener puede pueden puedo podemos poder podría debe deben debemos quiere quiero quieren necesito
    necesita necesitan necesitamos hace hacen hacer va van ir da dan dar se me te le les lo nos os su sus mi mis tu tus nuestro nuestra
    nuestros yo tú él ella ellos ellas usted ustedes nosotros este esta estos estas ese esa esos esas eso esto aquel aquella
    otro otra otros otras mismo misma mismos todo toda todos todas cada algún alguna algunos ningún ninguna algo nada alguien
    nadie muy más menos mucho mucha muchos poco también tampoco ya aún todavía siempre nunca aquí allí ahora hoy ayer mañana sí
    si gracias hola buenos buenas días tardes favor cliente clientes precio precios cuesta cuestan coste costo descuento
    descuentos pedido pedidos pedir entrega plazo plazos garantía devolución devolver devoluciones factura contrato peso tamaño
    alcance temperatura batería pila sensor sensores producto productos licencia licencias usuario usuarios año años mes meses
    semana semanas día hora horas formación pregunta respuesta ayuda funciona sirve vale significa dura duran tarda tarde
    exterior interior fuera dentro invierno verano frío corto largo pequeño pequeña grande mejor peor nuevo nueva viejo primero
    primera segundo segunda último última próximo diferencia comparar enviar envía mostrar explicar detalle detalles cambiar
    cambio reemplazo pieza piezas defectuoso averiado reparación registrar registro oportunidad acuerdo competidor objeción dice
    dicen responder respondo encontrar versión caduca vigente renovar cancelar suscripción resumen breve socio socios reembolso
    gratis gratuito pagar paga feria puesto archivo archivos directorio fichero error inválido inválida desconocido desconocida
    línea carácter caracteres valor valores opción usar uso falta falló solo sólo fue sido cuál aprueba aprobar solicitar solicito
    descuento""".split()
)
ITALIAN = frozenset(
    """lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre orario orari nuovi nuove guida piano piani
    il lo la i mal solo tutto gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dallo dalla dai
    dagli dalle in nel nello nella nei negli nelle su sul sullo sulla sui sugli sulle con col per tra fra e ed o ma non né che
    chi cosa cos'è quale quali quando dove come perché quanto quanta quanti quante è sono era erano essere sarà c'è ci sia ha
    hanno ho abbiamo avere aveva può possono posso possiamo potrebbe deve devono devo dobbiamo vuole voglio vogliono vorrei fa
    fanno fare va vanno dà si mi ti vi ne mio mia miei tuo suo sua suoi sue nostro nostra nostri vostro loro io tu lui lei noi
    voi questo questa questi queste quello quella quelli quelle quell altro altra altri altre stesso stessa tutto tutta tutti
    tutte ogni alcuni alcune nessun nessuno nessuna qualcosa niente qualcuno molto molta molti poco più meno anche ancora già
    sempre mai qui lì ora adesso oggi ieri domani sì se grazie ciao buongiorno salve favore prego cliente clienti prezzo prezzi
    costa costano costo sconto sconti ordine ordini ordinare consegna termine garanzia reso resi restituire restituzione fattura
    contratto peso dimensione dimensioni portata temperatura batteria sensore sensori prodotto prodotti licenza licenze utente
    utenti anno anni mese mesi settimana settimane giorno giorni ora ore formazione domanda risposta aiuto serve servono
    funziona significa dura durano vale valida valido fuori dentro esterno interno inverno estate freddo corto breve lungo
    piccolo piccola grande migliore nuovo nuova vecchio primo prima secondo seconda ultimo ultima prossimo differenza
    confrontare inviare invia mostrare spiegare dettagli dettaglio cambiare sostituire sostituzione pezzo pezzi ricambio ricambi
    difettoso guasto riparazione registrare registrazione trattativa concorrente obiezione dice dicono rispondere rispondo
    trovare versione scade scadenza rinnovare disdire abbonamento riassunto breve socio rimborso gratis gratuito pagare paga
    fiera approva approvare richiedere richiesta bisogno dalla file cartella errore impossibile sconosciuto sconosciuta riga
    carattere caratteri valore valori opzione opzioni usare uso manca mancante stato durante senza sopra sotto dopo
    allora quindi invece oppure però cioè""".split()
)
COMMON = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "it": ITALIAN}
"""By language. A word that several have tells less, in proportion."""
