"""An advisory board and a user group: who joins, and when they meet."""

from datetime import date, timedelta

from tenure.advocacy import actions
from tenure.advocacy.models import Group, Member
from tenure.advocacy.words import AdvocacyType, GroupKind
from tenure.demo.arcs import DAYS
from tenure.demo.chapters.advocates import champion_of, consent_to
from tenure.demo.scene import Scene
from tenure.people.models import Person

OPENED_AFTER = 150
BOARD, USERS = "Customer advisory board", "Users in agencies"
GROUPS = (
    (GroupKind.ADVISORY_BOARD, BOARD, "Tells us twice a year what should come next.", 91),
    (
        GroupKind.USER_GROUP,
        USERS,
        "Agencies that learn from each other how to work with leads.",
        42,
    ),
)
SUBJECTS = ("What comes next", "Working a lead within the hour", "Figures that a sponsor reads",
            "From trial to team", "What we got wrong")  # fmt: skip


def groups_meet(scene: Scene, since: date, end: date) -> None:
    begin = scene.now.date() - timedelta(days=DAYS - OPENED_AFTER)
    if end < begin:
        return
    lead = Person.objects.get(name="Mei-Ling Chen")
    for place, (kind, name, purpose, every) in enumerate(GROUPS):
        group = Group.objects.filter(name=name).first() or actions.open_group(
            kind=kind, name=name, purpose=purpose, by=lead, at=scene.at(end, 9)
        )
        _join(scene, group, place, end)
        rounds = (end - begin).days // every
        if rounds > (since - begin).days // every:
            _meet(scene, group, rounds, lead, end)


def _join(scene: Scene, group: Group, place: int, end: date) -> None:
    """Advocates join when they have been here for long enough; who leaves us leaves the group."""
    members = {one.customer_id: one for one in Member.objects.filter(group=group, left_on=None)}
    for player in scene.players:
        customer, number = player.customer, player.fact.number
        is_in = customer.id in members
        if is_in and player.has_left:
            actions.remove_member(member=members[customer.id], by=player.csm, at=scene.at(end, 9))
        wants = (player.fact.arc.is_advocate and number % 2 == place) or number % 3 == place
        if is_in or not wants or not player.is_here(end) or player.fact.engagement(end) < 0.7:
            continue
        if end >= player.fact.day(120) and customer.status == "ACTIVE":
            contact = champion_of(player)
            actions.add_member(
                group=group, customer=customer, contact=contact, by=player.csm, at=scene.at(end, 9)
            )
            consent_to(scene, player, AdvocacyType(group.kind), contact, end)


def _meet(scene: Scene, group: Group, number: int, lead: Person, end: date) -> None:
    """Two of three come, one of three of those says something."""
    members = list(Member.objects.filter(group=group, left_on=None, joined_on__lte=end))
    came = [one for place, one in enumerate(members) if (place + number) % 3]
    if came:
        actions.hold_meeting(
            group=group, held_on=end, subject=SUBJECTS[number % len(SUBJECTS)],
            came=[one.id for one in came], contributed=[one.id for one in came[::3]],
            by=lead, at=scene.at(end, 17),
        )  # fmt: skip
