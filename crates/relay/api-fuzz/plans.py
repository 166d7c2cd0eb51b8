# SPDX-License-Identifier: Apache-2.0
"""For each operation a request that means something, drawn by chance, with the answer that has to come."""
from dataclasses import dataclass, field
from typing import Callable, Optional

import signing
import wire
from model import Lane, today

BAD, WHO, NOT_YOU, NO = (400, "malformed"), (401, "sign-in"), (403, "not-you"), (403, "not-allowed")
ABSENT, TAKEN, MOVED, LARGE = (404, "not-there"), (409, "taken"), (409, "moved"), (413, "too-large")
GAP, FORK, INVITE = (409, "gap"), (409, "fork"), (403, "invite")
OK, MADE, DONE = (200, None), (201, None), (204, None)


@dataclass
class Plan:
    """A request, and what has to come of it. Nothing wanted: any answer that the document knows."""

    wants: tuple
    authorization: Optional[str] = None
    headers: dict = field(default_factory=dict)
    path: dict = field(default_factory=dict)
    query: dict = field(default_factory=dict)
    body: Optional[bytes] = None
    answer: Optional[bytes] = None
    then: Callable = lambda: None


PLANS = {}


def plan(operation):
    def keep(make):
        PLANS[operation] = make
        return make

    return keep


def caller(world, line, roles):
    """Who asks, mostly somebody who may: the vault, the person, their header, and the refusal they get, if any."""
    vault = world.last = some_vault(world, line)
    kind = world.chance.choices(["may", "role", "nobody", "forged", "gone", "over"], [14, 3, 1, 2, 1, 1])[0]
    if kind in ("may", "role"):
        allowed = [r for r in (wire.DEVICE, wire.DOOR, wire.GRANT) if (r in roles) == (kind == "may")]
        people = [p for r in allowed for p in vault.of_role(r)]
        if people:
            person = world.chance.choice(people)
            return vault, person, line.header(vault, person), None if kind == "may" else NO
    over = [p for p in vault.people.values() if p.is_over and p.token]
    if kind == "over" and over:
        return vault, over[0], wire.bearer(over[0].token), NOT_YOU
    if kind == "gone" and world.gone:
        name, person = world.chance.choice(world.gone)
        return vault, person, wire.bearer(person.token), NOT_YOU
    person = world.chance.choice(vault.of_role(wire.DEVICE))
    if kind == "nobody":
        return vault, person, None, WHO
    token = bytearray(line.token(vault, person))
    token[world.chance.randrange(64)] ^= 1 << world.chance.randrange(8)
    return vault, person, wire.bearer(bytes(token)), WHO


def some_vault(world, line):
    if len(world.vaults) < 3 or world.chance.random() < 0.02:
        signing.settle(world, line)
    return world.chance.choice(world.vaults)


def refused(refusal, header, body=None):
    return Plan((refusal,), header, body=body)


@plan("POST /session")
def session(world, line):
    vault, host = some_vault(world, line), line.host
    person = world.chance.choice(list(vault.people.values()))
    challenge, name, key, wants = line.challenge(), person.name, person.key, (OK,)
    spoilt = world.chance.choice(["", "", "", "host", "name", "key", "old", "vault"])
    if spoilt == "host":
        host, wants = "elsewhere.example", (NOT_YOU,)
    if spoilt == "name":
        name, wants = world.noise(16), (NOT_YOU,)
    if spoilt == "key":
        key, wants = wire.Key(world.noise(32)), (NOT_YOU,)
    if spoilt == "old":
        challenge, wants = bytes(8) + challenge[8:], (NOT_YOU,)
    said = world.noise(16) if spoilt == "vault" else vault.name
    wants = (NOT_YOU,) if spoilt == "vault" else wants
    return Plan(wants, body=wire.login(host, said, name, challenge, key))


@plan("POST /vaults")
def vaults(world, line):
    vault, invite, wants = world.vault(), world.invite, (MADE,)
    then = lambda: world.vaults.append(vault)
    kind = world.chance.choice(["new", "new", "again", "taken", "invite", "zero", "door", "large"])
    if kind in ("again", "taken") and world.vaults:
        there = world.chance.choice(world.vaults)
        account = there.account if kind == "again" else there.account + b"!"
        body = wire.create(invite, there.name, [], there.version, account, there.devices)
        return Plan((OK if kind == "again" else TAKEN,), body=body)
    holders = [p.as_access() for p in vault.people.values()]
    if kind == "invite":
        invite, wants = world.chance.choice([b"", b"blue kettle", "ß \0".encode()]), (INVITE,)
    if kind == "zero":
        vault.version, wants = 0, (BAD,)
    if kind == "door" and world.vaults:
        door = world.chance.choice(world.vaults).of_role(wire.DOOR)
        holders, wants = holders + [d.as_access() for d in door[:1]], (TAKEN,) if door else (MADE,)
    if kind == "large" and world.chance.random() < 0.2:
        vault.account, wants = bytes(1 << 20), (LARGE,)
    body = wire.create(invite, vault.name, holders, vault.version, vault.account, vault.devices)
    return Plan(wants, body=body, then=then if MADE in wants else lambda: None)


