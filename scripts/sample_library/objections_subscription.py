"""Hold the objection guide for the subscription."""

GUIDE = """\
# Objection handling: Watchline subscription

## "Not another subscription"

**What to say:** The hardware works without it: readings go to your own MQTT broker, free of charge.
You pay only when you want alarms, history and reports without running a server.

**Proof:** A server with backups and updates costs our customers about 4 hours of IT time a month.

**Question to ask back:** Who would look after the server on a Sunday?

## "Our data must not leave the country"

**What to say:** You choose Frankfurt, Zurich or Columbus, and nothing is copied between them. Where
even that isn't allowed, keep the data on site with your own broker.

**Proof:** Security FAQ, "Where is the data stored?".

**Question to ask back:** Is it your law, your customer's contract or your own policy that says so?

## "Three years is too long for us"

**What to say:** Start with 12 months. The price per month is 10 percent lower at 36 months, so you
can move to the longer term at renewal, when you know it works.

**Proof:** The plans' price list: 36 months cost 2.7 times one year.

**Question to ask back:** What would have to happen in the first year for you to stay?

## "We'll build it ourselves with open source"

**What to say:** The dashboard is two weeks of work, the alarms at night and the audit trail are two
years. Build on our REST interface and leave the dull part to us.

**Proof:** Watchline Pro has a read-only interface, Enterprise reads and writes.

**Question to ask back:** Who will be on call for what you build?

## "Orrinova's dashboard is free"

**What to say:** For five users and 30 days of history. With 200 sensors it is 180 euros a month
afterwards, and an auditor wants more than 30 days.

**Proof:** Battlecard, slide on Orrinova: 0.90 euros per sensor and month.

**Question to ask back:** How far back did your last audit go?

## "We would have to train everybody again"

**What to say:** Most people only look, and looking needs no training. The ones who set limits get
one remote session, SVC-TRAIN, for up to 8 people.

**Proof:** Polar Freight trained 60 people in four weeks.

**Question to ask back:** How many of your people change settings, and how many only look?

## "What if you go out of business?"

**What to say:** The gateways keep working with any MQTT broker, and the source code of Watchline is
in escrow with a notary in Utrecht, released if we stop for more than 30 days.

**Proof:** Escrow certificate of 2024, available under a non-disclosure agreement.

**Question to ask back:** Does your purchasing have an escrow clause we should sign?

## "We'd pay for seats of people who look once a month"

**What to say:** You wouldn't. Viewers are free and unlimited in every plan; a seat is only for people
who change settings or acknowledge alarms.

**Proof:** Subscription price list, sheet Seats.

**Question to ask back:** How many people acknowledge alarms on each shift?
"""
