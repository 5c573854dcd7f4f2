"""Sentences that give a figure to what it isn't of, or leave out a condition; and as many that keep both.

The vendor, its things and its figures are made up. A question stands where the sentence is to be read as its answer.
"""

from partnerline.knowledge.model import Evidence

PASSAGES = {
    "F1": "Ferrow pumps\nSizes and performance\n"
    "Property: Flow · FP-12: 40 l/min · FP-12-S: 55 l/min · FP-30: 120 l/min\n"
    "Property: Pressure · FP-12: 3 bar · FP-12-S: 4.5 bar · FP-30: 9 bar\n"
    "Property: Weight · FP-12: 8.2 kg · FP-12-S: 9.1 kg · FP-30: 24 kg\n"
    "Property: Supply · FP-12: 230 V · FP-12-S: 230 V · FP-30: 400 V\n"
    "Property: Cable length · FP-12: 5 m · FP-12-S: 10 m · FP-30: 10 m",
    "F2": "Sales targets\nBonus by level\n"
    "Level: Associate · Target a year: 50,000 euros · Bonus: 1.5 % · Demo units: 1\n"
    "Level: Select · Target a year: 120,000 euros · Bonus: 3 % · Demo units: 3\n"
    "Level: Prime · Target a year: 400,000 euros · Bonus: 5 % · Demo units: 6",
    "F3": "Controllers\n"
    "Model: Tidebox · Pumps: 4 · Radio: 868 MHz · Battery: 36 months · Warranty: 2 years\n"
    "Model: Tidebox Plus · Pumps: 16 · Radio: 868 MHz · Battery: 24 months · Warranty: 3 years\n"
    "Model: Tidebox Mini · Pumps: 1 · Radio: 2.4 GHz · Battery: 12 months · Warranty: 2 years",
    "F4": "Delivery\nFreight and lead times\n"
    "Freight is paid by the vendor for orders from 2,500 euros, except for express deliveries. "
    "Pumps of stock are shipped within two working days. The FP-30 is built to order and takes six weeks, the FP-12 three weeks. "
    "Goods can be collected in Tarvik on weekdays until 15:00. Deliveries to islands are not insured.",
    "F5": "Demo units\n"
    "Demo units are sold at 40 % off the list price, only to partners of level Select or Prime. "
    "They can be returned within 60 days if they are complete. A demo unit may be resold after 12 months. "
    "Each partner can order up to three demo units a year. In Norway, demo units are lent and not sold.",
    "F6": "Service contracts\nResponse times\n"
    "Service: Basic · Response: next working day · Hours: 8:00 to 17:00 · Fee: 3 % of the list price\n"
    "Service: Extended · Response: 8 hours · Hours: 7:00 to 20:00 · Fee: 6 % of the list price\n"
    "Service: Full · Response: 4 hours · Hours: around the clock · Fee: 11 % of the list price\n\n"
    "Response times hold for pumps that are installed in Scandinavia. Outside Scandinavia, the next working day counts.",
    "F7": "Seals and fluids\n"
    "The seals withstand water of up to 70 °C. With the heat kit, water of up to 95 °C can be pumped. "
    "Salt water may be pumped only with bronze impellers. The pumps run at least 20,000 hours if they are serviced once a year. "
    "Unless the filter is fitted, sand damages the impeller. Chlorinated water shortens the life of the seals to 18 months.",
    "F8": "Training\n"
    "The basic course lasts two days and the expert course five days. Certificates are valid for three years, those of the expert course for "
    "two. The basic course is free for partners in their first year. Courses take place in Tarvik every month, except in July. "
    "At least four people must register before a course is held. Travel costs are not covered.",
    "F9": "Claims\n"
    "1. Report damage in transit within 48 hours of delivery.\n"
    "2. Keep the packaging until the claim is closed.\n"
    "3. Claims above 1,000 euros need photographs.\n"
    "4. If the carrier refuses the claim, the vendor replaces the goods for Prime partners only.\n"
    "The vendor decides on a claim in 10 working days, or in 5 for Prime partners.",
}  # fmt: skip

EVIDENCE = tuple(
    Evidence(id=key, source=f"{key.casefold()}.md", locator="top", text=text)
    for key, text in PASSAGES.items()
)