@plan("DELETE /vault")
def delete_vault(world, line):
    vault, person, header, refusal = caller(world, line, (wire.DEVICE, wire.DOOR))
    if (world.gone and refusal == NOT_YOU and person in [p for _, p in world.gone]):
        return Plan((DONE, NOT_YOU), header)
    if refusal:
        return refused(refusal, header)

    def then():
        world.vaults.remove(vault)
        world.gone += [(vault.name, p) for p in vault.people.values() if p.token]

    return Plan((DONE,), header, then=then)


@plan("GET /doors/{locator}")
def door(world, line):
    vault = some_vault(world, line)
    doors = vault.of_role(wire.DOOR)
    kind = world.chance.choice(["there", "there", "not", "wrong"])
    if kind == "there" and doors:
        return Plan((OK,), path={"locator": doors[0].name.hex()}, answer=vault.name)
    if kind == "wrong":
        wrong = world.chance.choice(["A" * 32, "0" * 31, "0" * 33, "é" * 16, "g" * 32, "%00", "0" * 30 + "%ff"])
        return Plan((BAD,), path={"locator": wrong})
    return Plan((ABSENT,), path={"locator": world.noise(16).hex()})


@plan("GET /state")
def state(world, line):
    everybody = (wire.DEVICE, wire.DOOR, wire.GRANT)
    vault, person, header, refusal = caller(world, line, everybody)
    if refusal:
        return refused(refusal, header)
    answer = vault.state(person)
    if world.chance.random() < 0.3:
        return Plan(((304, None),), header, {"if-none-match": signing.etag(answer)})
    return Plan((OK,), header, {"if-none-match": '"else"'}, answer=answer)


@plan("GET /account")
def account(world, line):
    vault, _, header, refusal = caller(world, line, (wire.DEVICE, wire.DOOR))
    if refusal:
        return refused(refusal, header)
    return Plan((OK,), header, answer=wire.stored(vault.version, vault.account, vault.devices))


@plan("GET /devices")
def devices(world, line):
    vault, _, header, refusal = caller(world, line, (wire.DEVICE, wire.DOOR, wire.GRANT))
    return refused(refusal, header) if refusal else Plan((OK,), header, answer=vault.devices)


@plan("GET /grant")
def grant(world, line):
    _, person, header, refusal = caller(world, line, (wire.GRANT,))
    if refusal:
        return refused(refusal, header)
    return Plan((OK,), header, answer=wire.u64(person.scope[3]) + person.scope[4])


@plan("PUT /account")
def put_account(world, line):
    vault, person, header, refusal = caller(world, line, (wire.DEVICE, wire.DOOR))
    expected, version = vault.version, world.chance.randrange(1, 1 << 64)
    account, devices = world.noise(world.chance.randrange(300)), world.noise(world.chance.randrange(100))
    changes, after = change(world, vault, person)
    kind = world.chance.choice(["", "", "", "", "moved", "zero", "large"])
    wants = (DONE,)
    if kind == "moved":
        expected, wants = expected ^ 1, (MOVED,)
    if kind == "zero":
        version, wants = 0, (BAD,)
    if kind == "large" and world.chance.random() < 0.2:
        account, wants = bytes(1 << 20), (LARGE,)
    body = wire.update(expected, version, account, devices, changes)
    if refusal:
        # What is too large is turned away before anybody looks at who sends it, but after the token.
        return refused(LARGE if LARGE in wants and refusal != WHO else refusal, header, body)

    def then():
        vault.version, vault.account, vault.devices, vault.people = version, account, devices, after
        world.gone += [(vault.name, p) for n, p in was.items() if n not in after and p.token]

    was = dict(vault.people)
    return Plan(wants, header, body=body, then=then if DONE in wants else lambda: None)


