"""python3 -m unittest, in this folder, with ../../../SDKs/python on PYTHONPATH."""

import unittest

from coherence_plugin import Document
from readability import Readability, reading_ease, syllables


class ReadabilityTest(unittest.TestCase):
    def test_syllables(self):
        for word, language, count in [
            ("peace", "en", 1), ("security", "en", 4), ("women", "en", 2), ("planned", "en", 1),
            ("table", "en", 2), ("paix", "fr", 1), ("sécurité", "fr", 4), ("femmes", "fr", 1),
            ("ministère", "fr", 3),
        ]:
            self.assertEqual(syllables(word, language), count, word)

    def test_formulas(self):
        # Ten words of one syllable in one sentence.
        sentence = ["peace"] * 10
        self.assertAlmostEqual(reading_ease([sentence], "en"), 206.835 - 10.15 - 84.6)
        sentence = ["paix"] * 10
        self.assertAlmostEqual(reading_ease([sentence], "fr"), 207 - 10.15 - 73.6)

    def test_long_sentence(self):
        text = "é " + " ".join(["word"] * 50) + "."
        findings = list(Readability().check(Document.of(text)))
        self.assertEqual([finding["kind"] for finding in findings], ["long-sentence"])
        self.assertEqual(findings[0]["place"]["end"], len(text.encode()))
        self.assertEqual(list(Readability({"sentence": "60"}).check(Document.of(text))), [])

    def test_hard_section(self):
        text = "Operationalisation necessitates interdepartmental institutionalisation. "
        findings = list(Readability().check(Document.of(*[text] * 30)))
        self.assertEqual([finding["kind"] for finding in findings], ["hard-section"])
        easy = "We will train them and say how it went. "
        self.assertEqual(list(Readability().check(Document.of(*[easy] * 30))), [])


if __name__ == "__main__":
    unittest.main()
