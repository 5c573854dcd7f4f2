"""Sentences a language model might word from passages: some say what stands there, some something else.

The vendor, its things and its figures are made up.
"""

from partnerline.knowledge.model import Evidence

PASSAGES = {
    "E1": "Brewline 40 series\nTechnical data\n"
    "Property: Weight · BL-40: 12.5 kg · BL-40-D: 14 kg · BL-60: 21 kg\n"
    "Property: Boiler · BL-40: 1.8 l · BL-40-D: 2 x 1.8 l · BL-60: 4 l\n"
    "Property: Power, typical · BL-40: 1,450 W · BL-40-D: 2,400 W · BL-60: 3,600 W\n"
    "Property: Operating temperature · BL-40: 5 to 40 °C · BL-40-D: 5 to 35 °C · BL-60: 0 to 45 °C\n"
    "Property: Protection · BL-40: IPX1 · BL-40-D: IPX1 · BL-60: IPX4",
    "E2": "Rebate programme\nQuarterly rebate\n"
    "The rebate is paid on the net value of machines invoiced in a calendar quarter.\n"
    "Tier: Bronze · Threshold a quarter: 20,000 euros · Rebate: 1 %\n"
    "Tier: Copper · Threshold a quarter: 60,000 euros · Rebate: 2.5 %\n"
    "Tier: Chrome · Threshold a quarter: 150,000 euros · Rebate: 4 %",
    "E3": "Warranty and returns\nReturns\n"
    "Unopened machines can be returned within 30 days of delivery. Opened machines and spare parts are not taken back. "
    "The partner pays the freight. A credit note follows within 10 working days of the goods' arrival in Ghent.",
    "E4": "Warranty and returns\nWarranty\n"
    "Every machine has a warranty of 24 months from the date of delivery, the BL-60 one of 36 months. "
    "The grinder's burrs are wear parts and not covered. Repairs are made only by certified workshops.",
    "E5": "Deal registration\nHow to register a deal\n"
    "1. Send the form to deals@brewline.example at least 14 days before the offer.\n"
    "2. The vendor answers within three working days.\n"
    "3. A registered deal is protected for 90 days and can be extended once.\n"
    "Registrations made after 15 December 2026 count for the following year.",
    "E6": "Cleaning\nDescaling\n"
    "The boiler is descaled every three months with CitraClean. Never use vinegar: it attacks the seals. "
    "The BL-40-D has two boilers, which are descaled one after the other. The process takes 45 minutes for each boiler.",
    "E7": "Milk systems\n"
    "Milk system: FrothOne · Fits: BL-40 · Milk: cold only · Cleaning: by hand\n"
    "Milk system: FrothDuo · Fits: BL-40, BL-40-D · Milk: hot and cold · Cleaning: automatic\n"
    "Milk system: FrothMax · Fits: BL-60 · Milk: hot and cold · Cleaning: automatic\n\n"
    "FrothOne has no temperature sensor.",
    "E8": "Support hours\n"
    "The hotline is open Monday to Friday from 8:00 to 17:30. Partners of tier Chrome also reach it on Saturdays until 13:00. "
    "Outside these hours a message is answered on the next working day.",
}  # fmt: skip

EVIDENCE = tuple(
    Evidence(id=key, source=f"{key.casefold()}.md", locator="top", text=text)
    for key, text in PASSAGES.items()
)

TRUE = (
    ("E1", "The BL-40 weighs 12.5 kg."),
    ("E1", "The BL-40-D has a weight of 14 kg."),
    ("E1", "The BL-60's boiler holds 4 l."),
    ("E1", "The BL-40 typically draws 1450 W of power."),
    ("E1", "Its protection class is IPX4 for the BL-60."),
    ("E1", "The operating temperature of the BL-40-D is 5 to 35 °C."),
    ("E1", "The BL-60 can be operated at temperatures from 0 to 45 °C."),
    ("E1", "The BL-40 weighs 12.5 kg and the BL-60 21 kg by weight."),
    ("E2", "Copper partners receive a rebate of 2.5 %."),
    ("E2", "A Chrome partner gets a 4 % rebate above a threshold of 150,000 euros a quarter."),
    ("E2", "The threshold for Bronze is EUR 20,000 a quarter."),
    (
        "E2",
        "The rebate is paid on the net value of the machines that were invoiced in the quarter.",
    ),
    ("E2", "For the Copper tier, the quarterly threshold is €60,000."),
    ("E3", "Unopened machines can be returned within 30 days after delivery."),
    ("E3", "Opened machines are not taken back."),
    ("E3", "Freight is paid by the partner."),
    ("E3", "A credit note follows within ten working days of the goods arriving in Ghent."),
    ("E3", "Spare parts and opened machines can't be returned."),
    ("E4", "Machines have a 24-month warranty from the date of delivery."),
    ("E4", "The BL-60 has a warranty of 36 months."),
    ("E4", "Burrs of the grinder are wear parts and aren't covered by the warranty."),
    ("E4", "Only certified workshops make repairs."),
    ("E5", "Send the form to deals@brewline.example at least 14 days before the offer."),
    ("E5", "The vendor answers within 3 working days."),
    ("E5", "A registered deal is protected for 90 days."),
    ("E5", "It can be extended once, and a registered deal is protected for ninety days."),
    ("E5", "Registrations after 2026-12-15 count for the following year."),
    ("E6", "Descale the boiler every 3 months with CitraClean."),
    ("E6", "Never use vinegar, because it attacks the seals."),
    ("E6", "The BL-40-D has two boilers that are descaled one after the other."),
    ("E6", "Descaling takes 45 minutes for each boiler."),
    ("E6", "Don't use vinegar: it attacks the seals."),
    ("E7", "FrothDuo fits the BL-40 and the BL-40-D."),
    ("E7", "FrothOne is for cold milk only and is cleaned by hand."),
    ("E7", "FrothMax takes hot and cold milk and cleans automatically."),
    ("E7", "FrothOne doesn't have a temperature sensor."),
    ("E8", "The hotline is open from 8:00 to 17:30, Monday to Friday."),
    ("E8", "Chrome partners also reach the hotline on Saturdays until 1 pm."),
    ("E8", "A message outside these hours is answered on the next working day."),
    ("E4", "Yes, every machine has a warranty of 24 months."),
    ("E3", "No, opened machines are not taken back."),
)
"""What stands in the passage, in other words."""