KEPT = (
    ("F1", "", "The FP-12 has a flow of 40 l/min."),
    ("F1", "", "The FP-12-S reaches a flow of 55 l/min at a pressure of 4.5 bar."),
    ("F1", "", "The pressure of the FP-30 is 9 bar."),
    ("F1", "How heavy is the FP-12-S?", "Its weight is 9.1 kg."),
    ("F1", "How heavy is the FP-30?", "It weighs 24 kg."),
    ("F1", "", "The FP-30 needs a supply of 400 V, the FP-12 one of 230 V."),
    ("F1", "", "The cable of the FP-12 has a length of 5 m."),
    ("F1", "", "FP-12-S and FP-30 have a cable length of 10 m."),
    ("F1", "", "The FP-12 weighs 8.2 kg, while the FP-12-S weighs 9.1 kg."),
    ("F1", "Which voltage does the FP-12-S need?", "The FP-12-S has a 230 V supply."),
    ("F2", "", "Select partners get a bonus of 3 %."),
    ("F2", "", "The target of a Prime partner is 400,000 euros a year."),
    ("F2", "", "At level Associate the bonus is 1.5 % and the target 50,000 euros a year."),
    ("F2", "How many demo units are for Prime?", "A Prime partner has 6 demo units."),
    ("F2", "", "Level Select has three demo units."),
    ("F2", "What is my bonus as Associate?", "The bonus is 1.5 %."),
    ("F3", "", "The Tidebox Plus controls 16 pumps."),
    ("F3", "", "The Tidebox controls 4 pumps."),
    ("F3", "", "The battery of the Tidebox Mini lasts 12 months."),
    ("F3", "", "The Tidebox Mini uses 2.4 GHz radio."),
    ("F3", "", "Tidebox Plus has a warranty of 3 years."),
    ("F3", "How long does the Tidebox battery last?", "The battery lasts 36 months."),
    ("F3", "", "The Tidebox Plus has a battery for 24 months and a warranty of three years."),
    ("F4", "", "Freight is paid by the vendor for orders from 2,500 euros, express deliveries excepted."),
    ("F4", "", "For orders of 2,500 euros or more the vendor pays the freight, except for express deliveries."),
    ("F4", "", "Pumps of stock ship within 2 working days."),
    ("F4", "", "The FP-30 takes six weeks, as it is built to order."),
    ("F4", "", "The FP-12 takes three weeks."),
    ("F4", "", "Goods can be collected in Tarvik until 15:00 on weekdays."),
    ("F4", "", "Deliveries to islands aren't insured."),
    ("F5", "", "Demo units are sold at 40 % off the list price only to Select and Prime partners."),
    ("F5", "", "Demo units can be returned within 60 days if complete."),
    ("F5", "", "Complete demo units can be returned within 60 days."),
    ("F5", "", "A demo unit may be resold after 12 months."),
    ("F5", "", "Each partner can order up to 3 demo units a year."),
    ("F5", "", "In Norway demo units are not sold but lent."),
    ("F6", "", "Extended service responds in 8 hours, from 7:00 to 20:00."),
    ("F6", "", "The fee of the Full service is 11 % of the list price."),
    ("F6", "", "With Basic service the response comes on the next working day."),
    ("F6", "", "Response times hold for pumps installed in Scandinavia."),
    ("F6", "", "Outside Scandinavia the next working day counts."),
    ("F6", "What is the response time of Full?", "The response time is 4 hours."),
    ("F7", "", "The seals withstand water up to 70 °C."),
    ("F7", "", "Water up to 95 °C can be pumped with the heat kit."),
    ("F7", "", "Salt water may be pumped with bronze impellers only."),
    ("F7", "", "Serviced once a year, the pumps run at least 20,000 hours."),
    ("F7", "", "If the filter is not fitted, sand damages the impeller."),
    ("F7", "", "Chlorinated water shortens the seals' life to 18 months."),
    ("F8", "", "The basic course lasts two days."),
    ("F8", "", "The expert course lasts 5 days."),
    ("F8", "", "Certificates of the expert course are valid for two years."),
    ("F8", "", "The basic course is free for partners in their first year."),
    ("F8", "", "Courses take place every month in Tarvik, except in July."),
    ("F8", "", "A course is held once at least four people register."),
    ("F8", "", "Travel costs aren't covered."),
    ("F9", "", "Damage in transit has to be reported within 48 hours of delivery."),
    ("F9", "", "Claims above 1,000 euros need photographs."),
    ("F9", "", "The packaging is kept until the claim is closed."),
    ("F9", "", "For Prime partners the vendor decides on a claim in 5 working days."),
    ("F9", "", "The vendor replaces the goods only for Prime partners if the carrier refuses the claim."),
)  # fmt: skip
"""Passage, question and what stands in the passage."""

