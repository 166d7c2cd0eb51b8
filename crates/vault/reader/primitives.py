# SPDX-License-Identifier: Apache-2.0
"""What reader.py needs and Python's standard library has not: ChaCha20-Poly1305, HKDF, CBOR.

Written from the RFCs to be read, not to be quick, and not to keep secrets from others on the same
machine.
"""
import hashlib, hmac, struct

NONCE, TAG = 24, 16


class Refused(Exception):
    """What was handed in is not as the format says, or does not open."""


def need(so, why):
    if not so:
        raise Refused(why)


# --- RFC 8439 (ChaCha20-Poly1305), draft-irtf-cfrg-xchacha (24-byte nonces), RFC 5869 (HKDF)

QUARTERS = [(0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
            (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)]


def rounds(words):
    x = list(words)
    for _ in range(10):
        for a, b, c, d in QUARTERS:
            for p, q, r, n in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                x[p] = (x[p] + x[q]) & 0xffffffff
                y = x[r] ^ x[p]
                x[r] = ((y << n) | (y >> (32 - n))) & 0xffffffff
    return x


def words(key, tail):
    return struct.unpack("<16I", b"expand 32-byte k" + key + tail)


def stream(key, nonce, counter, data):
    out = bytearray()
    for at in range(0, len(data), 64):
        start = words(key, struct.pack("<I", counter + at // 64) + nonce)
        block = struct.pack("<16I", *((a + b) & 0xffffffff for a, b in zip(rounds(start), start)))
        out += bytes(a ^ b for a, b in zip(data[at:at + 64], block))
    return bytes(out)


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0ffffffc0ffffffc0ffffffc0fffffff
    total, prime = 0, (1 << 130) - 5
    for at in range(0, len(message), 16):
        total = (total + int.from_bytes(message[at:at + 16] + b"\1", "little")) * r % prime
    return ((total + int.from_bytes(key[16:], "little")) % (1 << 128)).to_bytes(16, "little")


def unseal(key, nonce, aad, sealed, why="it does not open"):
    if len(nonce) == NONCE:
        x = rounds(words(key, nonce[:16]))
        key, nonce = struct.pack("<8I", *x[:4], *x[12:]), bytes(4) + nonce[16:]
    need(len(sealed) >= TAG, why)
    text, tag = sealed[:-TAG], sealed[-TAG:]
    fill = lambda part: part + bytes(-len(part) % 16)
    covered = fill(aad) + fill(text) + struct.pack("<QQ", len(aad), len(text))
    need(hmac.compare_digest(poly1305(stream(key, nonce, 0, bytes(32)), covered), tag), why)
    return stream(key, nonce, 1, text)


def mac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def hkdf(salt, secret, info=b""):
    return mac(mac(salt, secret), info + b"\1")


# --- CBOR (RFC 8949): definite lengths, no tags, no floats

class Cbor:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, n):
        need(self.at + n <= len(self.data), "the CBOR is cut short")
        self.at += n
        return self.data[self.at - n:self.at]

    def item(self, depth=32):
        need(depth, "the CBOR is too deep")
        first = self.take(1)[0]
        major, low = first >> 5, first & 31
        if major == 7:
            need(low in (20, 21, 22), "a simple value that is not used")
            return (False, True, None)[low - 20]
        need(low < 28 and major != 6, "a form of CBOR that is not used")
        n = low if low < 24 else int.from_bytes(self.take(1 << (low - 24)), "big")
        if major < 2:
            return ~n if major else n
        if major == 2:
            return self.take(n)
        if major == 3:
            return self.take(n).decode()
        if major == 4:
            return [self.item(depth - 1) for _ in range(n)]
        return {self.item(depth - 1): self.item(depth - 1) for _ in range(n)}


def cbor(data, why):
    reader = Cbor(data)
    try:
        item = reader.item()
    except (UnicodeDecodeError, TypeError):
        raise Refused(why)
    need(reader.at == len(data), why)
    return item


def is_bytes(item, n):
    return isinstance(item, bytes) and len(item) == n
