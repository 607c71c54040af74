#!/usr/bin/env python3
"""Score evidence lines against the labelled documents in this folder.

  coherence check Evaluation/documents --format evidence | Evaluation/score.py
  coherence check Evaluation/documents --format evidence | Evaluation/score.py --errors

Only requirements for which the rules in use gave or could give evidence are counted: those whose id begins
with one of --prefix (default: wps. gba.).
"""
import argparse
import collections
import json
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
RUNGS = ["absent", "mention", "intent", "commitment", "resourced"]


def plain(text):
    text = unicodedata.normalize("NFC", text).replace("\u2019", "'")
    return " ".join(re.sub(r"[|*_`]", " ", text).split()).lower()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--prefix", nargs="*", default=["wps.", "gba."])
    arguments.add_argument("--folder", type=pathlib.Path, default=HERE, help="where labels.jsonl is")
    arguments.add_argument("--errors", action="store_true", help="list misses and false alarms")
    options = arguments.parse_args()
    wanted = tuple(options.prefix)

    units = {}
    for line in (options.folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        key = (pathlib.PurePath(row["doc"]).name, plain(row["unit"]))
        units[key] = row
    labels = {
        (key, label["requirement"]): (label["rung"], row["lang"])
        for key, row in units.items()
        for label in row["labels"]
        if label["requirement"].startswith(wanted)
    }
    language_of = {key[0]: row["lang"] for key, row in units.items()}
    found, tally = {}, collections.Counter()
    for line in sys.stdin:
        got = json.loads(line)
        if not got["requirement"].startswith(wanted):
            continue
        name, quote = pathlib.PurePath(got["doc"]).name, plain(got["quote"])
        key = (name, quote)
        if key not in units:
            # A unit may be labelled without its lead-in or list mark.
            near = [k for k in units if k[0] == name and (quote in k[1] or k[1] in quote)]
            key = near[0] if near else key
        if (key, got["requirement"]) in labels:
            found[key, got["requirement"]] = got["rung"]
            continue
        for part in (got["requirement"].split(".")[0], language_of.get(name, "?"), "all"):
            tally["false", part] += 1
        if key in units and units[key].get("trap"):
            tally["traps"] += 1
        if options.errors:
            print("false alarm", got["requirement"], got["rung"], got["quote"], sep=" | ")
    for (key, requirement), (rung, language) in labels.items():
        hit = (key, requirement) in found
        for part in (requirement.split(".")[0], language, "all"):
            tally["hit" if hit else "miss", part] += 1
        if hit:
            distance = abs(RUNGS.index(found[key, requirement]) - RUNGS.index(rung))
            tally["exact"] += distance == 0
            tally["near"] += distance <= 1
        elif options.errors:
            print("miss", requirement, rung, units[key]["unit"], sep=" | ")
    parts = sorted({part for kind, part in (k for k in tally if isinstance(k, tuple))})
    for part in parts:
        hit, miss, false = (tally[k, part] for k in ("hit", "miss", "false"))
        if not hit + miss:
            continue
        recall = hit / (hit + miss)
        precision = hit / (hit + false) if hit + false else 0.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        print(
            f"{part:4} precision {precision:.2f} ({false} false)"
            f"  recall {recall:.2f} ({hit} of {hit + miss})  F1 {f1:.2f}"
        )
    hits = tally["hit", "all"]
    if hits:
        print(f"rung exact {tally['exact'] / hits:.2f}  within one {tally['near'] / hits:.2f}")
    traps = sum(1 for row in units.values() if row.get("trap"))
    print(f"traps {tally['traps']} of {traps}")


main()