LOST = (
    ("F1", "", "The FP-12 has a flow of 55 l/min.", "another column"),
    ("F1", "", "The FP-12-S reaches a pressure of 3 bar.", "another column"),
    ("F1", "How heavy is the FP-12?", "Its weight is 9.1 kg.", "another column than the question's"),
    ("F1", "How heavy is the FP-30?", "It weighs 8.2 kg.", "another column than the question's"),
    ("F1", "", "The FP-30 needs a supply of 230 V, the FP-12 one of 400 V.", "two exchanged"),
    ("F1", "", "The FP-12 and the FP-30 have a cable length of 10 m.", "true of one of two"),
    ("F1", "", "All pumps have a cable length of 10 m.", "true of some"),
    ("F1", "", "The FP-12-S has a flow of 40 l/min at a pressure of 4.5 bar.", "one of two figures"),
    ("F1", "", "The FP-12 weighs 9.1 kg, while the FP-12-S weighs 8.2 kg.", "two exchanged"),
    ("F1", "", "The cable of the FP-12-S has a length of 5 m.", "another column"),
    ("F2", "", "Select partners get a bonus of 5 %.", "another row"),
    ("F2", "", "The target of a Prime partner is 120,000 euros a year.", "another row"),
    ("F2", "", "At level Associate the bonus is 3 % and the target 50,000 euros a year.", "one of two figures"),
    ("F2", "How many demo units are for Prime?", "A partner has 3 demo units.", "another row than the question's"),
    ("F2", "What is my bonus as Associate?", "The bonus is 5 %.", "another row than the question's"),
    ("F2", "", "Level Select has six demo units.", "another row"),
    ("F3", "", "The Tidebox controls 16 pumps.", "the longer name's"),
    ("F3", "", "The Tidebox Plus controls 4 pumps.", "the shorter name's"),
    ("F3", "", "The battery of the Tidebox Mini lasts 36 months.", "another row"),
    ("F3", "", "The Tidebox uses 2.4 GHz radio.", "the longer name's"),
    ("F3", "How long does the Tidebox battery last?", "The battery lasts 24 months.", "another row than the question's"),
    ("F3", "", "Tidebox Mini has a warranty of 3 years.", "another row"),
    ("F3", "", "The Tidebox Plus has a battery for 36 months and a warranty of three years.", "one of two figures"),
    ("F4", "", "The FP-12 takes six weeks.", "the other's"),
    ("F4", "", "The FP-30 is built to order and takes three weeks.", "the other's"),
    ("F4", "", "Freight is paid by the vendor.", "a least amount and an exception"),
    ("F4", "", "Freight is paid by the vendor for orders from 2,500 euros.", "an exception"),
    ("F4", "", "Freight is paid by the vendor for express deliveries from 2,500 euros.", "the exception"),
    ("F4", "", "Pumps are shipped within two working days.", "of stock"),
    ("F4", "", "Goods can be collected in Tarvik until 15:00 on islands.", "another place"),
    ("F4", "", "Goods can be collected in Tarvik.", "until when"),
    ("F4", "", "Freight is paid by the vendor for all orders, except for express deliveries.", "a least amount"),
    ("F5", "", "Demo units are sold at 40 % off the list price.", "only"),
    ("F5", "", "Demo units can be returned within 60 days.", "if"),
    ("F5", "", "Complete demo units can be returned.", "within"),
    ("F5", "", "A demo unit may be resold.", "after"),
    ("F5", "", "Each partner can order three demo units a year.", "up to"),
    ("F5", "", "Each partner can order demo units.", "up to"),
    ("F5", "", "Demo units are lent and not sold.", "in one country"),
    ("F6", "", "Extended service responds in 4 hours.", "another row"),
    ("F6", "", "The fee of the Full service is 6 % of the list price.", "another row"),
    ("F6", "", "Basic service has hours from 7:00 to 20:00.", "another row"),
    ("F6", "What is the response time of Full?", "The response time is 8 hours.", "another row than the question's"),
    ("F6", "", "The next working day counts in Scandinavia.", "outside"),
    ("F7", "", "The seals withstand water of up to 95 °C.", "another condition's"),
    ("F7", "", "Water of up to 95 °C can be pumped.", "with"),
    ("F7", "", "Salt water may be pumped with bronze impellers.", "only"),
    ("F7", "", "Salt water may be pumped.", "only"),
    ("F7", "", "The pumps run at least 20,000 hours.", "if"),
    ("F7", "", "The pumps run 20,000 hours if they are serviced once a year.", "at least"),
    ("F7", "", "Sand damages the impeller.", "unless"),
    ("F7", "", "The seals withstand water of 70 °C with a life of 18 months.", "put together"),
    ("F8", "", "The basic course lasts five days.", "the other's"),
    ("F8", "", "The expert course lasts two days.", "the other's"),
    ("F8", "", "The basic course is free for partners.", "in their first year"),
    ("F8", "", "Courses take place in Tarvik every month.", "except"),
    ("F8", "", "Certificates of the expert course are valid for three years.", "the other's"),
    ("F9", "", "Claims need photographs.", "above"),
    ("F9", "", "If the carrier refuses the claim, the vendor replaces the goods.", "only"),
    ("F9", "", "The vendor decides on a claim in 5 working days.", "of some only"),
)  # fmt: skip
"""Passage, question, what doesn't stand there so, and what is exchanged or left out."""