def change(world, vault, person):
    """Changes of who may sign in, and who may after them. The one who asks stays."""
    after, changes = dict(vault.people), []
    for _ in range(world.chance.randrange(3)):
        others = [p for p in after.values() if p.name != person.name]
        if world.chance.random() < 0.3 and len(others) > 2:
            lost = world.chance.choice(others)
            if lost.role == wire.DEVICE and len([p for p in after.values() if p.role == wire.DEVICE]) < 2:
                continue
            del after[lost.name]
            changes.append(wire.drop(lost.name))
            continue
        role = world.chance.choice([wire.DEVICE, wire.DOOR, wire.GRANT, wire.GRANT])
        new = world.person(role, scope(world, vault) if role == wire.GRANT else ())
        after[new.name] = new
        changes.append(wire.put(new.as_access()))
    return changes, after


def scope(world, vault):
    streams = sorted({stream for stream, _ in vault.lanes})
    read = [(s, world.chance.choice([0, 0, 1, 2, 9])) for s in streams if world.chance.random() < 0.6]
    until = world.chance.choice([0, 0, today() + 1, today() + 9, today() - 1, (1 << 32) - 1])
    inbox = world.noise(16) if world.chance.random() < 0.8 else None
    return (until, read, inbox, world.chance.randrange(1 << 64), world.noise(world.chance.randrange(200)))


def lane_for(world, vault, person):
    if person.role == wire.GRANT:
        return (person.inbox, person.name) if person.inbox else None
    own = [lane for lane in vault.lanes if lane[1] == person.name]
    if own and world.chance.random() < 0.8:
        return world.chance.choice(own)
    return (world.noise(16), person.name)


@plan("POST /push")
def push(world, line):
    vault, person, header, refusal = caller(world, line, (wire.DEVICE, wire.GRANT))
    if refusal:
        return refused(refusal, header, wire.push(vault.version, [], []))
    lane = lane_for(world, vault, person)
    version = 0 if person.role == wire.GRANT else vault.version
    if lane is None:
        return refused(NO, header, wire.push(version, [], []))
    return pushed(world, vault, person, header, lane, version)


def pushed(world, vault, person, header, lane, version):
    held = vault.lanes.get(lane, Lane())
    new = world.run(vault, lane, world.chance.choice([0, 1, 1, 2, 5]))
    kinds = ["", "", "", "", "again", "moved", "gap", "fork", "chain", "down", "vault", "lane", "large"]
    kind, wants, sent = world.chance.choice(kinds), (DONE,), [r.sealed() for r in new]
    if kind == "again" and held.records:
        begin = world.chance.randrange(len(held.records))
        sent = [held.stored(begin)] + sent
    if kind == "moved" and version:
        version, wants = version ^ 1, (MOVED,)
    if kind == "gap" and len(new) > 1:
        sent, wants = sent[1:], (GAP,)
    if kind == "fork" and held.records:
        last = held.records[-1]
        sent, wants = [world.record(vault, lane, last.index, last.epoch, last.previous).sealed()], (FORK,)
    if kind == "chain" and new:
        wrong = world.record(vault, lane, new[0].index, new[0].epoch, world.noise(32))
        sent, wants = [wrong.sealed()], (FORK,)
    if kind == "down" and held.epoch > 0 and new:
        wrong = world.record(vault, lane, new[0].index, held.epoch - 1, new[0].previous)
        sent, wants = [wrong.sealed()], (BAD,)
    if kind == "vault" and new:
        strange = world.vault()
        sent, wants = [world.record(strange, lane, new[0].index, new[0].epoch, new[0].previous).sealed()], (BAD,)
    if kind == "lane" and person.role == wire.GRANT:
        sent, wants = [world.record(vault, (lane[0], world.noise(16)), 0, 0, wire.ZERO).sealed()], (NO,)
    if kind == "large" and world.chance.random() < 0.1:
        sent, wants = [bytes(4 << 20)], (LARGE,)
    if DONE not in wants:
        return Plan(wants, header, body=wire.push(version, [], sent))
    return vouched(world, vault, person, header, lane, version, new, sent)


