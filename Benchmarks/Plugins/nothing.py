#!/usr/bin/env python3
"""Reads every document and finds nothing: what is left is the cost of the conversation."""

from coherence_plugin import Checker, Kind, run, words


class Nothing(Checker):
    id = "nothing"
    version = "1.0.0"
    title = words("Nothing", "Rien")
    rationale = words("For measuring.", "Pour mesurer.")
    kinds = [Kind("none", "note", words("none", "aucun"), words("none", "aucun"))]


if __name__ == "__main__":
    run(Nothing)
