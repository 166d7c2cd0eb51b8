# SPDX-License-Identifier: Apache-2.0
"""What a relay has to hold after everything that was asked of it: vaults, their people, their lanes."""
import time
from dataclasses import dataclass, field

import wire


def today():
    return int(time.time()) // 86_400


@dataclass
class Person:
    """Somebody who signs in."""

    name: bytes
    key: wire.Key
    role: int
    scope: tuple = ()
    token: bytes = b""

    def as_access(self):
        scope = wire.scope(*self.scope) if self.role == wire.GRANT else b""
        return wire.access(self.name, self.key.public, self.role, scope)

    @property
    def is_over(self):
        return self.role == wire.GRANT and 0 < self.scope[0] < today()

    @property
    def inbox(self):
        return self.scope[2] if self.role == wire.GRANT else None


@dataclass
class Lane:
    """Records in their order, and which of them lost their content."""

    records: list = field(default_factory=list)
    purged: set = field(default_factory=set)

    @property
    def head(self):
        return (len(self.records), self.records[-1].id()) if self.records else (0, wire.ZERO)

    @property
    def epoch(self):
        return self.records[-1].epoch if self.records else 0

    def stored(self, first):
        shown = self.records[first:]
        return b"".join(r.purged() if r.index in self.purged else r.sealed() for r in shown)


@dataclass
class Vault:
    """A vault, as it should be."""

    name: bytes
    version: int
    account: bytes
    devices: bytes
    people: dict
    lanes: dict = field(default_factory=dict)
    heads: dict = field(default_factory=dict)
    counters: dict = field(default_factory=dict)

    def of_role(self, role):
        return [p for p in self.people.values() if p.role == role and not p.is_over]

    def first(self, lane, person):
        """The first index that somebody may read in a lane; None for a lane that is not theirs."""
        if person.role != wire.GRANT or person.inbox == lane[0]:
            return 0
        epochs = dict(person.scope[1])
        if lane[0] not in epochs:
            return None
        late = [r.index for r in self.lanes[lane].records if r.epoch >= epochs[lane[0]]]
        return late[0] if late else None

    def state(self, person):
        lanes = {}
        for lane, held in self.lanes.items():
            first = self.first(lane, person)
            if first is not None:
                lanes[lane] = (first, *held.head)
        is_guest = person.role == wire.GRANT
        writers = {device for _, device in lanes}
        heads = {w: h for w, h in self.heads.items() if not is_guest or w in writers}
        grants = {p.name: p.scope[3] for p in self.people.values() if p.role == wire.GRANT}
        if is_guest:
            grants = {person.name: person.scope[3]}
        return wire.state(self.version, lanes, heads, grants)


class World:
    """All of it, and the chance that everything is drawn from."""

    def __init__(self, chance, invite):
        self.chance = chance
        self.invite = invite
        self.vaults = []
        self.last = None
        self.gone = []
        self.mailboxes = {}

    def noise(self, size):
        return self.chance.randbytes(size)

    def person(self, role, scope=()):
        return Person(self.noise(16), wire.Key(self.noise(32)), role, scope)

    def vault(self):
        people = [self.person(wire.DEVICE), self.person(wire.DEVICE), self.person(wire.DOOR)]
        content = (self.noise(self.chance.randrange(400)), self.noise(self.chance.randrange(200)))
        return Vault(self.noise(16), self.chance.randrange(1, 1 << 64), *content, {p.name: p for p in people})

    def record(self, vault, lane, index, epoch, previous):
        size = self.chance.choice([0, 1, 512, 512, 2048, 8192])
        body = self.noise(size + 16)
        return wire.Record(vault.name, lane, index, epoch, previous, self.noise(24), body)

    def run(self, vault, lane, length):
        """Records that go on where a lane ends, sometimes under a new key."""
        held = vault.lanes.get(lane, Lane())
        (index, previous), epoch = held.head, held.epoch
        records = []
        for at in range(index, index + length):
            epoch += self.chance.random() < 0.15
            records.append(self.record(vault, lane, at, epoch, previous))
            previous = records[-1].id()
        return records
