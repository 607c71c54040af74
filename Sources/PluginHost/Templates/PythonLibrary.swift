// Generated from SDKs/python/coherence_plugin.py by Scripts/embed-python-sdk; do not edit.

/// The Python library for plugins, as one file.
package enum PythonLibrary {
  package static let text = #"""
    """Write a checker for coherence in Python: one file, nothing to install, Python 3.8 or later.

    Copy this file next to your plugin. A plugin is one class and one call:

        #!/usr/bin/env python3
        from coherence_plugin import Checker, Kind, run, words

        class Shouting(Checker):
            id = "shouting"
            version = "1.0.0"
            title = words("Shouting", "Cris")
            rationale = words("Capitals are hard to read.", "Les majuscules se lisent mal.")
            kinds = [Kind("capitals", "note", words("'{word}' shouts", "« {word} » crie"),
                          words("use small letters", "écrivez en minuscules"))]

            def check(self, document):
                for block in document.blocks:
                    for match in re.finditer(r"\\b[A-Z]{12,}\\b", block.text):
                        yield self.finding("capitals", block.passage(*match.span()), word=match[0])

        if __name__ == "__main__":
            run(Shouting)

    Offsets in this library are Python's: characters of a text. The library turns them into the bytes that
    the protocol counts. What you print goes to standard error, so that it cannot disturb the conversation.
    """

    import json
    import sys

    PROTOCOL = 1


    def words(english, french):
        """A text in both languages; everything that a reader sees has both."""
        return {"en": english, "fr": french}


    class Kind:
        """One sort of finding: its id, its level (fix, ask or note) and its texts.

        {name} in a text stands for the argument of that name.
        """

        def __init__(self, id, level, message, help):
            self.id, self.level, self.message, self.help = id, level, message, help


    class Option:
        """A setting that the user may give: its name, kind (boolean, integer or text) and standard value."""

        def __init__(self, name, kind, standard, explanation):
            self.name, self.kind, self.explanation = name, kind, explanation
            self.standard = _text(standard)


    class Failure(Exception):
        """Raise this when the plugin cannot do what it was asked; its words reach the user."""


    class Passage:
        """A piece of a block's text, by offsets in characters."""

        def __init__(self, block, start, end, whole_block=False):
            self.block, self.start, self.end, self.whole_block = block, start, end, whole_block

        @property
        def text(self):
            return self.block.text[self.start:self.end]

        def _json(self):
            start = len(self.block.text[:self.start].encode())
            quote = self.text
            place = {"block": self.block.index, "start": start,
                     "end": start + len(quote.encode()), "quote": quote}
            if self.whole_block:
                place["wholeBlock"] = True
            return place


    class Block:
        """The smallest piece of structure that holds prose."""

        def __init__(self, index, data):
            self.index = index
            self._data = data
            self.kind = data["kind"]
            self.level = data["level"]
            self.language = data["language"]
            self.text = data["text"]
            #: Index of the heading that governs the block, or None.
            self.heading = data.get("heading")
            #: Index of the block that introduces the list, or of the table's header row, or None.
            self.lead_in = data.get("leadIn")

        def passage(self, start, end, whole_block=False):
            """A piece of the text; whole_block makes reports quote all of the block."""
            return Passage(self, start, end, whole_block)

        @property
        def sentences(self):
            """The sentences of the block, as passages."""
            return self._passages("sentences")

        @property
        def cells(self):
            """The cells of a table row, as passages."""
            return self._passages("cells")

        def _passages(self, key):
            ranges = self._data.get(key, [])
            if not ranges:
                return []
            if self.text.isascii():
                return [Passage(self, start, end) for start, end in ranges]
            data = self.text.encode()
            found = []
            for start, end in ranges:
                first = len(data[:start].decode())
                found.append(Passage(self, first, first + len(data[start:end].decode())))
            return found


    class Document:
        """A document: its blocks in reading order, and what is known of it."""

        def __init__(self, data):
            self.path = data["path"]
            self.title = data.get("title")
            self.kind = data["kind"]
            self.department = data.get("department")
            self.language = data["language"]
            self.period = data.get("period")
            self.format = data.get("format", "")
            self.blocks = [Block(index, block) for index, block in enumerate(data["blocks"])]
            #: Passages that earned a rung, and how the document stands with each requirement; for a checker
            #: whose needs include "evidence".
            self.evidence = data.get("evidence", [])
            self.coverage = data.get("coverage", [])

        def headings(self, block):
            """The headings above a block, outermost first."""
            path = []
            index = block.heading
            while index is not None and len(path) < 8:
                path.append(self.blocks[index].text)
                index = self.blocks[index].heading
            return path[::-1]

        @classmethod
        def of(cls, *texts, language="en", kind="paragraph"):
            """A document of paragraphs, for your own tests; each text is one sentence too."""
            blocks = [{"kind": kind, "level": 0, "language": language, "text": text,
                       "sentences": [[0, len(text.encode())]]} for text in texts]
            return cls({"path": "test.md", "kind": "departmental-plan", "language": language,
                        "format": "markdown", "blocks": blocks})


    class Checker:
        """What a plugin is; fill in the names and write check, or collect and report."""

        id = version = ""
        title = rationale = words("", "")
        scope = "document"
        languages = ["en", "fr"]
        needs = ["blocks"]
        kinds = []
        options = []

        def __init__(self, options=None):
            #: Every declared option as a text; number() and flag() read the others.
            self.values = {option.name: option.standard for option in self.options}
            self.values.update(options or {})
            self.requirements = []

        def number(self, name):
            return int(self.values[name])

        def flag(self, name):
            return self.values[name] == "true"

        def check(self, document):
            """Findings in one document; for the scope "document"."""
            return []

        def collect(self, document):
            """Facts to keep of one document; for the scope "corpus"."""
            return []

        def report(self, documents):
            """Findings over all documents, from the facts kept; for the scope "corpus".

            Each document is a dictionary with "path" and "facts"; fact_place(d, f) points to a fact.
            """
            return []

        def finding(self, kind, place=None, requirement=None, related=(), **arguments):
            """A finding of a declared kind; a place is a passage, or what fact_place gives."""
            result = {"kind": kind}
            if place is not None:
                result["place"] = _place(place)
            if arguments:
                result["arguments"] = arguments
            if requirement is not None:
                result["requirement"] = requirement
            if related:
                result["related"] = [_place(other) for other in related]
            return result

        def fact(self, kind, place=None, **values):
            """A fact to keep; only facts with a place can be pointed to later."""
            result = {"kind": kind, "values": {name: _text(value) for name, value in values.items()}}
            if place is not None:
                result["place"] = _place(place)
            return result

        @staticmethod
        def fact_place(document, fact):
            return {"document": document, "fact": fact}

        @classmethod
        def declaration(cls):
            return {
                "id": cls.id, "version": cls.version, "scope": cls.scope,
                "languages": list(cls.languages), "needs": list(cls.needs), "title": cls.title,
                "rationale": cls.rationale,
                "findings": [{"id": kind.id, "level": kind.level, "message": kind.message,
                              "help": kind.help} for kind in cls.kinds],
                "options": [{"name": option.name, "kind": option.kind, "standard": option.standard,
                             "explanation": option.explanation} for option in cls.options],
            }


    def diagnostic(severity, message, help=None):
        """Tells the user that something the plugin itself needs is wrong: "warning" or "error"."""
        params = {"severity": severity, "message": message}
        if help is not None:
            params["help"] = help
        _send({"jsonrpc": "2.0", "method": "diagnostic", "params": params})


    def progress(done=None, all=None):
        """Says that a long request goes on."""
        params = {"id": _current}
        if done is not None:
            params["done"] = done
        if all is not None:
            params["all"] = all
        _send({"jsonrpc": "2.0", "method": "progress", "params": params})


    def run(checker_class):
        """Serves the host on standard input and output until it says to end."""
        global _current
        # What a plugin prints must not stand between the messages.
        sys.stdout = sys.stderr
        checker = None
        for line in sys.stdin.buffer:
            try:
                message = json.loads(line)
                method = message["method"]
            except (ValueError, KeyError, TypeError):
                _fail(None, -32700, "this is no request")
                continue
            if "id" not in message:
                if method == "exit":
                    return
                continue
            _current = message["id"]
            params = message.get("params") or {}
            try:
                if method == "initialize":
                    result = _initialize(checker_class, params)
                elif method == "configure":
                    checker = checker_class(params.get("options"))
                    checker.requirements = params.get("requirements", [])
                    result = {}
                elif method == "shutdown":
                    result = None
                elif method not in ("check", "collect", "report"):
                    _fail(_current, -32601, "unknown method '%s'" % method)
                    continue
                elif checker is None:
                    raise Failure("configure must come first")
                elif method == "check":
                    result = {"findings": list(checker.check(Document(params["document"])))}
                elif method == "collect":
                    result = {"facts": list(checker.collect(Document(params["document"])))}
                else:
                    result = {"findings": list(checker.report(params["documents"]))}
            except Exception as error:
                if not isinstance(error, Failure):
                    import traceback
                    traceback.print_exc()
                _fail(_current, -32000, "%s: %s" % (type(error).__name__, error)
                      if not isinstance(error, Failure) else str(error))
                continue
            _send({"jsonrpc": "2.0", "id": _current, "result": result})


    _output = sys.stdout.buffer
    _current = None
    _encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


    def _initialize(checker_class, params):
        offered = params.get("protocol", {})
        if not offered.get("minimum", 1) <= PROTOCOL <= offered.get("maximum", 1):
            raise Failure("this plugin speaks protocol %d only" % PROTOCOL)
        return {"protocol": PROTOCOL, "checker": checker_class.declaration()}


    def _send(message):
        _output.write(_encode(message).encode() + b"\n")
        _output.flush()


    def _fail(id, code, words):
        _send({"jsonrpc": "2.0", "id": id, "error": {"code": code, "message": words[:1000]}})


    def _place(place):
        return place._json() if isinstance(place, Passage) else place


    def _text(value):
        if isinstance(value, bool):
            return "true" if value else "false"
        return str(value)

    """#
}
