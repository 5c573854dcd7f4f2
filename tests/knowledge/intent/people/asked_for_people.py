"""Wishes for a person and for a person's decision, one phrasing a line."""

PERSONS = """pls loop my CAM in
would it be possible to have a quick chat with an engineer?
can a technician get on a call with our customer?
hand me over
je voudrais avoir quelqu'un au téléphone
potrei sentire un collega?
who do I talk to?
who can help me with this?
is anyone from support around right now?
could my partner manager join this thread?
can i talk to someone
Can I talk to someone?
can I speak to a human
i'd like to talk to a real person please
let me speak with somebody
human please
agent
HUMAN
person pls
operator
representative
I want a human
i need a human being, not a bot
give me a person
get me a real person
put me through to your colleague
connect me to support
connect me with sales please
transfer me to an agent
please pass this on to my channel manager
hand me over to a human
forward this to Dana
can you forward my question to someone who knows
could someone call me?
can somebody give me a ring this afternoon
please call me back
call me
call me at +49 171 555 0134
phone me tomorrow morning pls
give me a call
ring us back asap
pls have somebody call me back about the Hexafood order
have someone contact me
get someone to contact me by mail
ask someone to get back to me
please ask a colleague
ask Dana please
can you ask your boss
can you check with your team?
could you check that with a specialist
i want to speak with our channel manager today
I'd rather discuss this with my account manager
i would like to discuss this with a person
is there someone i can talk to
is there anybody there I could speak to
is anyone there? a real one
is a human available
anyone alive here?
are there any humans around
I don't want to talk to a robot
i don't want to chat with a bot, get me support
no bots please
stop, I want a person
escalate this please
escalate
please escalate this to a manager
raise this with your management
I need to talk to an expert about this project
need help from a human
i need someone from support now
need to get hold of my partner manager
we need to talk to an engineer
can an engineer join a call with us on this
can you set me up with a technician
may I have a word with your sales director
can I have a call with a product specialist
can we jump on a call
can we have a call about this tomorrow
let's have a call
could we get on the phone with one of your people
who can I talk to?
who can i speak with about this
someone please help me in person
can a person look at this
could a human check this please
I want my question answered by a human
let a person answer that
I prefer a human answer
can you get Dana on the line
is Dana there?
can Miguel call me
tell Dana to call me
please tell my channel manager that I need him
let my manager at your side know that we have a problem
i need personal assistance
can I get live support
live chat with an agent please
customer service please
speak to sales
talk to a rep
chat with a live agent
contact a human
i wanna talk 2 some1
plz let me tlak to a human
can i talk to sombody
Kann ich mit jemandem sprechen?
ich möchte mit einem Menschen sprechen
ich will mit einem Mitarbeiter reden
bitte verbinden Sie mich mit dem Support
können Sie mich zurückrufen?
ruft mich bitte an
bitte um Rückruf
bitte Rückruf unter 0171 5550134
Mitarbeiter bitte
einen echten Menschen bitte
kann mich jemand anrufen
kann das bitte ein Mensch beantworten
gibt es einen Ansprechpartner, mit dem ich sprechen kann
leiten Sie das bitte an meinen Channel Manager weiter
ich brauche einen Menschen
puis-je parler à quelqu'un ?
je voudrais parler à un humain
je veux parler à une vraie personne
passez-moi un conseiller s'il vous plaît
pouvez-vous me rappeler
rappelez-moi svp
mettez-moi en relation avec un commercial
un humain svp
est-ce que quelqu'un peut m'appeler
transférez ma demande à un responsable
j'ai besoin de parler à mon responsable partenaires
¿puedo hablar con alguien?
quiero hablar con una persona
quiero hablar con un agente humano
necesito hablar con un humano
pásame con un comercial por favor
¿me pueden llamar?
llámenme por favor
que alguien me llame
¿puede llamarme alguien mañana?
una persona real por favor
póngame en contacto con soporte
posso parlare con qualcuno?
vorrei parlare con una persona
voglio parlare con un operatore
un operatore per favore
mi può richiamare qualcuno?
richiamatemi per favore
mi passi un collega
ho bisogno di parlare con un responsabile
può chiamarmi qualcuno domani
una persona vera per favore
any chance I could talk this through with one of your colleagues?
Dana available? would like a quick chat
hand over to human
how about letting me speak to a person
i would rather have a human on this one
can we sort this out by phone with someone
who's the right person to call? I'd like to talk to them now
im done with bots, person please
switch me to an agent
switch to human
pls get your sales guy to ring me
would you have somebody ring me back before 5
could I please have a callback
callback please
request a callback
I'd appreciate a call from our account manager
please let Lena know I want to talk
I need to speak with whoever handles Austria
is it possible to speak to someone from the product team?
do you have someone I can speak to
can you loop in my channel manager
loop in Dana please
please involve a human
bring in a colleague
add a person to this thread
can you get a human in here
my question needs a human
this needs a human
this one is for a person, please pass it on
I want to chat with a specialist for refrigeration
kann ich bitte einen Kollegen sprechen?
bitte einen Rückruf von Frau Keller
ich hätte gern einen Ansprechpartner
geben Sie das bitte an einen Menschen weiter
je préfère parler avec un conseiller
quelqu'un peut me rappeler ?
me gustaría hablar con el responsable de canal
prefiero hablar con una persona
vorrei essere richiamato
c'è qualcuno con cui posso parlare?
can anyone from your side join this chat?
I need human help
let's get Dana involved
give us somebody to talk to
how about a phone call with your expert
please arrange for someone to phone me
would prefer talking to a colleague of yours
could you have the account manager reach out to me
have Dana reach out please
need a quick word with our manager
is my channel manager available for a call
i want to chat to a real agent, not an AI
please route me to the support desk
let me talk to your supervisor
ich würde lieber mit jemandem telefonieren
können Sie jemanden bitten, mich anzurufen
je souhaite être rappelé
quiero que me atienda una persona
vorrei un contatto umano
real person needed"""

