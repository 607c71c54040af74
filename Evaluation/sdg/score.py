#!/usr/bin/env python3
"""Score the rule set for Sustainable Development Goals 5 and 16 beside other tools.

  Evaluation/sdg/score.py FOLDER [--program coherence] [--errors]

FOLDER holds `items.csv` (id, sdg, label, text) and, for the comparison, `peer_predictions.csv` (id, sdg,
label, one column for each tool): the SDG Classification Benchmark, which is not part of this repository.
An item counts as speaking of a goal when at least one passage of it gives evidence for a target of that goal.
Nothing is copied: the texts are written to a temporary folder for the run.
"""
import argparse
import collections
import csv
import json
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOALS = ("5", "16")


def rates(pairs):
    count = collections.Counter(pairs)
    hit, false, miss, clear = (
        count[True, True], count[False, True], count[True, False], count[False, False])
    precision = hit / (hit + false) if hit + false else 0.0
    recall = hit / (hit + miss) if hit + miss else 0.0
    both = precision + recall
    return {
        "accuracy": (hit + clear) / max(1, sum(count.values())),
        "precision": precision, "recall": recall,
        "f1": 2 * precision * recall / both if both else 0.0, "items": sum(count.values())}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=pathlib.Path, help="where items.csv is")
    arguments.add_argument("--program", default="coherence", help="the program to run")
    arguments.add_argument("--rules", default=str(ROOT / "Examples/rules/sdg"))
    arguments.add_argument("--errors", action="store_true", help="list the items answered wrongly")
    options = arguments.parse_args()

    with open(options.folder / "items.csv", encoding="utf-8", newline="") as file:
        items = [row for row in csv.DictReader(file) if row["sdg"] in GOALS]
    with tempfile.TemporaryDirectory() as folder:
        for row in items:
            text = " ".join(row["text"].split())
            (pathlib.Path(folder) / f"{row['sdg']}-{row['id']}.txt").write_text(text, encoding="utf-8")
        run = subprocess.run(
            [options.program, "check", folder, "--rules", options.rules, "--format", "evidence",
             "--no-progress"],
            capture_output=True, text=True, check=False)
    found = collections.defaultdict(list)
    for line in run.stdout.splitlines():
        got = json.loads(line)
        goal = got["requirement"].split(".")[1]
        found[pathlib.PurePath(got["doc"]).stem, goal].append(got)
    if not found:
        raise SystemExit(f"no evidence at all; {options.program} said: {run.stderr.strip()[:400]}")

    peers = collections.defaultdict(lambda: collections.defaultdict(list))
    path = options.folder / "peer_predictions.csv"
    if path.exists():
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for name in row.keys() - {"id", "sdg", "label"}:
                    peers[row["sdg"]][name].append((row["label"] == "True", row[name] == "True"))

    for goal in GOALS:
        own = [(row["label"] == "True", bool(found[f"{goal}-{row['id']}", goal]))
               for row in items if row["sdg"] == goal]
        table = {"this rule set": rates(own)}
        table |= {name: rates(pairs) for name, pairs in peers[goal].items()}
        print(f"Goal {goal}: {table['this rule set']['items']} items")
        for name, r in sorted(table.items(), key=lambda x: (-x[1]["accuracy"], x[0] != "this rule set", x[0])):
            mark = ">" if name == "this rule set" else " "
            print(f" {mark} {name:28} accuracy {r['accuracy']:.3f}  precision {r['precision']:.3f}"
                  f"  recall {r['recall']:.3f}  F1 {r['f1']:.3f}")
        if options.errors:
            for row in items:
                got = found[f"{goal}-{row['id']}", goal]
                if row["sdg"] == goal and bool(got) != (row["label"] == "True"):
                    why = "; ".join(f"{g['requirement']}: {g['quote'][:120]}" for g in got) or "nothing found"
                    print(f"   wrong: {row['id']} labelled {row['label']}: {why}")


if __name__ == "__main__":
    main()
