"""What the demo's customers ask the product for, and what became of it. All invented; the people who
make the product decide about a wish once, whoever asks for it. Days are those of the story."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Wish:
    """`planned_on` and `there_on`: from which day on it is so. `no`: why it is declined."""

    theme: str
    title: str
    details: str
    feature: str = ""
    planned_on: int | None = None
    there_on: int | None = None
    no: str = ""


def of(theme: str, *wishes: tuple[str, str, Mapping[str, Any]]) -> tuple[Wish, ...]:
    return tuple(Wish(theme, title, details, **more) for title, details, more in wishes)


ROUTING, REPORT, MOBILE = (
    {"feature": name} for name in ("Routing rules", "Conversion report", "Mobile app")
)
INBOX, SIGN, SYNC = ({"feature": name} for name in ("Lead inbox", "E-signature", "CRM sync"))
QUOTES, IMPORT = ({"feature": name} for name in ("Quote comparison", "Policy import"))
WISHES: tuple[Wish, ...] = (
    *of("Lead routing",
        ("Route leads by line of business", "Life leads land with the agents for auto, and are passed on by hand.", ROUTING | {"planned_on": 330, "there_on": 410}),
        ("Route leads by the state an agent is licensed in", "An agent without a licence in the state may not even call.", ROUTING | {"planned_on": 480}),
        ("Share leads out by how many an agent has open", "The fast ones are idle while the others drown.", ROUTING),
        ("Hold leads back outside of office hours", "A lead of Saturday night is cold on Monday, and counts against us.", ROUTING | {"there_on": 260}),
        ("Send a lead on when nobody answers in ten minutes", "We lose those who call three agencies at once.", ROUTING),
        ("Try routing rules on last week’s leads before they hold", "We changed one rule and an office had no leads for two days.", ROUTING)),
    *of("Carrier integrations",
        ("Take quotes of Harbor Mutual", "A third of our quotes are theirs, and are typed over by hand.", QUOTES | {"planned_on": 500}),
        ("Send bound policies back to the carrier", "We enter each policy twice.", {}),
        ("Show why a carrier declined a quote", "The agent sees “no quote” and has to call.", QUOTES),
        ("Compare quotes of more than five carriers", "We work with eleven.", QUOTES | {"there_on": 340}),
        ("Build the rating engine of a carrier into the product", "Then no quote would time out.", QUOTES | {"no": "Carriers do not let us run their rating engines; we ask them for faster answers instead."})),
    *of("Reports",
        ("Send the conversion report by e-mail each Monday", "The sponsor does not sign in, and reads mail.", REPORT | {"planned_on": 370, "there_on": 450}),
        ("Cost of a policy by source of its lead", "We pay six sources, and know of none what a policy from it costs.", REPORT),
        ("Export more than 10,000 rows", "Our year has 48,000 leads.", REPORT | {"there_on": 300}),
        ("Compare agents of the same tenure", "New agents look bad beside old ones, and leave.", REPORT),
        ("Our own fiscal year in all reports", "It begins in July.", REPORT | {"planned_on": 515}),
        ("Write reports in our house style, logo and all", "For the board.", REPORT | {"no": "Every report can be exported; a layout of each customer’s own is more than we can keep right."})),
    *of("Mobile app",
        ("Work without a connection, and catch up later", "Half of the county has none.", MOBILE),
        ("Scan a driver’s licence with the camera", "Typing it takes three minutes while the customer waits.", MOBILE | {"planned_on": 460}),
        ("Keep the filter when the app is closed", "Each agent sets it anew ten times a day.", MOBILE | {"there_on": 390}),
        ("Call from the app under the agency’s number", "Customers do not pick up when a private number calls.", MOBILE)),
    *of("Duplicate detection",
        ("Merge leads that two sources sent", "We pay twice and call twice.", INBOX | {"planned_on": 350, "there_on": 470}),
        ("Find the same household under two spellings", "Jonson and Johnson, same house, same car.", INBOX),
        ("Say which source was first", "It decides who is paid.", INBOX | {"planned_on": 505}),
        ("Warn when a lead is a customer already", "Agents quoted our own customers at a lower price.", INBOX)),
    *of("Roles and access",
        ("Let an office see its own leads only", "Franchisees compete with each other.", {"planned_on": 440}),
        ("Sign in with our own directory", "Somebody left in March and could sign in until June.", {"there_on": 320}),
        ("Read-only access for the auditor", "Once a year, for two weeks.", {})),
    *of("Import and export",
        ("Import policies with their endorsements", "Today only the first year comes along.", IMPORT),
        ("Keep new CRM fields in step by themselves", "Each new field costs us a ticket.", SYNC | {"planned_on": 490}),
        ("Undo an import", "One wrong column, and 4,000 leads had the wrong office.", IMPORT | {"there_on": 430})),
    *of("Alerts to agents",
        ("A text message when a lead waits longer than five minutes", "The inbox is not open while they drive.", INBOX),
        ("Quiet hours by agent", "The phone rings at night in two time zones.", INBOX | {"there_on": 400})),
    *of("Signatures",
        ("Sign on paper and take a photo", "Some customers are eighty.", SIGN | {"no": "A photo of a signature does not stand up in four of the states we serve."}),
        ("Two signers on one document", "Married couples sign one after the other, by mail.", SIGN)),
)  # fmt: skip
