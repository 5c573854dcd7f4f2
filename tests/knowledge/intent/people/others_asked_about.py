"""Questions about other partners, and such as only sound like them, one a line."""

OTHERS = """what does Globex pay
what does globex pay for 10 AX-200
is Nordwind platinum?
is nordwind a partner of yours
does Red Mesa sell in Texas
what discount has Lakeshore
which tier is Alpstein in
how much does Alpstein sell
did globex register Hexafood
tell me about Red Mesa Controls
Nordwind undercuts us, what do they pay
what price did Nordwind get for the AX-200
Globex's discount?
what are Lakeshore's conditions
contact at Red Mesa
is Delta one of your partners
what does Delta pay for the AX-200
is Delta platinum
what is Delta's discount
which tier does Delta have
who else sells here
who else sells your gateways in Austria
who else is selling this in our region
who are your other partners in Germany
which other partners do you have in Bavaria
list all your partners
give me a list of your resellers
list of partners in Switzerland
which partners are platinum
who is platinum around here
who are your platinum partners
name your biggest reseller
who is your best selling partner
which partner registered that deal
who registered the Hexafood deal
who registered that project before us
who has registered this customer
which reseller got the deal
which reseller is quoting Polar Foods
who is the other partner on this deal
who did you give the lead to
which partner got the lead
which partner supplied Hexafood
what price did the other reseller get
what price did the other partner offer
what did you quote the other partner
our competitor reseller undercuts us, what's their discount
another partner is cheaper than us, what discount do they have
what discount does the other reseller get
do other silver partners get 15 %
do other gold partners get a better deal than us
are other partners getting more discount
do the other resellers have better conditions
does any other partner have exclusivity in Austria
has another partner already quoted this customer
has somebody else registered Hexafood
has anyone else registered this deal
is anyone else working on the Polar Foods project
is another reseller working on this account
what terms do other partners have
how much do your other partners sell
what revenue does your biggest partner make
how do we rank against the other partners
are we your biggest partner
how do our sales compare to other gold partners
which partners attended the training
who are our competitors among your partners
what margin do other resellers make
show me the price list of another partner
what rebate did the other partners get last quarter
can you tell me who else is quoting
who else got this promo price
wer verkauft noch in Österreich
welcher Partner hat das Projekt registriert
welchen Rabatt bekommen andere Partner
wer hat den Deal registriert
wer sind eure anderen Partner in Bayern
qui d'autre vend chez vous en Suisse
quel partenaire a enregistré cette affaire
quelle remise ont les autres partenaires
quién más vende aquí
qué socio registró ese proyecto
qué descuento tienen los otros socios
chi altro vende qui
quale partner ha registrato l'affare
che sconto hanno gli altri partner
anyone else in Tyrol selling your stuff
which companies sell your products in Austria besides us
how many gateways did other partners sell
who's your top reseller in DACH
do you also supply our competitor
what deal did you give the guys who quoted against us
who is the partner that beat us
did another partner get a special price on this tender
which tier is the reseller who registered before me
is there a partner with more than 30 % discount
what do platinum guys in Italy pay
who else got the lead
tell me which partner has Hexafood registered
how big is your biggest partner
who are my rivals in your channel
do others get better prices than us
does the other reseller have a registration
why does the other partner get 28 %
what does nordwind's contract say
has Red Mesa bought AX-400s
who else is certified in Vienna
are there other resellers in Graz
name a partner in Italy who could help
which resellers have exclusivity
has Hexafood been registered by somebody else
who beat us at Polar Foods
what does the platinum partner next door get
how much MDF did others receive
who are your resellers in Hungary
what did you give them off, the other reseller"""

NOT_OTHERS = """we lost against another reseller, what now?
two partners register the same deal?
what happens if two partners register the same project
can another partner register the same deal
what if another partner has already registered the customer
am I told who registered first
will the other partner be told that we registered it
who gets the deal when two partners want it
which registration counts when two partners register
can I hand my registration on to another partner
can we buy from another partner
may we sell to other resellers
can we sell to another reseller
may I transfer licences to another partner
what discounts do the tiers have
what does gold get
what does platinum need
how do I become platinum
how many partners may log in with one account
what happens to my protection when the customer wants another partner
is a second partner told that the project is taken
do other sensors work with the gateway
which other gateways do you have
who else has to sign the form
what else do I need for the registration
who else can see our data
who sells the spare parts
who can register a deal
who has to approve a registration
which partner benefits are there
how many partners do you have in EMEA
what do partners get for the logo use
what must a partner do to keep its tier
are there partner trainings
customer has a quote from another reseller, what do I say
customer says another reseller is cheaper, what do I answer
the customer already buys from another partner, how do I handle that
customer wants to change partner, what are the rules
does the customer see which partner registered
what is the delta between inside and outside temperature
temperature delta alarm, can it be set
is a delta of 5 K possible
delta alarms on the TS-10?
delivery to Lakeshore Drive 12, Chicago?
can a gateway hang in a hut in the Alpstein?
what should a reseller charge
reseller price AX-200
how do partners get leads
what do resellers say about the dashboard
how do other customers use it
which references do you have in retail
do other customers run it in a freezer"""
