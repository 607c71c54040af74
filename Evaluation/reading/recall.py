#!/usr/bin/env python3
"""Share of an independent reader's words that `coherence read` has, in the same order.

usage: recall.py PROGRAM FILE-OR-FOLDER...     DOCX and HTML against pandoc, PDF against pdftotext

Not counted, because they are left out on purpose: labels of list items and numbered paragraphs, marks of
footnotes, lines of a table of contents, and the headers, footers and page numbers that the listing names
as such. Hyphens at the ends of lines do not count either way. Notes stand at the end of our text and on
their pages in a PDF, so that they are compared on their own. SHOW=30 prints the first lost words.
"""
import json, os, re, subprocess, sys, tempfile

LABEL = re.compile(r"^\s*(?:[-•*o]|\(?(?:[0-9]{1,3}(?:\.[0-9]+)*|[a-z]{1,4}|[A-Z])[.)]|\[\d+\])\s+", re.I)
ONLY_LABEL = re.compile(r"^\s*\(?(?:[0-9.]{1,10}|[ivxlIVXL]{1,6}|[A-Za-z])[.)]?\s*$")

CONTENTS = re.compile(r"^\s*(?:Appendix [A-Z]|[0-9]+(?:\.[0-9]+)*|[A-Z]\.[0-9.]+)\.?\s.*[ \t][0-9]+$")

def words(text):
    text = text.replace("\u00ad", "").replace("ﬁ", "fi").replace("ﬂ", "fl")
    text = re.sub(r"[-\u2010\u2011]\s*", "", text)
    return re.findall(r"[^\W_]+", text.lower())

def run(*command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace").stdout

def folded(line):
    return re.sub(r"\d+", "#", " ".join(line.split()))

def main_content(source):
    """Without what is no main content: front matter, navigation, forms, links within the page, and class
    names that hide; captions go where pandoc puts them, after the table."""
    source = re.sub(rb"\A---\n.*?\n---\n", b"", source, flags=re.S)
    for name in (b"nav", b"aside", b"form", b"button", b"select", b"caption"):
        source = re.sub(rb"<" + name + rb"\b[^>]*>.*?</" + name + rb">", b"", source, flags=re.S | re.I)
    return re.sub(rb"<li[^>]*>\s*<a href=\"#[^>]*>.*?</a>\s*", b"<li>", source, flags=re.S)

def peer(path, furniture, is_ours=False):
    if path.endswith(".pdf"):
        text = run("pdftotext", path, "-")
    else:
        form = "docx" if path.endswith(".docx") else "html"
        source = open(path, "rb").read()
        # Front matter of a site generator is no part of the page.
        if form == "html": source = main_content(source)
        text = subprocess.run(["pandoc", "-f", form, "-t", "plain", "--wrap=none"], input=source,
                              capture_output=True).stdout.decode(errors="replace")
    lines = []
    known = {folded(line) for line in furniture}
    for line in text.replace("\f", "\n").split("\n"):
        if folded(line) in known or ONLY_LABEL.match(line) or "....." in line: continue
        if not path.endswith(".pdf") and CONTENTS.match(line): continue
        lines.append(re.sub(r"\[\d+\]", "", LABEL.sub("", LABEL.sub("", line))))
    return "\n".join(lines)

def kept(theirs, ours):
    """How many of their words stand in ours, in order, by diff; and those that do not."""
    with tempfile.TemporaryDirectory() as folder:
        a, b = (os.path.join(folder, n) for n in "ab")
        open(a, "w").write("\n".join(theirs) + "\n")
        open(b, "w").write("\n".join(ours) + "\n")
        lines = run("diff", "-d", "--speed-large-files", a, b).split("\n")
    lost = [line[2:] for line in lines if line.startswith("< ")]
    return len(theirs) - len(lost), lost

def main():
    program, *paths = sys.argv[1:]
    show = int(os.environ.get("SHOW", "0"))
    files = []
    for path in paths:
        if os.path.isdir(path):
            for folder, _, names in os.walk(path):
                files += [os.path.join(folder, n) for n in names]
        else:
            files.append(path)
    totals = {}
    for path in sorted(files):
        kind = os.path.splitext(path)[1]
        if kind not in (".docx", ".html", ".htm", ".pdf"): continue
        listing = run(program, "read", "--format", "json", path)
        document = json.loads(listing) if listing else {"blocks": [], "furniture": []}
        def text(of_notes):
            return words("\n".join(
                LABEL.sub("", LABEL.sub("", line)) for b in document["blocks"]
                if (kind == ".pdf" and b["kind"] == "footnote") == of_notes
                for line in b["text"].split("\n")))
        theirs = words(peer(path, document["furniture"]))
        found, lost = kept(theirs, text(False))
        more, lost = kept(lost, text(True))
        found += more
        total = totals.setdefault(kind, [0, 0, 0])
        total[0] += found; total[1] += len(theirs); total[2] += 1
        if found < len(theirs):
            print(f"{found / max(1, len(theirs)):7.2%} of {len(theirs):6}  {os.path.basename(path)}")
            if show: print("        ", " ".join(lost[:show]))
    for kind, (found, count, number) in sorted(totals.items()):
        print(f"{kind}: {found} of {count} words in {number} files, {found / max(1, count):.3%}")

main()
