# SPDX-License-Identifier: Apache-2.0
"""Asks published implementations the same as our own program, on made-up logs and studies, and compares.

    check.py PROGRAM            compares
    check.py PROGRAM freeze DIR writes a few cases with the answers of the published implementations
"""
import importlib.util
import json
import pathlib
import subprocess
import sys
import types
from importlib.metadata import version

import numpy as np
import statsmodels.api as sm
from scipy import stats
from sklearn.linear_model import Ridge
from sklearn.preprocessing import StandardScaler


def estimators():
    """The estimators of the Open Bandit Pipeline without the rest of it: a module that stands for torch has the names
    that annotations look at."""
    root = pathlib.Path(importlib.util.find_spec("obp").submodule_search_locations[0])
    torch = types.ModuleType("torch")
    torch.Tensor = torch.tensor = type("Tensor", (), {})
    sys.modules["torch"] = torch
    for name in ("obp", "obp.ope"):
        bare = types.ModuleType(name)
        bare.__path__ = [str(root.joinpath(*name.split(".")[1:]))]
        sys.modules[name] = bare
    from obp.ope import estimators as found

    return found


OPE = estimators()


def log(rng, people, goes, arms, features):
    """A made-up log: softmax choices in a context, rewards that depend on both, and another softmax as the target."""
    behave, target, worth = (rng.normal(0, 0.7, (features + 1, arms)) for _ in range(3))
    rows = []
    for person in range(people):
        own = rng.normal(0, 0.3)
        for _ in range(rng.integers(1, goes + 1)):
            x = rng.normal(2, 3, features)
            design = np.r_[1, (x - 2) / 3]
            chance, wanted = (np.exp(design @ w) / np.exp(design @ w).sum() for w in (behave, target))
            arm = int(rng.choice(arms, p=chance))
            reward = float(design @ worth[:, arm] + own + rng.normal(0, 0.5))
            rows.append({
                "person": f"p{person}", "arm": arm, "reward": reward, "chance": float(chance[arm]),
                "features": x.tolist(), "target": wanted.tolist(),
            })
    return {"op": "evaluate", "arms": arms, "places": 1, "rows": rows}


def cross_fitted(case):
    """For each arm a ridge regression, learnt from the other four parts of the people."""
    rows, arms = case["rows"], case["arms"]
    x = StandardScaler().fit_transform(np.array([r["features"] for r in rows]))
    reward, arm = np.array([r["reward"] for r in rows]), np.array([r["arm"] for r in rows])
    names = list(dict.fromkeys(r["person"] for r in rows))
    fold = np.array([names.index(r["person"]) for r in rows]) % min(5, len(names))
    out = np.zeros((len(rows), arms))
    for part in set(fold):
        others = fold != part
        for a in range(arms):
            learn = others & (arm == a)
            if learn.any():
                out[fold == part, a] = Ridge(alpha=1.0).fit(x[learn], reward[learn]).predict(x[fold == part])
            else:
                out[fold == part, a] = reward[others].mean()
    return out


def clustered(terms, weights, groups):
    """A weighted mean and its standard error by statsmodels, with people as clusters."""
    fit = sm.WLS(terms, np.ones(len(terms)), weights=weights).fit(cov_type="cluster", cov_kwds={"groups": groups})
    return float(fit.params[0]), float(fit.bse[0])


def evaluation(case):
    rows = case["rows"]
    reward, arm = np.array([r["reward"] for r in rows]), np.array([r["arm"] for r in rows])
    chance = np.array([r["chance"] for r in rows])
    target = np.array([r["target"] for r in rows])[:, :, None]
    groups = np.unique([r["person"] for r in rows], return_inverse=True)[1]
    expected = cross_fitted(case)
    given = {"reward": reward, "action": arm, "pscore": chance, "action_dist": target}
    with_model = {**given, "estimated_rewards_by_reg_model": expected[:, :, None]}
    ours = {
        "ips": OPE.InverseProbabilityWeighting(), "snips": OPE.SelfNormalizedInverseProbabilityWeighting(),
        "dr": OPE.DoublyRobust(), "sndr": OPE.SelfNormalizedDoublyRobust(), "model": OPE.DirectMethod(),
    }
    values = {
        name: float(of.estimate_policy_value(**(given if name in ("ips", "snips") else with_model)))
        for name, of in ours.items()
    }
    weights = target[np.arange(len(rows)), arm, 0] / chance
    direct = (expected * target[:, :, 0]).sum(1)
    off = reward - expected[np.arange(len(rows)), arm]
    errors = {
        "ips": clustered(weights * reward, np.ones(len(rows)), groups)[1],
        "snips": clustered(reward, weights, groups)[1],
        "dr": clustered(direct + weights * off, np.ones(len(rows)), groups)[1],
    }
    reach = stats.t.ppf(0.975, len(set(groups)) - 1)
    told = {n: {"value": v, "error": errors.get(n)} for n, v in values.items() if n != "model"}
    for name, error in errors.items():
        told[name]["interval"] = [values[name] - reach * error, values[name] + reach * error]
    told["model"] = values["model"]
    told["effective"] = float(weights.sum() ** 2 / (weights**2).sum())
    told["most"] = float(weights.max())
    return told


