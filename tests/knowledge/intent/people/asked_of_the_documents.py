"""Questions for the documents or the lists that speak of people, decisions, errands and trouble, one a line."""

LOOKUPS = """what if nobody answers?
what do I do if support doesn't answer in time?
how do I reach the duty manager?
can the customer call support directly?
is there someone on duty at night?
does the operator see who acknowledged the alarm?
who approves a special price?
who may grant a further discount
who can approve an exception
who decides on special conditions
who signs the contract on your side
who signs off deal registrations
who is my channel manager?
who is our contact for returns
who do I contact about an RMA
who do I write to for a loan unit
who answers support cases at night
who may open a support case
who calls whom in an emergency
whom does the end customer call first
how do I reach support?
how can I reach the duty manager
how do I contact my channel manager
how do I escalate a case
how do I get support at night
what's the support phone number?
what is the support e-mail address
is there a hotline
is there a phone number for priority 1
phone number of support?
contact for returns?
support hours?
is support available on sundays
when does support answer
how fast does a support agent call back
how long until somebody answers a priority 2 case
does the customer get a call back within an hour
does a human look at every alarm
does someone call the customer when an alarm goes off
can the gateway call someone when there is an alarm
can the system phone a person at night
can alarms be escalated to a manager
can Watchline escalate an alarm to another person
escalation steps of an alarm
escalation procedure for priority 1
what is the escalation path
when is a case escalated
can the dashboard send an SMS to the on-call person
can a person without training install it?
can somebody without TTE open a case
can someone other than the certified engineer open a case
must a certified person mount the gateway
how many people may log in?
how many people can use one seat
how many users can talk to the gateway at once
how many people can be trained in one session
how many agents run on the gateway
do you sell a human presence sensor
human presence detection?
does the sensor detect people
does it count persons in a room
the agent software on the gateway
what does the agent on the gateway do
agent update on the AX-400?
how much memory does the agent need
manager role in the dashboard
what may a manager see in the dashboard
manager seats vs viewer seats
can a manager acknowledge alarms
what is the difference between an operator and a manager account
operator panel for the AX-200?
representative of the EU for GDPR?
do I get a named pre-sales engineer
how many hours of a pre-sales engineer do we get
is a joint call with the channel manager part of onboarding
is the joint call compulsory
call with a reference customer, how much notice
how do we arrange a call with the reference
our customer wants to talk to a reference customer
our customer wants to speak to a reference
customer asks to talk to somebody who already uses it
customer says our support agent is slow, what do I say?
customer says nobody ever calls back, what do I answer
customer wants a human on the phone at night, do we offer that
customer asks whether a real person watches the alarms
prospect would rather talk to a big brand
customer says they can't reach anyone at weekends
customer asks for a discount, what can I answer?
customer wants a discount, what do I say
customer says the price is too high
customer says our price is a joke, how do I answer
client finds the subscription too expensive
customer thinks the product is useless, what should I say
the customer says your dashboard is rubbish
customer complains the answer came too late
customer says this is a waste of time, what now
prospect says that's nonsense, wireless never works
he said "that's wrong, veltrax has 64 too", what do I say
she says that doesn't help her
customer is annoyed about false alarms
customer is frustrated with the setup, any tips?
customer asked three times for a certificate, which do we have
they keep asking for a reference
customer wants an exception from the 36 month term, what can I say
buyer demands net 60, what do we tell him
customer wants to cancel early, what are the rules
can the customer cancel the contract early?
can a customer cancel a subscription mid-term
can the subscription be ended early
how do I cancel a subscription
how do I cancel an order
can an order be cancelled
can an order be changed after it was confirmed
until when can I change an order
what does the contract say about liability?
what are the legal terms of the reseller contract?
what does clause 4 say
what is in clause 7 of the agreement
which law governs the contract
where is the place of jurisdiction
what is the notice period of the partner contract
is the liability limited
is the guarantee legally binding in Switzerland
is an e-mail order legally binding
is the quote binding
is a registration binding for the customer
does the NDA have to be signed before the report is given out
do we need an NDA for the penetration test report
who signs the NDA
how do I get an NDA
is there a standard NDA
are there exclusive territories in the programme
is there exclusivity for registered deals
does a registration give exclusivity
do you give exclusivity
what are the payment terms
what is the payment term for new partners
when is payment due
is payment in instalments possible under the programme
how do I pay
can customers pay monthly
can subscriptions be paid monthly
what is our credit limit
what's the credit limit for new partners
how is the credit limit raised
how high is the restocking fee
is there a restocking fee
when is the handling fee waived
when is the restocking fee not charged
is there a fee for small orders
what fee is due for a third exam attempt
how do I return a unit?
can I return unopened goods
can I exchange an opened box?
can opened goods be returned
can a defective gateway be exchanged
do you take back opened boxes
are opened sensors taken back
do you take old units back for disposal
what happens with goods sent without an RMA number
how long is an RMA number valid
how do I get an RMA number
how do I request a refund
is the freight refunded for a dead unit
what compensation is there for downtime
do we get credits when Watchline is down
how do I claim credits for downtime
what discount does gold get?
what discount do registered deals get
what extra discount does a registered deal bring
how much is the discount for a registered deal at silver
is the deal registration discount combined with promotions
can I combine a promo with a registered deal
do I get an extra discount for volume
is there a discount for demo units
is there a discount for schools
are there special conditions for non-profits
when do special prices expire
how do I ask for a special price
how do I apply for project pricing
how do special prices work
what is needed for a special price request
from which value on is project pricing possible
under which conditions is a price matched
do you have a price match guarantee
what can I do when a competitor is cheaper
how do I register a deal?
where do I register a deal
how do I register a project in the portal
how long does approval of a registration take
how long does it take until a registration is approved
can a registration be extended
how do I extend a registration
how often can a registration be extended
how many days is the extension
what happens when my registration lapses
can a lapsed registration be reopened
can public tenders be registered
when is a registration rejected
do I have to name the customer to register
what happens if my deal is not approved
who approves MDF claims
how do I claim MDF
what does MDF pay for
is a trade fair stand funded by MDF
how do I change my tier?
how do I get to platinum
what do I need for gold
when are tiers reviewed
what happens if we miss the target
how long is the grace period
does a partner keep its tier when it misses the target
can we be upgraded during the year
how do I order
how do I place an order
where do I send orders
to which address do I send the order
order by e-mail or EDI?
what must be on the order form
can I order by phone
do I need a code to order NFR units
how do I book a demo unit
how do I book a loan unit
how far ahead do I have to book a loan
how do I book a training
where are trainings held
can I book SVC-TRAIN for 8 people
how do I reset my portal password
how do I reset the gateway
how does a customer reset his password
how do I reset an AX-200 to factory settings
how do I change the company address in the portal
how do I change the region of a tenant
how do I add a user to the dashboard
how do I add people to the portal
how do I create a portal account
how do I invite a user
how do I delete a user's data
can a user be deleted
how do I export data
how do I unlock a locked account
how do I activate a licence
how do I renew a subscription
can it send e-mails to bob@example.com when there is an alarm
can it send reports by e-mail
does the dashboard send e-mail
does the gateway send text messages
can I schedule reports
can reminders be set for calibration
does it remind me when calibration is due
is there a reminder before the subscription ends
can the report be translated
is the dashboard available in german
in which languages is the manual
is there a french datasheet
is the manual translated into Polish
does it run python scripts
can I run my own code on the gateway
can I run my own python code on the AX-400
is there a python SDK
is there a javascript API
which SQL database does it use
do you have a code example for MQTT
can the rules engine execute scripts
does it have a debug mode
how do I enable developer mode on the gateway
can I get root access on the gateway
is sudo available on the gateway
does the firmware ignore unsigned images
what are the mounting instructions
where are the installation instructions
what are the rules for MDF
what rules apply to the use of the logo
do you have weather-proof housings
is it weather resistant
does it work in rain
can it measure outdoor weather
can it show the weather forecast
what temperature does it stand
what time zone do support hours use
what time is maintenance
on which day is maintenance
what day do rebates get paid
is there a restaurant reference
any references in hotels
which hotel chains use it
do you have a story about a football stadium
does it fit a game server room
what is the score for the certification exam
what do I do when an answer is wrong in the TTE exam
can I try the exam a third time
how often may I ask for a loan unit
what happens on the third failed attempt
the gateway gives wrong readings
the sensor shows the wrong temperature
the clock on the gateway is wrong
what if a reading is wrong
the gateway does not answer pings
sensor doesn't answer after a battery change
gateway not responding
the alarm repeats itself every minute
the app makes no sound
the device is dead on arrival
battery is useless below -20, what now?
is the battery useless when it's below zero
what does the help page say about alarms
who made the gateway's radio module
which language model does the dashboard use
is there an AI in Watchline
is there a chatbot in the dashboard
does Watchline have a bot for Slack
are the sensors robot proof
can it be mounted on a robot
do you make sensors for robots
are you ISO 27001 certified
are you on the market since 2011
how old is the company
how old is the AX-100
what is the history of the company
who founded the company
do you have a secret management
can you tell me how heavy the AX-200 is
can you tell me the warranty of the AX-400
can you explain the rebate
can you help me with the rebate rules
could you tell me how the escalation works
please tell me who approves a special price
please explain the return rules
give me the return rules
give me the warranty period of the batteries
send me the return rules
show me the rebate table
show me the steps for deal registration
list the rules for MDF
summarise the rebate programme
compare AX-200 and AX-400
i need the datasheet of the TS-100
do you have a datasheet for the DS-5
I need to know how long the warranty is
i want to know who pays the freight
I have a question about returns
I need help with the installation of the AX-200
need help choosing a gateway
help me answer a customer about data protection
what should I tell a customer who wants a discount
what do I reply when they ask for a human contact
what do I say if they want it cheaper
what can I offer instead of a discount
how should I react to "too expensive"
how do I handle a customer who wants to talk to support directly
may the end customer call support directly
may my customer contact you directly
do customers talk to you or to us
can our technician join the commissioning
can we use the logo
can we use your pictures
can I give the security FAQ to the customer
can I share the roadmap
may I forward the FAQ
may I send the battlecard to a customer
can I name the reference
can we sell outside our region
may I sell online
can I sell NFR units after a year
can we lend a demo unit to a customer
can partners get demo units
do we get demo units
is a reseller allowed to sell to another reseller
is it okay to mount it outside
is 5 % tolerance ok for the humidity sensor
is 40 metres ok inside
is 95 % humidity ok
could the gateway stand 50 degrees
can it take 24 V
can you connect 100 sensors
can you mount it upside down
can we get notifications on the phone
can we get the data out as CSV
can we get a SOC 2 report
can you change the battery without losing data
can you change the sending interval
can we change the alarm limits ourselves
can you extend the range with a second antenna
can the antenna cable be extended
can the warranty be extended
is a longer warranty available
is there an extended warranty
do you offer an extended warranty
can the loan be extended
wie erreiche ich den Support?
wer genehmigt Sonderpreise
wie registriere ich ein Projekt
welche Rabatte haben die Stufen
wie lange ist die Garantie
Kunde sagt, es ist zu teuer, was antworte ich
comment joindre le support ?
qui approuve une remise spéciale
comment enregistrer une affaire
quelle est la durée de la garantie
¿cómo contacto con soporte?
¿quién aprueba un precio especial?
¿cómo registro un proyecto?
come contatto il supporto?
chi approva uno sconto speciale
come si registra un progetto
who do I talk to about a price exception, is there an address
whose approval do I need for 20 % off
is approval by a manager needed above 15 %
up to how many percent may I give myself
how much discount may I give without asking
what's the maximum discount I can give
does a special price need approval
what is a project price
what's the process for special pricing
process for exceptions?
steps to escalate a priority 1
escalation contact at night
support contact details
which number do I call in an emergency
can support log in remotely
does support speak German
how do I open a support case
how do I open a ticket
where can I open an RMA
how do I track my order
how do I change an order
can I change the delivery address after ordering
how do I book commissioning
is commissioning bookable for saturdays
can a customer book a training directly
do I have to register every deal
do you accept registrations for tenders
can I register the same deal twice
is a deal below 15000 accepted
is there a way to extend a registration twice
warranty extension available?
can warranty be transferred to a new owner
return of opened goods
return policy for sensors
are refunds given for subscriptions
is there a refund for unused months
what if the customer wants his money back
what is our liability if the alarm fails
who is liable when an alarm is missed
is Tarnwick liable for spoiled goods
does the contract end automatically
contract duration?
which clause covers confidentiality
is there a clause on non-competition
termination rules of the subscription
early termination possible?
can a customer downgrade in the middle of a term
payment by credit card possible?
do you accept purchase orders by e-mail
do you accept credit cards
do you ship to Norway
can you ship to two addresses
can you deliver by friday
can you deliver 60 gateways next week
do you repair sensors
will the AX-200 get cheaper next year
could the sensor be mounted by the customer's own people
can people read the display from 5 metres
how many people work in support
number of people for the installation?
does it need a person on site
personal data stored?
is there a customer reference who takes calls
who talks to the end customer
does the gateway talk to Modbus devices
can the gateway speak BACnet
agent-based monitoring?
SNMP agent included?
is there a human machine interface
manager dashboard export?
rep incentive rules
sales rep voucher how do I claim it
how does the bot in slack get its data
does the email alarm include a link
can I get the alarm mails in French
email server settings
write access via REST?
does it write to the PLC
is there a script for bulk import
python client available?
can docker containers run on it
weather station integration?
works in the rain?
translation of the user interface
who won the innovation award 2025
is there a demo account
demo units price
how much is a demo unit
what's wrong when the LED blinks red
why is the reading wrong after a battery change
answer to "too expensive"?
best answer to the PLC objection
customer is unhappy with the alarms
customer's IT says no
they told us support is terrible, our reply?
customer asks who else uses it
who else uses this in pharma
which customers use it
do your partners get training
how do partners reach you
do all partners get the same support
are all partners treated the same
difference between silver and gold partners
which partner tier do I need for leads
what does a partner have to do before ordering
is a partner allowed to name prices online
partner logo rules
our tier's rebate?
notice period to terminate our partner contract?
who in your marketing team do i write to about mdf
which adress do i mail a PO to
their security team asks for the full test report, may we send it
hey, got a fight with an admin who wont let one more device onto the network. whats our line
can we open a prio 1 by e-mail?
my project is slipping, can i prolong the reg and by how much
event was 3 weeks ago, how long can i still send the claim
he is angry because you dropped the old model and fears the same for the next one
"our intern will code it for free" — anyone got a good answer?
how do i argue against the market leader
how can we become a partner of yours
when was your last pentest
can I call support on a sunday
is there somebody on call at night
who joins the onboarding call
what does the account manager do
how many calls with the engineer are included
can my customer call the hotline
can the gateway phone me
can customers get a discount for several sites
are discounts negotiable
is a discount of more than 20 % possible
when do you make exceptions
does anybody get free shipping
how can I get more mdf
can we use mdf for a trade fair
what's the limit for returns
can a return be late
how late may a claim be
do you extend warranties
is there a penalty for late delivery
what happens if we pay late
how do I add a clause to a customer's contract
how do I book an engineer
where do I order NFR units
is ordering by phone possible
who changes the contact person in the portal
where do I change my phone number
which e-mail do I use for claims
does the app translate alarms
can I write alarms to a database
which programming languages are supported
can I play with a demo system
what are the system limits
are there rules against discounts online
does the gateway forget data after a power cut
forget data after 30 days?
can the sensor sing out an alarm locally
our reading repeats every minute, normal?
answers for the "too small" objection
that customer says the price is wrong
is the comparison with veltrax still correct
what is wrong with an IP30 housing outdoors
good humidity range?
nice weekend support?
thanks to which certificate can we sell to pharma
hello world example for the API
great distances, which antenna
ok to mount it upside down?
fine dust sensor?
clear text or encrypted?
super cap or battery inside?
perfect mounting height?
morning maintenance window?
test mode of the sensor
talk time of the radio
wrong time on the display
no reply from the sensor
does a human need to confirm alarms
I need one more gateway for 20 sensors, right?
we need net weight and gross weight
can we get the datasheet in German"""