FALSE = (
    ("E1", "The BL-40 weighs 14 kg.", "another product's value"),
    ("E1", "The BL-40-D weighs 12.5 kg.", "another product's value"),
    ("E1", "The BL-60's boiler holds 1.8 l.", "another product's value"),
    ("E1", "The BL-40 weighs 21 kg and the BL-60 12.5 kg.", "two values exchanged"),
    ("E1", "The boiler of the BL-40 holds 12.5 l.", "another unit"),
    ("E1", "The BL-40's operating temperature is 40 °F.", "another unit"),
    ("E1", "The BL-80 weighs 21 kg.", "a product that isn't there"),
    ("E1", "The BL-60 has protection class IPX5.", "a class that isn't there"),
    ("E1", "The BL-40 has a weight of at least 12.5 kg.", "a least amount made up"),
    ("E1", "The BL-40 weighs 12.5 pounds.", "another unit"),
    ("E2", "Copper partners receive a rebate of 4 %.", "another tier's value"),
    ("E2", "Bronze partners receive a rebate of 2.5 %.", "another tier's value"),
    ("E2", "A rebate of 5 % is paid to Chrome partners.", "a figure made up"),
    ("E2", "The threshold for Copper is 60,000 dollars a quarter.", "another currency"),
    ("E2", "The rebate is paid on the gross list price of consumables and services.", "other words"),
    ("E2", "Silver partners receive a rebate of 2.5 %.", "a tier that isn't there"),
    ("E3", "Opened machines are taken back within 30 days.", "a denial dropped"),
    ("E3", "Unopened machines can't be returned within 30 days of delivery.", "a denial added"),
    ("E3", "Unopened machines can be returned within 60 days of delivery.", "a figure made up"),
    ("E3", "Unopened machines can be returned within 30 weeks of delivery.", "another unit"),
    ("E3", "We will refund unopened machines within 30 days.", "a promise"),
    ("E3", "Returns of unopened machines are free within 30 days of delivery.", "a promise"),
    ("E3", "You will get a credit note within ten working days of the goods arriving in Ghent.", "a promise"),
    ("E3", "We guarantee a credit note within 10 working days.", "a promise"),
    ("E3", "A credit note follows within 10 working days of the goods' arrival in Antwerp.", "another place"),
    ("E4", "Machines have a lifetime warranty from the date of delivery.", "a telling word"),
    ("E4", "The warranty of 24 months covers the grinder's burrs.", "a denial dropped"),
    ("E4", "Repairs are made by any workshop, also by workshops that aren't certified.", "a denial added"),
    ("E4", "Repairs are made by certified workshops.", "a restriction dropped"),
    ("E4", "The BL-60 has a warranty of 24 months from delivery.", "another product's value"),
    ("E4", "Every machine has a warranty of 36 months from the date of delivery, the BL-60 one of 24 months.", "two values exchanged"),
    ("E5", "Send the form to sales@brewline.example at least 14 days before the offer.", "another address"),
    ("E5", "Send the form to https://deals.brewline.example/register.", "a link"),
    ("E5", "The vendor answers within three hours.", "another unit"),
    ("E5", "A registered deal gets a special discount for 90 days.", "a promise"),
    ("E5", "Registrations made after 15 November 2026 count for the following year.", "another day"),
    ("E5", "A registered deal is protected for 90 days and can be extended twice.", "a telling word"),
    ("E6", "Descale the boiler every three months with vinegar.", "a denial dropped"),
    ("E6", "The boiler is descaled every six months with CitraClean.", "a figure made up"),
    ("E6", "The boiler is descaled every three months with AcidoPure.", "a name made up"),
    ("E6", "Descaling takes 45 minutes <!channel>.", "markup"),
    ("E7", "FrothOne has a temperature sensor.", "a denial dropped"),
    ("E7", "FrothMax fits the BL-40.", "another row's"),
    ("E7", "FrothOne takes hot and cold milk.", "another row's"),
    ("E8", "The hotline is open on Sundays from 8:00 to 17:30.", "another day"),
    ("E8", "The hotline is open from 8:00 to 19:30, Monday to Friday.", "another time"),
    ("E8", "The hotline is open Monday to Friday from 8:00 to 17:30, and we promise an answer.", "a promise"),
    ("E3", "The capital of France is Paris.", "other words"),
    ("E4", "Die Maschine hat eine Garantie von 24 Monaten.", "another language"),
    ("E3", "Yes, opened machines are taken back.", "a yes that isn't there"),
    ("E4", "No, every machine has a warranty of 24 months.", "a no that isn't there"),
)  # fmt: skip
"""What doesn't stand in the passage it cites, and what is wrong with it."""
