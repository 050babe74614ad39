"""Who plays in the demo: a team, and the people and names at its customers. All invented."""

from tenure.people.roles import CSM, Administrator, Executive, Manager, Role
from tenure.programme.words import Tier

PASSWORD = "tenure-demo-2026"

TEAM: tuple[tuple[str, str, type[Role]], ...] = (
    ("Mei-Ling Chen", "admin@demo.tenure.example", Administrator),
    ("Rosa Oliveira", "manager@demo.tenure.example", Manager),
    ("Daniel Cohen", "executive@demo.tenure.example", Executive),
    ("Ines Moreau", "ines@demo.tenure.example", CSM),
    ("Kenji Sato", "kenji@demo.tenure.example", CSM),
    ("Amara Okafor", "amara@demo.tenure.example", CSM),
    ("Priya Nair", "priya@demo.tenure.example", CSM),
    ("Diego Fernández", "diego@demo.tenure.example", CSM),
    ("Nguyễn Thị Linh", "linh@demo.tenure.example", CSM),
    ("Fatima Al-Sayed", "fatima@demo.tenure.example", CSM),
    ("Jonas Bergström", "jonas@demo.tenure.example", CSM),
    ("Oluwaseun Adebayo", "seun@demo.tenure.example", CSM),
    ("Marta Kowalczyk", "marta@demo.tenure.example", CSM),
    ("Tomás Herrera", "tomas@demo.tenure.example", CSM),
    ("Hanna Virtanen", "hanna@demo.tenure.example", CSM),
    ("Yuki Tanaka", "yuki@demo.tenure.example", CSM),
    ("Samir Rahimi", "samir@demo.tenure.example", CSM),
    ("Grace Wanjiru", "grace@demo.tenure.example", CSM),
    ("Lukas Brandt", "lukas@demo.tenure.example", CSM),
    ("Aroha Ngata", "aroha@demo.tenure.example", CSM),
    ("Camila Duarte", "camila@demo.tenure.example", CSM),
)

# Who looks after customers of which tier, and how many who stay: as many as the programme says, but
# for Ines, who has one too many.
BOOKS: dict[Tier, tuple[tuple[str, int], ...]] = {
    Tier.MID_MARKET: (
        ("Ines Moreau", 6), ("Kenji Sato", 5), ("Amara Okafor", 5), ("Priya Nair", 5),
        ("Diego Fernández", 5), ("Nguyễn Thị Linh", 4),
    ),
    Tier.SMALL_BUSINESS: (
        ("Fatima Al-Sayed", 19), ("Jonas Bergström", 17), ("Oluwaseun Adebayo", 17),
    ),
    Tier.ENTERPRISE: tuple(
        (name, 1) for name in (
            "Marta Kowalczyk", "Tomás Herrera", "Hanna Virtanen", "Yuki Tanaka", "Samir Rahimi",
            "Grace Wanjiru", "Lukas Brandt", "Aroha Ngata", "Camila Duarte",
        )
    ),
}  # fmt: skip