PRICES = """need a price for 100 AX-200 asap
what do we pay for 100 x TS-10
how much is the AX-200-B if i take 12
can you give me a price for 10 AX-200
can I get a price for 10 AX-200
could you send me a quote for 5 AX-400
please quote 20 AX-200
send me a quote for 10 AX-200
give me a quote please, 30 TS-10
I want to order 20 AX-200, what do they cost
I'd like to order 20 AX-200, price please
we want to buy 10 AX-40, how much
customer wants 10 AX-200, price?
customer asks what 5 AX-400 cost
my customer needs a price for 30 DS-5
what would 500 cost
our price for 20 AX-200 as gold partner
price per person for the training
what does an agent licence cost
price of 3 manager seats for 12 months
how much is a human presence sensor
cost of commissioning per engineer and day
price for 5 people's training
what does support cost a year
price for the call-out of a technician
please calculate 10 AX-200 and 4 AX-400
was kosten 10 AX-200
quel est le prix de 10 AX-200
cuánto cuestan 10 AX-200
quanto costano 10 AX-200
best price for 10 AX-200
ok and what's the price for 500?
thanks, and the price of the AX-400?
great, how much are 20 of them
sorry, I meant the price of the AX-400
no, I need the price for 50, not 500"""

CORRECTIONS = """no, the other one
not that one, the bigger one
no, I meant the AX-400
I meant 50
wrong one, I mean the AX-200-B
sorry, I meant the battery version
yes
no
yes please
the second one
why?
shorter
what did you mean by MDF
and its weight?
and for silver?
in pounds or dollars?
thanks, and how long is the warranty?
hi, how long is the warranty of the AX-200?
ok and what about the humidity sensor?
great, does it also work outside?
hello, which sensors fit the AX-40
good morning, do you have a french manual?
ok, thanks. Who approves the registration?
merci, et la garantie ?
danke, und wie lange ist die Garantie?
thanks but what about the TS-100
I see, and when is it paid?
perfect, then how do I register it?
there is a gap in the data, why"""
