"""Sentences as in conditions.py, of another vendor: nothing was mended on their account, so they tell how well it carries over.

The vendor, its things and its figures are made up.
"""

from partnerline.knowledge.model import Evidence

PASSAGES = {
    "G1": "Lumera luminaires\nRange\n"
    "Luminaire: LU-5 · Power: 18 W · Light: 2,100 lm · Beam: 60° · Guarantee: 3 years\n"
    "Luminaire: LU-5-R · Power: 21 W · Light: 2,600 lm · Beam: 90° · Guarantee: 5 years\n"
    "Luminaire: LU-9 · Power: 46 W · Light: 5,900 lm · Beam: 90° · Guarantee: 5 years",
    "G2": "Co-marketing fund\n"
    "Lumera refunds 50 % of the costs of a campaign, up to 8,000 euros a year. Campaigns must be approved before they begin. "
    "Trade fairs are funded at 30 %, unless the partner shares the stand. Invoices have to arrive within 45 days after the campaign. "
    "Gifts and travel are not funded. In Austria the fund is paid out twice a year, elsewhere once.",
    "G3": "Spare parts\n"
    "Drivers are kept for ten years after the end of production, lenses for six years. Spare parts are delivered free of freight from 300 euros. "
    "If a luminaire is out of production, a successor may be offered. Only trained installers may open the LU-9.",
    "G4": "Dimming\n"
    "Property: Dimming range · LU-5: 10 to 100 % · LU-5-R: 5 to 100 % · LU-9: 1 to 100 %\n"
    "Property: Protocol · LU-5: 1-10 V · LU-5-R: DALI · LU-9: DALI\n"
    "Property: Standby · LU-5: 0.4 W · LU-5-R: 0.3 W · LU-9: 0.5 W\n\n"
    "The luminaires can be dimmed by radio except for the LU-5. The radio reaches up to 40 m indoors.",
    "G5": "Support\n"
    "Tickets of priority one are answered within 2 hours, those of priority two within 8 hours. The support is open until 18:00, on Fridays until 15:00. "
    "Partners below level Silver write to the forum. Calls are free with a support contract.",
}  # fmt: skip
EVIDENCE = tuple(
    Evidence(id=key, source=f"{key.casefold()}.md", locator="top", text=text)
    for key, text in PASSAGES.items()
)
KEPT = (
    ("G1", "", "The LU-5 has a power of 18 W."),
    ("G1", "", "The LU-5-R gives 2,600 lm of light at 21 W of power."),
    ("G1", "", "LU-5-R and LU-9 have a guarantee of 5 years."),
    ("G1", "How long is the guarantee of the LU-5?", "The guarantee is 3 years."),
    ("G1", "", "The beam of the LU-9 is 90°."),
    ("G2", "", "Lumera refunds 50 % of a campaign's costs, up to 8,000 euros a year."),
    ("G2", "", "Campaigns must be approved before they begin."),
    ("G2", "", "Trade fairs are funded at 30 % unless the stand is shared by the partner."),
    ("G2", "", "Invoices have to arrive within 45 days after the campaign."),
    ("G2", "", "Gifts and travel aren't funded."),
    ("G2", "", "In Austria, the fund is paid out twice a year."),
    ("G2", "When do invoices have to arrive?", "Invoices arrive within 45 days after the campaign."),
    ("G3", "", "Drivers are kept for 10 years after the end of production."),
    ("G3", "", "Lenses are kept for six years after the end of production."),
    ("G3", "", "From 300 euros, spare parts are delivered free of freight."),
    ("G3", "Do I pay freight on 300 euros of spare parts?", "Spare parts are delivered free of freight."),
    ("G3", "", "A successor may be offered if a luminaire is out of production."),
    ("G3", "", "The LU-9 may be opened only by trained installers."),
    ("G4", "", "The dimming range of the LU-5-R is 5 to 100 %."),
    ("G4", "", "The LU-9 is dimmed by the DALI protocol."),
    ("G4", "", "The LU-5 draws 0.4 W in standby."),
    ("G4", "", "Except for the LU-5, the luminaires can be dimmed by radio."),
    ("G4", "", "Indoors, the radio reaches up to 40 m."),
    ("G4", "What is the standby of the LU-9?", "Its standby is 0.5 W."),
    ("G5", "", "Tickets of priority one are answered within two hours."),
    ("G5", "", "Priority two tickets are answered within 8 hours."),
    ("G5", "", "On Fridays the support is open until 15:00."),
    ("G5", "", "The support is open until 18:00."),
    ("G5", "", "Partners below Silver level write to the forum."),
    ("G5", "", "With a support contract calls are free."),
)  # fmt: skip
LOST = (
    ("G1", "", "The LU-5 has a power of 21 W.", "the longer name's"),
    ("G1", "", "The LU-5-R gives 2,600 lm of light at 18 W of power.", "one of two figures"),
    ("G1", "", "LU-5 and LU-9 have a guarantee of 5 years.", "true of one of two"),
    ("G1", "", "All luminaires have a guarantee of 5 years.", "true of some"),
    ("G1", "How long is the guarantee of the LU-5?", "The guarantee is 5 years.", "another row than the question's"),
    ("G1", "", "The beam of the LU-9 is 60°.", "another row"),
    ("G2", "", "Lumera refunds 50 % of a campaign's costs.", "up to"),
    ("G2", "", "Lumera refunds 50 % of a campaign's costs, 8,000 euros a year.", "up to"),
    ("G2", "", "Trade fairs are funded at 30 %.", "unless"),
    ("G2", "", "Trade fairs are funded at 50 %.", "the other's"),
    ("G2", "", "Invoices have to arrive after the campaign.", "within"),
    ("G2", "", "Travel is funded at 30 %.", "the exception"),
    ("G2", "", "The fund is paid out twice a year.", "in one country"),
    ("G2", "", "In Austria the fund is paid out once.", "elsewhere's"),
    ("G3", "", "Drivers are kept for six years after the end of production.", "the other's"),
    ("G3", "", "Lenses are kept for ten years after the end of production.", "the other's"),
    ("G3", "", "Spare parts are delivered free of freight.", "from"),
    ("G3", "", "A successor may be offered.", "if"),
    ("G3", "", "Installers may open the LU-9.", "only"),
    ("G3", "", "Trained installers may open the LU-9.", "only"),
    ("G4", "", "The dimming range of the LU-5 is 5 to 100 %.", "another column"),
    ("G4", "", "The LU-5 is dimmed by the DALI protocol.", "another column"),
    ("G4", "What is the standby of the LU-9?", "Its standby is 0.3 W.", "another column than the question's"),
    ("G4", "", "The luminaires can be dimmed by radio.", "except"),
    ("G4", "", "The LU-5 can be dimmed by radio.", "the exception"),
    ("G4", "", "The radio reaches 40 m indoors.", "up to"),
    ("G5", "", "Tickets of priority one are answered within 8 hours.", "the other's"),
    ("G5", "", "On Fridays the support is open until 18:00.", "the other's"),
    ("G5", "", "Partners write to the forum.", "below"),
    ("G5", "", "Calls are free.", "with"),
)  # fmt: skip