GIVEN = (
    "Aaliyah", "Aisha", "Alejandra", "Anders", "Andile", "Anna", "Arjun", "Beatriz", "Bilal",
    "Camille", "Chidi", "Chloe", "Dalia", "Deepa", "Emeka", "Emma", "Farid", "Freja", "Giulia",
    "Grace", "Hana", "Haruto", "Henrik", "Hiroshi", "Ibrahim", "Isabel", "Jamal", "Joana", "Julia",
    "Kwame", "Lars", "Layla", "Leila", "Liam", "Lucía", "Małgorzata", "Marcus", "María", "Mateo",
    "Mbali", "Mehmet", "Minh", "Nadia", "Naomi", "Ngozi", "Noah", "Olena", "Omar", "Oscar", "Pavel",
    "Quang", "Rafael", "Rania", "Ravi", "Rebecca", "Rin", "Robert", "Saanvi", "Samuel", "Sanna",
    "Siobhán", "Sofía", "Sunita", "Tadashi", "Tariq", "Thandiwe", "Theresa", "Tomasz", "Valentina",
    "Wei", "William", "Xiu", "Yara", "Yusuf", "Zainab", "Zoltán",
)  # fmt: skip
FAMILY = (
    "Abebe", "Adeyemi", "Ahmed", "Andersson", "Banerjee", "Bauer", "Castillo", "Chowdhury",
    "Costa", "Diallo", "Dubois", "Eriksen", "Fischer", "Flores", "Gallagher", "García", "Haddad",
    "Hansen", "Hernández", "Ito", "Ivanova", "Jansen", "Johnson", "Kamau", "Kaplan", "Khan", "Kim",
    "Kovács", "Kowalska", "Kumar", "Larsson", "Lindqvist", "Lopes", "MacDonald", "Mahlangu",
    "Martin", "Mendes", "Mensah", "Miller", "Nakamura", "Ndlovu", "Novak", "O'Brien", "Okoye",
    "Olsen", "Öztürk", "Park", "Patel", "Petrov", "Quispe", "Rahman", "Reyes", "Ricci", "Romero",
    "Rossi", "Santos", "Schmidt", "Sharma", "Silva", "Singh", "Suzuki", "Takahashi", "Tan",
    "Thompson", "Tran", "Vasquez", "Vermeulen", "Walker", "Wang", "Weber", "Wójcik", "Yamamoto",
    "Yilmaz", "Zhang",
)  # fmt: skip
HOUSES = (
    "Alder", "Anchor", "Arbour", "Aspen", "Beacon", "Birchwood", "Bluewater", "Bridgeport",
    "Brightside", "Canyon", "Cardinal", "Cedar Hill", "Clearview", "Coastline", "Compass",
    "Copperfield", "Cornerstone", "Crescent", "Delta", "Driftwood", "Eastgate", "Elmwood",
    "Evergreen", "Fairhaven", "Falcon Ridge", "Foxglove", "Gateway", "Glenrock", "Granite",
    "Greenfield", "Harbour", "Hawthorn", "Hearthstone", "Highland", "Horizon", "Ironbridge",
    "Juniper", "Keystone", "Kingfisher", "Lakeshore", "Lantern", "Laurel", "Lighthouse", "Linden",
    "Longmeadow", "Magnolia", "Maple Court", "Meridian", "Millstone", "Monarch", "Mosaic",
    "Northstar", "Oakline", "Old Mill", "Orchard", "Osprey", "Palisade", "Pinecrest", "Pioneer",
    "Prairie", "Quarry", "Redwood", "Ridgeway", "Riverbend", "Rosewood", "Saltmarsh", "Sandstone",
    "Sequoia", "Silverlake", "Skylark", "Southport", "Springfield", "Sterling", "Stonebridge",
    "Summit", "Sunrise", "Sycamore", "Tamarack", "Thornbury", "Tidewater", "Timberline", "Trellis",
    "Union Square", "Vanguard", "Verdant", "Vineyard", "Walnut Grove", "Waterford", "Westbrook",
    "Wheatland", "Whitestone", "Wildrose", "Willow", "Windmill", "Woodhaven",
)  # fmt: skip
FORMS = (
    "Insurance",
    "Insurance Group",
    "Brokers",
    "Assurance",
    "Benefits",
    "Mutual",
    "Agency",
    "Risk Partners",
)
LINES = ("Auto and home", "Life", "Health", "Commercial", "Farm and ranch", "Specialty")
PLACES = (
    ("Austin", "TX"), ("Boise", "ID"), ("Charlotte", "NC"), ("Columbus", "OH"), ("Denver", "CO"),
    ("Fresno", "CA"), ("Hartford", "CT"), ("Madison", "WI"), ("Memphis", "TN"), ("Omaha", "NE"),
    ("Phoenix", "AZ"), ("Portland", "OR"), ("Raleigh", "NC"), ("Rochester", "NY"), ("Savannah", "GA"),
    ("Spokane", "WA"), ("Tampa", "FL"), ("Tucson", "AZ"),
)  # fmt: skip

FEATURES = (
    "Lead inbox", "Lead scoring", "Routing rules", "Call recording", "Quote comparison",
    "E-signature", "Policy import", "Campaigns", "Agent dashboard", "Conversion report",
    "Mobile app", "CRM sync",
)  # fmt: skip
OBJECTIVES = (
    "Cut the cost of a new policy by a fifth",
    "Answer every lead within five minutes",
    "Raise the share of leads that become policies",
    "Give agents one place to work leads",
    "See which campaigns bring policies that stay",
)
KPIS = (("Leads accepted a month", 400), ("Policies a month", 60), ("Answered in 5 minutes, %", 85))
TICKET_SUBJECTS = (
    "Leads arrive twice", "Routing sends leads to the wrong office", "Export stops at 10,000 rows",
    "Carrier quotes time out", "Phone numbers are not recognised", "Report differs from the invoice",
    "Agents cannot sign in", "CRM sync leaves out new fields", "E-signature mail is late",
    "Mobile app loses the filter", "How do we add an office?", "Scores of last week are missing",
)  # fmt: skip
PRAISE = ("The team is on it every time.", "Agents love the inbox.", "It pays for itself.", "")
COMPLAINT = (
    "Support takes too long.",
    "Too many duplicates.",
    "Hard to justify at this price.",
    "",
)
LIKED = ("The lead inbox saves an hour a day.", "Scores are right most of the time.", "")
MISSED = ("Reports are slow.", "We miss a filter by office.", "")