def study(rng, people, goes, moderators, controls, reference):
    rows = []
    for person in range(people):
        own = rng.normal(0, 1)
        for _ in range(rng.integers(2, goes + 1)):
            f, g = rng.normal(0, 1, moderators).tolist(), rng.normal(3, 2, controls).tolist()
            chance = float(rng.choice([0.3, 0.5, 3 / 7, 0.75]))
            treated = bool(rng.random() < chance)
            outcome = own + sum(g) * 0.3 + treated * (-0.5 + 0.4 * sum(f)) + rng.normal(0, 1)
            rows.append({
                "person": person, "outcome": float(outcome), "treated": treated, "chance": chance,
                "moderators": f, "controls": f + g,
            })
    return {"op": "wcls", "reference": reference, "level": 0.95, "rows": rows}


def effect(case):
    """Weighted and centred least squares as statsmodels' GEE with working independence. Its weights are one for a whole
    cluster, so rows are multiplied by the root of their weight, which leaves the estimate and the corrected sandwich
    as they are."""
    rows, p = case["rows"], case["reference"]
    treated, chance = (np.array([r[n] for r in rows], float) for n in ("treated", "chance"))
    weight = np.where(treated > 0, p / chance, (1 - p) / (1 - chance))
    ones = np.ones((len(rows), 1))
    controls = np.hstack([ones, np.array([r["controls"] for r in rows]).reshape(len(rows), -1)])
    moderators = np.hstack([ones, np.array([r["moderators"] for r in rows]).reshape(len(rows), -1)])
    design = np.hstack([controls, (treated - p)[:, None] * moderators])
    root = np.sqrt(weight)
    people = np.array([r["person"] for r in rows])
    outcome = np.array([r["outcome"] for r in rows])
    fit = sm.GEE(outcome * root, design * root[:, None], groups=people, family=sm.families.Gaussian(),
                 cov_struct=sm.cov_struct.Independence()).fit(cov_type="bias_reduced")
    freedom = len(set(people)) - design.shape[1]
    reach = stats.t.ppf(0.5 + case["level"] / 2, freedom)
    first = controls.shape[1]
    return {
        "effects": [
            {"value": float(v), "error": float(e), "interval": [float(v - reach * e), float(v + reach * e)]}
            for v, e in zip(fit.params[first:], fit.bse[first:])
        ],
        "freedom": freedom,
    }


def same(ours, theirs, where):
    if theirs is None:
        return 0
    if isinstance(theirs, dict):
        return sum(same(ours[name], inner, f"{where}.{name}") for name, inner in theirs.items())
    if isinstance(theirs, list):
        assert len(ours) == len(theirs), where
        return sum(same(a, b, f"{where}[{n}]") for n, (a, b) in enumerate(zip(ours, theirs)))
    assert ours is not None and abs(ours - theirs) <= 1e-7 * max(1.0, abs(theirs)), f"{where}: {ours} here, {theirs} there"
    return 1


def cases(small):
    rng = np.random.default_rng(20261126)
    logs = [log(rng, people, goes, arms, features)
            for people, goes, arms, features in ([(6, 6, 3, 2), (12, 3, 2, 1)] if small else
                                                 [(5, 8, 2, 1), (12, 10, 3, 2), (40, 20, 5, 3), (120, 30, 9, 4), (3, 200, 4, 2)] * 3)]
    studies = [study(rng, *shape) for shape in ([(10, 6, 1, 1, 0.5), (8, 5, 0, 0, 0.6)] if small else
                                               [(10, 8, 0, 0, 0.5), (15, 30, 1, 1, 0.4), (48, 60, 2, 3, 0.6), (90, 20, 0, 2, 0.5)] * 3)]
    return logs, studies


def main():
    program, rest = sys.argv[1], sys.argv[2:]
    logs, studies = cases(bool(rest))
    asked = [(case, evaluation(case)) for case in logs] + [(case, effect(case)) for case in studies]
    said = subprocess.run([program], input="".join(json.dumps(case) + "\n" for case, _ in asked),
                          capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in said.stdout.splitlines()]
    assert len(answers) == len(asked)
    for answer in answers:
        assert "error" not in answer, answer["error"]
    compared = sum(same(ours, theirs, f"case {n}") for n, (ours, (_, theirs)) in enumerate(zip(answers, asked)))
    by = ", ".join(f"{name} {version(name)}" for name in ("obp", "statsmodels", "scikit-learn"))
    print(f"{len(logs)} logs and {len(studies)} studies: {compared} numbers are those of {by}")
    if rest:
        for name, part in (("evaluate", asked[:len(logs)]), ("effect", asked[len(logs):])):
            told = {"by": by, "cases": [{"ask": case, "answer": answer} for case, answer in part]}
            pathlib.Path(rest[1], f"{name}.json").write_text(json.dumps(told, indent=1) + "\n")


main()
