# SPDX-License-Identifier: Apache-2.0
"""A plain line to the relay beside the fuzzer: it makes vaults and signs people in."""
import hashlib

import requests

import wire


def etag(answer):
    return '"' + hashlib.sha256(answer).hexdigest()[:32] + '"'


class Line:
    """A connection of the harness itself."""

    def __init__(self, origin):
        self.base = origin + "/relay/v1"
        self.host = origin.split("//")[1]
        self.session = requests.Session()

    def post(self, path, body=b""):
        answer = self.session.post(f"{self.base}/{path}", data=body, timeout=30)
        answer.raise_for_status()
        return answer.content

    def challenge(self):
        return self.post("challenge")

    def token(self, vault, person):
        if not person.token:
            signed = wire.login(self.host, vault.name, person.name, self.challenge(), person.key)
            person.token = self.post("session", signed)[:64]
        return person.token

    def show(self, world, vault):
        guest = world.person(wire.GRANT, (0, [], world.noise(16), 1, world.noise(40)))
        version = world.chance.randrange(1, 1 << 64)
        body = wire.update(vault.version, version, vault.account, vault.devices, [wire.put(guest.as_access())])
        header = {"Authorization": self.header(vault, next(iter(vault.people.values())))}
        self.session.put(f"{self.base}/account", data=body, headers=header, timeout=30).raise_for_status()
        vault.version = version
        vault.people[guest.name] = guest

    def header(self, vault, person):
        return wire.bearer(self.token(vault, person))


def settle(world, line):
    """A new vault in which everybody has signed in, and in which something is shown to somebody."""
    vault = world.vault()
    holders = [p.as_access() for p in vault.people.values()]
    line.post("vaults", wire.create(world.invite, vault.name, holders, vault.version, vault.account, vault.devices))
    world.vaults.append(vault)
    line.show(world, vault)
    for person in vault.people.values():
        line.token(vault, person)