DECISIONS = """customer will sign today if we get 3 more points, ok?
we lost the registration by a day, can you still honour it?
would you take over half of the trade fair costs?
I'd need the warranty stretched to 5 years for this customer, doable?
any wiggle room on the 50 AX-400?
können Sie uns beim Preis noch entgegenkommen?
can you throw in two free sensors?
the customer insists on a penalty clause, can we agree?
could you make an exception and take back this opened box
can you make an exception for us
please make an exception this once
we'd need an exception on the return period
would an exception be possible here
can we get net 60
could we have 60 days to pay instead of 30
we need longer payment terms, is that possible for us
please give us net 90 on this order
would you accept payment in instalments
can we pay in three instalments
would you agree to a payment plan for us
is 5 % more ok for this one
is 8% off ok for Hexafood
are you ok with 12 percent
would 7 percent be fine with you
can you do 10% better
can you do better on the price
could you go down to 900
can you sharpen your pencil
any chance of a better price for this project
can we get some extra discount, it is strategic
I need 15 % to win this, can you
give me another 3 points
can I give 22% on 40 AX-200?
may I offer the customer 10 percent
can we offer them free shipping on your account
customer wants another 5% off, ok for you?
customer insists on 20 %, will you support that
pls approve a special price of 900 for the AX-200-B, big deal
can you match the veltrax price for this tender
will you match their offer
we need project pricing for 400 gateways
can we have special conditions for the public tender
please extend my registration DR-123456
extend DR-204411 by another 60 days
can you extend our deal registration for Hexafood
approve my deal
please approve my deal registration
can you approve the registration for Polar Foods today
please accept my registration even though it is under 15,000
can you reopen my lapsed registration
please release the deal to us, the other partner does nothing
can we change clause 4
we want to change clause 7.2 of the agreement
please remove the non-compete from our contract
can our contract be amended to include Poland
we'd like to add an annex to the partner agreement
can you strike the penalty clause
is that legally binding? sign it
please sign the NDA
can you sign our NDA today
please countersign the attached contract
our lawyer wants you to accept unlimited liability
would you accept our general terms
can you confirm in writing that you will be liable
can you guarantee delivery by friday in writing
please commit to delivery in week 12
can you waive the fee
please waive the restocking fee for us
can you skip the handling charge this time
could you cover the shipping cost
will you pay for the radio survey this time
can you credit us the difference
please refund us the freight
we want a refund
we demand compensation for the downtime
we want our money back for the dead units
we want exclusivity for Austria
give us exclusive rights in the cold chain segment
can we be your only partner in Ticino
raise our tier
please upgrade us to platinum
can you move us to gold early
can you keep us in gold although we miss the target
please count the October orders for Q3
raise our credit limit to 50,000
could you increase our credit line
can you give us more MDF this quarter
please approve our MDF claim
would you fund our trade fair stand with 5,000
can you take back 12 unsold gateways
will you take these opened sensors back
please accept the return, it is only 3 days late
can you prolong the warranty for this customer
can you give them a fourth year of warranty for free
can we terminate our contract early without penalty
we want to cancel the subscription before it ends, please agree
can you give us 2 demo units for free
please lend us a gateway for longer than 30 days
can you let us sell direct in France
allow us to buy from the NA list
please let us have the old price until january
can you honour the old price
can you hold the price until march
please keep the promo open for us till friday
could you extend the promotion for us
please prioritise our order
can you bump us up in the delivery queue
können Sie eine Ausnahme machen?
bitte machen Sie eine Ausnahme
geht da noch was beim Preis
sind 5 % mehr Rabatt okay
können wir 60 Tage Zahlungsziel bekommen
bitte genehmigen Sie meine Registrierung
können Sie uns die Gebühr erlassen
können wir Klausel 4 ändern
wir wollen Exklusivität für Österreich
bitte verlängern Sie meine Registrierung DR-123456
pouvez-vous faire une exception ?
pouvez-vous nous accorder 5 % de plus
peut-on payer en trois fois
pouvez-vous approuver mon affaire
nous voulons l'exclusivité pour la Suisse romande
¿pueden hacer una excepción?
¿nos pueden dar un 5 % más?
queremos pagar a 60 días, ¿lo aceptan?
por favor aprueben mi registro
potete fare un'eccezione?
potete concederci un 5 % in più
possiamo pagare a 60 giorni
approvate il mio progetto per favore
vogliamo l'esclusiva per il Ticino
would you consider 3 % extra for a repeat customer
hexafood want 25 off list, do you approve
can you find a way to get to 850 per unit
would it be possible to have a 60 day payment term
we need you to bend the rules on the return window
could the restocking fee be waived for us
please make it 10 percent this time
need your OK for 7 % on 60 gateways
pls okay 12% for Polar
requesting approval for 18 % discount on 200 TS-10
requesting an exception to the 30 day limit
we'd like to renegotiate our contract
we want out of our contract
can you send us two free units for the demo
grant us a longer trial
please reconsider the rejection of our registration
our registration was rejected, can you review that decision
can you reinstate DR-204411
my registration expired yesterday, please renew it
I'd like to extend my deal reg by two months
can you protect us on this account
give us the lead for Hexafood please
we deserve platinum, please promote us
could you lower the threshold for us this quarter
please pay out our rebate early
pay the rebate in cash this time please
can we settle the invoice at the end of january
please defer our payment
would you take on the transport cost
we'd like to return 5 opened units, please allow it
our customer wants to hold you liable, do you accept
can you add an SLA penalty to the contract
please sign off the attached terms
can legal approve this wording
does your legal team accept our NDA? please sign
können Sie uns 10 % geben
wir brauchen einen besseren Preis
bitte erlassen Sie die Bearbeitungsgebühr
serait-il possible d'avoir un délai de paiement de 60 jours
¿nos pueden mejorar el precio?
hexafood would sign today for 8 % off, can we do that
can you squeeze out another two percent
what if you gave us 3 % on top
please bless a 15 percent discount for this one
we need you to cover half of the trade fair
can the late return be accepted just this once
would you take these 3 units back even though they're opened
pls extend the deadline for the claim by a week
can we have until friday to order with the promo
I want a longer protection on DR-778120
could you put our contract on hold
we want to add a clause about data protection
would Tarnwick accept a penalty of 1 % per week
can we pay after delivery
may we pay in two halves
please forget the handling fee this time
give the customer a free year please
can you upgrade our status before january
können Sie uns entgegenkommen"""
