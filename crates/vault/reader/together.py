# SPDX-License-Identifier: Apache-2.0
"""What devices and whoever is shown something exchange: Ed25519 (RFC 8032), X25519 (RFC 7748), HPKE
(RFC 9180), and the parts of docs/format.md that need them."""
import hashlib

from primitives import Refused, hkdf, mac, need, unseal

P = 2 ** 255 - 19
L = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def x25519(scalar, u):
    k = bytearray(scalar)
    k[0] &= 248
    k[31] = k[31] & 127 | 64
    k = int.from_bytes(k, "little")
    x1 = int.from_bytes(u, "little") & (1 << 255) - 1
    x2, z2, x3, z3, swap = 1, 0, x1, 1, 0
    for t in reversed(range(255)):
        bit = k >> t & 1
        if swap ^ bit:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swap = bit
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        da, cb, aa, bb = d * a % P, c * b % P, a * a % P, b * b % P
        e = aa - bb
        x3, z3 = (da + cb) ** 2 % P, x1 * (da - cb) ** 2 % P
        x2, z2 = aa * bb % P, e * (aa + 121665 * e) % P
    if swap:
        x2, z2 = x3, z3
    return (x2 * pow(z2, P - 2, P) % P).to_bytes(32, "little")


def plus(a, b):
    (x1, y1, z1, t1), (x2, y2, z2, t2) = a, b
    p, q = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    r, s = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = q - p, s - r, s + r, q + p
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, point):
    out = (0, 1, 1, 0)
    while n:
        if n & 1:
            out = plus(out, point)
        point, n = plus(point, point), n >> 1
    return out


def unpack(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    need(y < P and (x * x - square) % P == 0, "this is no point")
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def pack(point):
    x, y, z, _ = point
    over = pow(z, P - 2, P)
    return (y * over % P | (x * over % P & 1) << 255).to_bytes(32, "little")


BASE = unpack((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def public(seed):
    a = bytearray(hashlib.sha512(seed).digest()[:32])
    a[0] &= 248
    a[31] = a[31] & 127 | 64
    return pack(times(int.from_bytes(a, "little"), BASE))


def signed(key, label, message, why="it was not signed by its writer"):
    """The message without the signature that stands at its end."""
    need(len(message) >= 64, why)
    message, signature = message[:-64], message[-64:]
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + label + message).digest(), "little")
    right = plus(unpack(signature[:32]), times(k % L, unpack(key)))
    need(s < L and pack(times(s, BASE)) == pack(right), why)
    return message


# --- HPKE: DHKEM(X25519, HKDF-SHA-256), HKDF-SHA-256, ChaCha20-Poly1305

def labeled(suite, salt, label, secret):
    return mac(salt or bytes(32), b"HPKE-v1" + suite + label + secret)


def expand(suite, prk, label, info, n):
    info = n.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return mac(prk, info + b"\1")[:n]


def unbox(secret, sealed, info, aad, psk=b"", psk_id=b""):
    need(len(sealed) >= 48, "this is no box")
    encapped, text = sealed[:32], sealed[32:]
    own = x25519(secret, (9).to_bytes(32, "little"))
    kem = b"KEM\0\x20"
    prk = labeled(kem, b"", b"eae_prk", x25519(secret, encapped))
    shared = expand(kem, prk, b"shared_secret", encapped + own, 32)
    suite = b"HPKE\0\x20\0\1\0\3"
    context = bytes([bool(psk)]) + labeled(suite, b"", b"psk_id_hash", psk_id)
    context += labeled(suite, b"", b"info_hash", info)
    prk = labeled(suite, shared, b"secret", psk)
    key, nonce = (expand(suite, prk, what, context, n) for what, n in ((b"key", 32), (b"base_nonce", 12)))
    return unseal(key, nonce, aad, text)


# --- docs/format.md, "Several devices and sharing"

class Fields:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, n):
        need(self.at + n <= len(self.data), "it is cut short")
        self.at += n
        return self.data[self.at - n:self.at]

    def int(self, n, signed=False):
        return int.from_bytes(self.take(n), "big", signed=signed)

    def bytes(self):
        return self.take(self.int(4))

    def list(self, item):
        return [item() for _ in range(self.int(4))]

    def option(self, item):
        kind = self.int(1)
        need(kind < 2, "a kind that is not known")
        return item() if kind else None

    def end(self):
        need(self.at == len(self.data), "something follows")


def ends(f):
    return f.option(lambda: f.list(lambda: (f.take(16), f.int(8), f.take(32))))


def stream_of(f):
    names = ("id", "name", "first", "epochs")
    return dict(zip(names, (f.take(16), f.bytes().decode(), f.int(4), f.list(lambda: f.take(32)))))


def door(secret):
    part = lambda what: hkdf(b"kindhold/v1/door/words", secret, what)
    return {"locator": part(b"locator")[:16], "key": public(part(b"sign"))}, part(b"wrap")


