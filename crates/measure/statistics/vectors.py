# SPDX-License-Identifier: Apache-2.0
"""Figures for tests/case.rs and tests/helped.rs, worked out by scipy and not by this project.

Made once with scipy 1.17: `pip install scipy && python vectors.py > vectors.json`
"""

import json
import random
from statistics import mean, median

from scipy.optimize import brentq
from scipy.stats import binomtest, kendalltau, mannwhitneyu, norm, t, theilslopes

Z = norm.ppf(0.975)


def newcombe(nap, m, n):
    """Newcombe (2006), method 5, in the form in which the paper gives it."""
    h = (m + n) / 2 - 1

    def gap(x):
        spread = x * (1 - x) * (1 + h * ((1 - x) / (2 - x) + x / (1 + x)))
        return (nap - x) ** 2 - Z**2 * spread / (m * n)

    # At 0 and 1 the figure itself is a root; the end of the interval is the other one.
    low = 0.0 if nap == 0 else brentq(gap, 0, min(nap, 1 - 1e-12), xtol=1e-14)
    high = 1.0 if nap == 1 else brentq(gap, max(nap, 1e-12), 1, xtol=1e-14)
    return low, high


def nap_of(a, b):
    return float(mannwhitneyu(b, a, alternative="two-sided").statistic) / (len(a) * len(b))


def kendall_s(a):
    """Kendall's S from scipy's tau-b, which divides it by a term for ties."""
    tau = kendalltau(range(len(a)), a, variant="b").statistic
    if tau != tau:
        return 0.0
    pairs = len(a) * (len(a) - 1) / 2
    ties = sum(a.count(v) * (a.count(v) - 1) / 2 for v in set(a))
    return round(tau * (pairs * (pairs - ties)) ** 0.5)


def lag_1(a, b):
    errors = [[v - mean(s) for v in s] for s in (a, b)]
    whole = sum(e * e for s in errors for e in s)
    return None if whole == 0 else sum(x * y for s in errors for x, y in zip(s, s[1:])) / whole


def case(a, b):
    m, n = len(a), len(b)
    nap = nap_of(a, b)
    s = kendall_s(a)
    slope = theilslopes(a, range(m)).slope
    flat = [[round(v - slope * i, 9) for i, v in part] for part in (enumerate(a), enumerate(b, m))]
    corrected = nap_of(*flat)
    return {
        "before": a,
        "after": b,
        "nap": [nap, *newcombe(nap, m, n)],
        "tau_u": ((2 * nap - 1) * m * n - s) / (m * n),
        "corrected": [2 * x - 1 for x in (corrected, *newcombe(corrected, m, n))],
        "baseline": s / (m * (m - 1) / 2),
        "lag_1": lag_1(a, b),
        "medians": [median(a), median(b)],
    }


def cases():
    yield [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29]  # Parker, Vannest & Davis 2011
    yield [4, 3, 4, 3, 4, 7, 5, 2, 3, 2], [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9]  # Parker & Vannest 2009
    yield [33, 25, 17, 25, 19, 21, 19, 14, 19, 17], [14, 15, 15, 9, 12, 7, 10, 6, 5, 2, 2, 3, 5, 4]
    yield [3, 3, 4, 5], [4, 5, 6, 7, 7]  # Parker, Vannest, Davis & Sauber 2011
    yield [1, 2, 3, 4, 5], [6, 7, 8, 9, 10]  # Tarlow 2017
    yield [5, 5, 5, 5], [5, 5, 5, 5]
    draw = random.Random(2026)
    for _ in range(60):
        shift = draw.choice([-4, -1, 0, 0, 2])
        a = [draw.randint(0, 10) for _ in range(draw.randint(4, 25))]
        b = [min(10, max(0, draw.randint(0, 10) + shift)) for _ in range(draw.randint(4, 25))]
        yield a, b


def wilson(good, of):
    found = binomtest(good, of).proportion_ci(0.95, method="wilson")
    return [good, of, float(found.low), float(found.high)]


print(json.dumps({
    "cases": [case(a, b) for a, b in cases()],
    "wilson": [wilson(good, of) for of in (1, 2, 3, 5, 8, 13, 40) for good in range(of + 1)],
    "student": [[v, float(t.ppf(0.975, v))] for v in (*range(1, 61), 100, 365, 5000)],
}, indent=None, separators=(",", ":")))
