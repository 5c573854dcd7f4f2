"""Hold the objection guide for gateways and sensors."""

GUIDE = """
# Objection handling: gateways and sensors

Listen to the end, repeat what you heard, then answer. Never speak badly of a competitor.

## "Veltrax is twenty percent cheaper"

What to say: Per gateway, yes. Per sensor it is the other way round, because one AX-200 takes 64
sensors and a Gate 5 takes 32, so you need two of theirs.

Proof: The battlecard's side-by-side table; 36 months of warranty against 24.

Question to ask back: How many sensors will you have in two years?

## "We already have a PLC, why do we need a gateway?"

What to say: The PLC controls, the gateway remembers. We read the PLC over Modbus or OPC UA and touch
nothing in its program.

Proof: 30 days of buffer in the AX-200; a PLC typically keeps hours.

Question to ask back: Who gets the data out of the PLC today, and how long does it take?

## "Our IT will never allow another box on the network"

What to say: It opens one outbound connection and no inbound port. Where that is still too much, the
AX-200-LTE stays off the network altogether.

Proof: The security FAQ, which IT may have; ISO 27001 since 2019.

Question to ask back: May I send the FAQ to the person who decides that?

## "What happens when the power fails?"

What to say: The AX-200-B runs on for 4 hours with its radio, and the sensors have batteries anyway.
Nothing is lost, and the alarm for the failure still goes out.

Proof: AX-200 series datasheet, chapter battery backup.

Question to ask back: How long was your longest failure last year?

## "Wireless doesn't work in our cold store, it is all steel"

What to say: Count on 40 metres inside, place one gateway outside each block, and let us measure
before you buy: the radio survey is free from 50 sensors.

Proof: Polar Freight, 2,100 sensors in 14 steel-clad warehouses.

Question to ask back: Can we do the survey next week, in your worst room?

## "Never heard of Tarnwick"

What to say: We have made nothing but gateways and sensors since 2011; 41,000 gateways run in 38
countries. You hear little of us because we only sell through partners like us.

Proof: Company overview; the Polar Freight press release.

Question to ask back: Which reference would count for you: same industry or same size?

## "You dropped the AX-100, you'll drop this one too"

What to say: The AX-100 was sold for nine years and gets security updates until the middle of 2031.
The AX-200 takes over its configuration file and its mounting holes.

Proof: Security FAQ, firmware; 5 years of updates after the last sale are promised in writing.

Question to ask back: How many AX-100 do you run, and when are they written off?

## "We need it next week"

What to say: Up to 50 gateways leave Utrecht within 5 working days. Larger orders come in parts, the
first 50 at once.

Proof: Support SLA, chapter delivery.

Question to ask back: Which site has to be live first?

## "The AX-40 does the same for a third of the price"

What to say: For up to 16 sensors in a heated room, take it. Above that, or where it freezes, it is
the wrong box: it keeps 7 days instead of 30 and stops at 0 °C.

Proof: Comparison page; sensor datasheet, chapter AX-40.

Question to ask back: How cold does it get where the gateway will hang?
"""