def vouched(world, vault, person, header, lane, version, new, sent):
    """The same with the head that its writer signs, right or wrong."""
    after = Lane(vault.lanes.get(lane, Lane()).records + new)
    counter = vault.counters.get(person.name, 0) + 1
    lanes = {s: held.head for (s, d), held in vault.lanes.items() if d == person.name}
    if after.records:
        lanes[lane[0]] = after.head
    wants, kind = (DONE,), world.chance.choice(["", "", "", "none", "old", "lie", "vault"])
    if kind == "old" and counter > 1:
        counter, wants = counter - 1, (FORK,)
    if kind == "lie" and after.records:
        lanes[lane[0]], wants = (len(after.records), world.noise(32)), (FORK,)
    seen = {l: len(h.records) for l, h in vault.lanes.items() if l[1] != person.name}
    name = world.noise(16) if kind == "vault" else vault.name
    signed = wire.head(name, person.name, counter, version, lanes, seen, person.key)
    if kind == "vault":
        wants = (BAD,)
    if signed == vault.heads.get(person.name):
        wants = (DONE,)

    def then():
        if new:
            vault.lanes.setdefault(lane, Lane()).records.extend(new)
        if kind != "none":
            vault.heads[person.name], vault.counters[person.name] = signed, counter

    body = wire.push(version, [] if kind == "none" else [signed], sent)
    return Plan(wants, header, body=body, then=then if DONE in wants else lambda: None)


@plan("POST /purge")
def purge(world, line):
    vault, person, header, refusal = caller(world, line, (wire.DEVICE, wire.GRANT))
    own = [l for l in vault.lanes if person.role == wire.DEVICE or l[1] == person.name]
    if refusal in (WHO, NOT_YOU) or not own:
        return refused(refusal, header, b"") if refusal in (WHO, NOT_YOU) else Plan((DONE,), header, body=b"")
    lane = world.chance.choice(own)
    held = vault.lanes[lane]
    record = world.chance.choice(held.records)
    if refusal:
        strange = world.record(vault, (lane[0], world.noise(16)), 0, 0, wire.ZERO)
        return refused(refusal, header, strange.purged())
    kind = world.chance.choice(["", "", "", "sealed", "else", "ahead"])
    if kind == "sealed":
        return Plan((BAD,), header, body=record.sealed())
    if kind == "else":
        other = world.record(vault, lane, record.index, record.epoch, record.previous)
        return Plan((BAD,), header, body=other.purged())
    if kind == "ahead":
        later = world.record(vault, lane, len(held.records) + 5, held.epoch, wire.ZERO)
        return Plan((DONE,), header, body=later.purged())
    return Plan((DONE,), header, body=record.purged(), then=lambda: held.purged.add(record.index))


@plan("POST /pull")
def pull(world, line):
    vault, person, header, refusal = caller(world, line, (wire.DEVICE, wire.DOOR, wire.GRANT))
    lanes = [l for l in vault.lanes if world.chance.random() < 0.7]
    world.chance.shuffle(lanes)
    wants = [(l, world.chance.choice([0, 0, 1, 3, (1 << 64) - 1])) for l in lanes]
    wants += [((world.noise(16), world.noise(16)), 0)] * world.chance.randrange(2)
    if refusal:
        return refused(refusal, header, wire.pull(wants))
    if world.chance.random() < 0.02:
        return refused(LARGE, header, bytes((1 << 20) + 1))
    shown = b""
    for lane, begin in wants:
        first = vault.first(lane, person) if lane in vault.lanes else None
        shown += vault.lanes[lane].stored(max(first, begin)) if first is not None else b""
    return Plan((OK,), header, body=wire.pull(wants), answer=shown)


def some_mailbox(world):
    """The name of one, what lies there as far as it is known, and whether the name is one at all."""
    if world.chance.random() < 0.1:
        return world.chance.choice(["A" * 32, "0" * 31, "%ff" * 10, "0" * 32 + "0"]), None, False
    if world.mailboxes and world.chance.random() < 0.7:
        name = world.chance.choice(list(world.mailboxes))
        return name, world.mailboxes[name], True
    return world.noise(16).hex(), None, True


@plan("GET /mailboxes/{id}")
def look_in(world, _):
    name, there, is_name = some_mailbox(world)
    wants = (BAD,) if not is_name else (ABSENT,) if there is None else (OK,)
    return Plan(wants, path={"id": name}, answer=there)


@plan("PUT /mailboxes/{id}")
def leave_in(world, _):
    name, there, is_name = some_mailbox(world)
    message, wants = world.noise(world.chance.choice([0, 1, 100, 8192])), (MADE,)
    if there is not None:
        message, wants = (there, (OK,)) if world.chance.random() < 0.5 else (there + b"!", (TAKEN,))
    if world.chance.random() < 0.05 or len(message) > 8192:
        message, wants = bytes(8193), (LARGE,)
    then = lambda: world.mailboxes.update({name: message})
    return Plan(wants if is_name else (BAD,), path={"id": name}, body=message, then=then)


@plan("DELETE /mailboxes/{id}")
def empty(world, _):
    name, _, is_name = some_mailbox(world)
    return Plan((DONE,) if is_name else (BAD,), path={"id": name}, then=lambda: world.mailboxes.pop(name, None))