def account(data, secret, device, box_secret):
    need(data[:5] == b"KHAC\1", "this is no account")
    f = Fields(data)
    f.take(5)
    vault, key_id = f.take(16), f.take(16)
    boxes = dict(f.list(lambda: (f.take(16), f.bytes())))
    wraps = dict(f.list(lambda: (f.take(16), f.bytes())))
    front = data[:f.at]
    way, wrap = door(secret)
    held = wraps[way["locator"]]
    key = unseal(wrap, held[:24], way["locator"], held[24:])
    boxed = unbox(box_secret, boxes[device], b"kindhold/v1/account-key-for-device", vault + device)
    need(key == boxed and hkdf(b"kindhold/v1/account-key-id", key)[:16] == key_id, "another key")
    inside = unseal(hkdf(b"kindhold/v1/account", key), data[f.at:f.at + 24], front, data[f.at + 24:])
    f = Fields(inside)
    out = {"vault": f.take(16), "revision": f.int(8), "identity": public(f.take(32))}
    need(out["vault"] == vault and f.take(16) == secret, "another vault")

    def device_of():
        names = ("id", "key", "boxes", "name", "added_ms")
        one = dict(zip(names, (f.take(16), f.take(32), f.take(32), f.bytes().decode(), f.int(8, True))))
        ends(f)
        return one

    def grant_of():
        one = {"id": f.take(16), "name": f.bytes().decode()}
        need(f.int(1) in (1, 2), "another seat")
        one["since_ms"], one["until"] = f.int(8, True), f.int(4)
        f.option(lambda: f.int(8, True))
        f.list(lambda: (f.take(16), f.int(4)))
        one["inbox"] = f.take(16)
        f.take(64)
        one["version"] = f.int(8)
        f.option(lambda: (f.take(16), f.bytes()))
        return one

    out["devices"] = f.list(device_of)
    out["streams"] = f.list(lambda: stream_of(f))
    out["grants"] = f.list(grant_of)
    need(not f.int(4), "what was received is not read here")
    f.end()
    return out


def device_list(data, vault, identity):
    message = signed(identity, b"kindhold/v1/devices", data)
    need(message[:5] == b"KHDL\1" and message[5:21] == vault, "another list")
    f = Fields(message)
    f.take(29)
    keys = {}
    for _ in range(f.int(4)):
        device, keys_of = f.take(16), f.take(32)
        keys[device] = keys_of
        ends(f)
    f.end()
    return keys


def head(data, keys):
    f = Fields(data)
    need(f.take(5) == b"KHHD\1", "this is no head")
    f.take(16)
    writer = f.take(16)
    message = signed(keys[writer], b"kindhold/v1/head", data)
    f = Fields(message)
    f.take(37)
    out = {"writer": writer, "counter": f.int(8), "account": f.int(8)}
    lane = lambda: dict(zip(("stream", "next", "hash"), (f.take(16), f.int(8), f.take(32))))
    out["lanes"] = f.list(lane)
    out["seen"] = len(f.list(lambda: (f.take(32), f.int(8))))
    f.end()
    return out


def answer(invitation, secret, data):
    need(invitation[0] == 1, "a later version")
    psk, mailbox = invitation[34:66], invitation[66:82]
    label = b"kindhold/v1/invite"
    body = unbox(secret, data, label, mailbox, psk, label)
    f = Fields(body)
    need(f.int(1) == 1, "a later version")
    out = {"grant": f.take(16), "vault": f.take(16), "access": public(f.take(32))}
    out["grant_key"], out["identity"] = f.take(32), f.take(32)
    out["name"] = f.bytes().decode()
    said = hashlib.sha256(invitation).digest() + body
    signed(out["identity"], b"kindhold/v1/letter", said)
    return out


def grant_keys(data, grant, key, identity):
    need(data[:5] == b"KHGK\1", "these are no keys of a grant")
    body = unseal(hkdf(b"kindhold/v1/grant", key), data[5:29], data[:5], data[29:])
    f = Fields(signed(identity, b"kindhold/v1/grant-keys", body))
    need(f.take(16) == grant, "another grant")
    out = {"version": f.int(8), "until": f.int(4)}
    out["streams"] = f.list(lambda: stream_of(f))
    out["inbox"] = [stream_of(f)]
    f.end()
    return out


def exchange(secret, vault, device, box_secret, invitation, invite_secret, grant_keys_sealed, **given):
    held = account(given["account"], secret, device, box_secret)
    keys = device_list(given["devices"], vault, held["identity"])
    told = answer(invitation, invite_secret, given["answer"])
    shown = grant_keys(grant_keys_sealed, told["grant"], told["grant_key"], told["identity"])
    return {"secret": secret, "door": door(secret)[0], "account": held, "head": head(given["head"], keys),
            "answer": told, "grant_keys": shown}
