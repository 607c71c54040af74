#!/usr/bin/env python3
"""How hard a plan is to read: sections by a formula of its language, and sentences that are too long.

English: Reading Ease, 206.835 - 1.015 (words per sentence) - 84.6 (syllables per word); R. Flesch, "A new
readability yardstick", Journal of Applied Psychology 32 (1948).
French: the same for French, 207 - 1.015 (words per sentence) - 73.6 (syllables per word); L. Kandel and
A. Moles, « Application de l'indice de Flesch à la langue française », Cahiers Études de Radio-Télévision
19 (1958).

Both run from 0 (very hard) to 100 (very easy). Syllables are counted by groups of vowels, which is right
often enough for an average over a hundred words and not for one word.
"""

import re

from coherence_plugin import Checker, Kind, Option, run, words

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
VOWELS = {
    "en": re.compile(r"[aeiouy]+"),
    "fr": re.compile(r"[aeiouyàâäéèêëîïôöùûüÿœæ]+"),
}
PROSE = ("paragraph", "listItem")


def syllables(word, language):
    """The number of syllables, by groups of vowels without the silent end."""
    word = word.lower()
    count = len(VOWELS[language].findall(word))
    if language == "en":
        if re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$|[^aeiouyscxzg]es$", word):
            count -= 1
    elif re.search(r"[^aeiouyàâéèêîïôùû](e|es|ent)$", word):
        count -= 1
    return max(1, count)


def reading_ease(sentences, language):
    """The formula over lists of words, one list a sentence."""
    all_words = [word for sentence in sentences for word in sentence]
    length = len(all_words) / len(sentences)
    weight = sum(syllables(word, language) for word in all_words) / len(all_words)
    if language == "en":
        return 206.835 - 1.015 * length - 84.6 * weight
    return 207 - 1.015 * length - 73.6 * weight


class Readability(Checker):
    id = "readability"
    version = "1.0.0"
    title = words("Readability", "Lisibilité")
    rationale = words(
        "A plan that its readers cannot follow is not followed. Sections are measured by the Reading "
        "Ease formula of their language (Flesch 1948; Kandel and Moles 1958). A formula knows nothing "
        "of sense: names of programs and treaties make a text look harder than it is.",
        "Un plan que ses lecteurs ne suivent pas n’est pas suivi. Les sections sont mesurées par la "
        "formule de facilité de lecture de leur langue (Flesch 1948; Kandel et Moles 1958). Une formule "
        "ignore le sens : les noms de programmes et de traités font paraître un texte plus ardu.")
    kinds = [
        Kind("hard-section", "note",
             words("this section has a reading ease of {score} over {count} words; at least {limit} "
                   "is asked",
                   "cette section a une facilité de lecture de {score} sur {count} mots; au moins "
                   "{limit} est demandé"),
             words("shorten sentences and use plainer words",
                   "raccourcir les phrases et employer des mots plus simples")),
        Kind("long-sentence", "note",
             words("this sentence has {count} words; at most {limit} are asked",
                   "cette phrase a {count} mots; au plus {limit} sont demandés"),
             words("make two of it, or a list", "en faire deux, ou une liste")),
    ]
    options = [
        Option("ease", "integer", 20,
               words("lowest reading ease of a section, 0 to 100",
                     "plus faible facilité de lecture d’une section, de 0 à 100")),
        Option("sentence", "integer", 45,
               words("most words in a sentence", "nombre maximal de mots d’une phrase")),
        Option("section", "integer", 100,
               words("fewest words in a section that is measured",
                     "nombre minimal de mots d’une section mesurée")),
    ]

    def check(self, document):
        sections = {}
        for block in document.blocks:
            if block.kind not in PROSE:
                continue
            for sentence in block.sentences:
                found = WORD.findall(sentence.text)
                if len(found) > self.number("sentence"):
                    yield self.finding("long-sentence", sentence, count=len(found),
                                       limit=self.number("sentence"))
                if len(found) > 3:
                    key = (block.heading, block.language)
                    sections.setdefault(key, (block, []))[1].append(found)
        for (heading, language), (block, sentences) in sections.items():
            count = sum(map(len, sentences))
            if count < self.number("section"):
                continue
            score = round(reading_ease(sentences, language))
            if score < self.number("ease"):
                at = block if heading is None else document.blocks[heading]
                yield self.finding("hard-section", at.passage(0, len(at.text)), score=score,
                                   count=count, limit=self.number("ease"))


if __name__ == "__main__":
    run(Readability)
