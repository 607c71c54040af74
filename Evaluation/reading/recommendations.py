#!/usr/bin/env python3
"""Share of coded recommendations that `coherence read` gives as units of their own.

usage: recommendations.py PROGRAM UPR-FOLDER

A recommendation is found when a unit of its PDF begins with the words that the alignment file gives, and
as whole when all of its coded words stand in that unit in order (nine tenths of them: coders shortened).
"""
import csv, json, os, re, subprocess, sys

def words(text):
    return re.findall(r"[^\W_]+", re.sub(r"[-\u2010\u2011]\s*", "", text.lower()))

def main():
    program, folder = sys.argv[1:]
    texts = {row["id"]: row["text"] for row in csv.DictReader(open(f"{folder}/recommendations.csv"))}
    units, found, whole, all_ = {}, 0, 0, 0
    by_pdf = {}
    for row in csv.DictReader(open(f"{folder}/pdf_alignment.csv")):
        pdf = row["pdf"]
        if not pdf or row["rec_id"] not in texts: continue
        if pdf not in units:
            out = subprocess.run([program, "read", "--format", "json", f"{folder}/pdf/{pdf}"],
                                 capture_output=True, text=True).stdout
            units[pdf] = [words(u) for b in json.loads(out)["blocks"] for u in b["units"]]
        first = words(row["first_words"])
        all_ += 1
        tally = by_pdf.setdefault(pdf, [0, 0, 0]); tally[2] += 1
        best = None
        for unit in units[pdf]:
            # A label such as 127.3 may stand before.
            for start in range(0, 5):
                if unit[start:start + len(first)] == first:
                    best = unit if best is None or len(unit) > len(best) else best
        if best is None:
            if os.environ.get("SHOW"): print(pdf, "|", row["first_words"])
            continue
        found += 1; tally[0] += 1
        coded, position, got = words(texts[row["rec_id"]]), 0, 0
        for word in coded:
            try:
                position = best.index(word, position) + 1
                got += 1
            except ValueError:
                pass
        if got >= 0.9 * len(coded): whole += 1; tally[1] += 1
    for pdf, (f, w, n) in sorted(by_pdf.items()): print(f"{pdf:24} {f}/{n} begun, {w} whole")
    print(f"{found} of {all_} begin a unit, {found / all_:.2%}; {whole} stand in it whole, {whole / all_:.2%}")

main()
