#!/usr/bin/env python3
"""Measure how far the English and French sides of aligned texts come out the same.

  Evaluation/agreement.py texts.csv --en description_en --fr description_fr [--id program_id]
                          [--coherence PATH] [--rules DIR] [--differences GROUP]

Each row of the CSV file is one text in two languages. Both are checked, and for each group of requirements the
answers "there is evidence" are compared: Cohen's kappa is agreement beyond chance. Groups with fewer than
--least texts with evidence on either side are listed without a figure of weight. --differences lists the texts of a
group on which the sides differ, with the requirement and the rung.
"""
import argparse
import collections
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile


def evidence(rows, column, language, options, folder):
    target = folder / language
    target.mkdir()
    for index, row in enumerate(rows):
        text = f"---\nlanguage: {language}\nkind: programme-page\n---\n\n{row[column]}\n"
        (target / f"{index}.md").write_text(text, encoding="utf-8")
    command = [options.coherence, "check", str(target), "--format", "evidence", "--rules", options.rules]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr or f"{options.coherence} gave status {run.returncode}")
    found = collections.defaultdict(list)
    for line in run.stdout.splitlines():
        item = json.loads(line)
        found[int(pathlib.PurePath(item["doc"]).stem)].append(item)
    return found


def kappa(pairs):
    n = len(pairs)
    if not n:
        return 0.0
    agreed = sum(a == b for a, b in pairs) / n
    yes = sum(a for a, _ in pairs) / n * sum(b for _, b in pairs) / n
    no = sum(not a for a, _ in pairs) / n * sum(not b for _, b in pairs) / n
    chance = yes + no
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


def group_of(requirement):
    """wps.amplify.voices is in wps.amplify; gba.barriers is in gba."""
    parts = requirement.split(".")
    return ".".join(parts[:-1]) if len(parts) > 2 else parts[0]


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", type=pathlib.Path)
    arguments.add_argument("--en", required=True, help="column of the English text")
    arguments.add_argument("--fr", required=True, help="column of the French text")
    arguments.add_argument("--id", help="column that names a text; the first column by default")
    arguments.add_argument("--coherence", default="coherence", help="the program")
    arguments.add_argument("--rules", default="Rules")
    arguments.add_argument("--least", type=int, default=10)
    arguments.add_argument("--differences", metavar="GROUP", help="'all' for every group")
    options = arguments.parse_args()
    with options.file.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row[options.en].strip() and row[options.fr].strip()]
    name = options.id or list(rows[0])[0]
    with tempfile.TemporaryDirectory() as folder:
        sides = [
            evidence(rows, column, language, options, pathlib.Path(folder))
            for column, language in ((options.en, "en"), (options.fr, "fr"))
        ]
    groups = sorted({group_of(i["requirement"]) for side in sides for items in side.values() for i in items})
    pooled, weighty = [], []
    print(f"{len(rows)} texts in both languages")
    for group in groups:
        has = [
            [any(group_of(i["requirement"]) == group for i in side.get(index, [])) for index in range(len(rows))]
            for side in sides
        ]
        pairs = list(zip(*has))
        pooled += pairs
        counts = (sum(has[0]), sum(has[1]), sum(a and b for a, b in pairs))
        value = kappa(pairs)
        few = "" if max(counts[:2]) >= options.least else "   few texts"
        if not few:
            weighty.append(value)
        print(f"{group:16} kappa {value:.3f}   English {counts[0]:4}   French {counts[1]:4}   both {counts[2]:4}{few}")
        if options.differences in (group, "all"):
            for index, (a, b) in enumerate(pairs):
                if a == b:
                    continue
                side, column = (0, options.en) if a else (1, options.fr)
                other = options.fr if a else options.en
                for item in sides[side][index]:
                    if group_of(item["requirement"]) == group:
                        print(f"  {'en' if a else 'fr'} only | {rows[index][name]} | {item['requirement']} "
                              f"{item['rung']} | {item['quote']}\n      against | {rows[index][other]}")
    print(f"all groups       kappa {kappa(pooled):.3f}")
    print(f"groups with {options.least} texts or more: {len(weighty)}, at 0.90 or above: {sum(v >= 0.9 for v in weighty)}")


if __name__ == "__main__":
    main()
