extension RuleComplaintSample {
  /// Patterns, floors, examples and whole files.
  static let contents: [RuleComplaintSample] = [
    RuleComplaintSample(
      "a floor above the grade",
      ["rules.yml": good.changing("weight: 3", to: "grade: finding")],
      """
      rules.yml:11: error: m.train: the floor 'commitment' cannot be reached, the highest rung is 'mention' [floor-out-of-reach]
      help: lower the floor, or change 'grade' or 'ceiling'
      """),
    RuleComplaintSample(
      "a floor above the ceiling",
      ["rules.yml": good.changing("weight: 3", to: "ceiling: intent")],
      """
      rules.yml:11: error: m.train: the floor 'commitment' cannot be reached, the highest rung is 'intent' [floor-out-of-reach]
      help: lower the floor, or change 'grade' or 'ceiling'
      """),
    RuleComplaintSample(
      "a share of nothing",
      ["rules.yml": good.changing("weight: 3", to: "share: {least: 50}")],
      """
      rules.yml:19:12: error: key 'have' is missing in requirements[0].share [missing-key]
          share: {least: 50}
                 ^
      help: add 'have: …'
      """),
    RuleComplaintSample(
      "too few examples",
      ["rules.yml": good.changing("      - {lang: en, rung: absent, text: Nowhere.}\n", to: "")],
      """
      rules.yml:11: error: m.train: 3 positive and 2 negative examples in 'en', expected at least 3 of each [too-few-examples]
      help: add examples; they are the requirement's tests
      """),
    RuleComplaintSample(
      "a clause in one language",
      ["rules.yml": good.changing(", fr: [former]", to: "")],
      """
      rules.yml:11: error: m.train: the clause 'act' has no 'fr' patterns [missing-translation]
      help: write them, or leave the clause out for both languages
      """),
    RuleComplaintSample(
      "an empty file",
      ["rules.yml": ""],
      """
      rules.yml: error: the file has no content [yaml-empty]
      help: write at least one key with its value
      """),
    RuleComplaintSample(
      "comments alone",
      ["rules.yml": "# nothing\n"],
      """
      rules.yml: error: the file has no content [yaml-empty]
      help: write at least one key with its value
      """),
    RuleComplaintSample(
      "no YAML",
      ["rules.yml": "format: 1\nid: [a\n"],
      """
      rules.yml:2:5: error: the list that opens here is never closed; expected ',' or ']' [yaml-syntax]
      id: [a
          ^
      help: close the list with ']', and put a text that holds ',' or ':' between quotes
      """),
    RuleComplaintSample(
      "a list at the top",
      ["rules.yml": "- a\n- b\n"],
      """
      rules.yml:1:1: error: expected a mapping at the top level, found a list [wrong-type]
      - a
      ^
      """),
    RuleComplaintSample(
      "another format",
      ["rules.yml": good.changing("format: 1", to: "format: 2")],
      """
      rules.yml:1:9: error: format: expected 1, found '2' [unknown-format]
      format: 2
              ^
      help: this version reads format 1 only
      """),
    RuleComplaintSample(
      "no format",
      ["rules.yml": good.changing("format: 1\n", to: "")],
      """
      rules.yml:1:1: error: key 'format' is missing at the top level [missing-key]
      id: mediators
      ^
      help: add 'format: …'
      """),
    RuleComplaintSample(
      "an unknown language",
      ["rules.yml": good.changing("lang: fr", to: "lang: fre")],
      """
      rules.yml:30:16: error: unknown language 'fre' [unknown-name]
            - {lang: fre, rung: commitment, text: Nous formerons des médiatrices.}
                     ^
      help: did you mean 'fr'?
      rules.yml:11: error: m.train: 2 positive and 3 negative examples in 'fr', expected at least 3 of each [too-few-examples]
      help: add examples; they are the requirement's tests
      """),
    RuleComplaintSample(
      "an example without a rung",
      ["rules.yml": good.changing("rung: intent, ", to: "")],
      """
      rules.yml:25:9: error: key 'rung' is missing in requirements[0].examples[1] [missing-key]
            - {lang: en, text: We may train women mediators.}
              ^
      help: add 'rung: …'
      rules.yml:11: error: m.train: 2 positive and 3 negative examples in 'en', expected at least 3 of each [too-few-examples]
      help: add examples; they are the requirement's tests
      """),
    RuleComplaintSample(
      "an example of an unknown kind",
      ["rules.yml": good.changing("text: Nothing.", to: "kind: plan, text: Nothing.")],
      """
      rules.yml:27:40: error: unknown value 'plan' in requirements[0].examples[3].kind [unknown-value]
            - {lang: en, rung: absent, kind: plan, text: Nothing.}
                                             ^
      help: the choices are 'nap', 'implementation-plan', 'departmental-plan', 'results-report', 'supplementary-table', 'progress-report', 'programme-page', 'memorandum', 'submission', 'strategy', 'initiative', 'consultation'
      """),
    RuleComplaintSample(
      "a group twice",
      [
        "rules.yml": good.changing("groups:\n", to: "groups:\n  - {id: m, title: {en: A, fr: B}}\n")
      ],
      """
      rules.yml:10:10: error: group 'm' is already defined on line 9 [duplicate-id]
        - {id: m, title: {en: Mediators, fr: Médiatrices}}
               ^
      help: give one of them another id
      """),
    RuleComplaintSample(
      "no requirements",
      ["rules.yml": "format: 1\nid: a\nversion: 1\ntitle: {en: a, fr: b}\ngroups: []\n"],
      """
      rules.yml:1:1: error: key 'requirements' is missing at the top level [missing-key]
      format: 1
      ^
      help: add 'requirements: …'
      """),
    RuleComplaintSample(
      "a clause without patterns",
      ["rules.yml": good.changing("en: [train]", to: "en: []")],
      """
      rules.yml:11: error: m.train: the clause 'act' has no 'en' patterns [missing-translation]
      help: write them, or leave the clause out for both languages
      """),
    RuleComplaintSample(
      "a stop word alone",
      ["rules.yml": good.changing("en: [train]", to: "en: [the]")],
      """
      rules.yml:22:18: error: [en] pattern 'the' can match with nothing but stop words [stop-words-only]
      help: add a word that says what is meant
      """),
    RuleComplaintSample(
      "an empty pattern",
      ["rules.yml": good.changing("en: [train]", to: "en: ['']")],
      """
      rules.yml:22:19: error: pattern '': a word is missing [bad-pattern]
            act: {en: [''], fr: [former]}
                        ^
      rules.yml:11: error: m.train: the clause 'act' has no 'en' patterns [missing-translation]
      help: write them, or leave the clause out for both languages
      """),
    RuleComplaintSample(
      "nothing where a text is needed",
      ["rules.yml": good.changing("asks: {en: Train them.", to: "asks: {en: ~")],
      """
      rules.yml:14:16: error: expected a text in requirements[0].asks.en, found nothing [wrong-type]
          asks: {en: ~, fr: Les former.}
                     ^
      help: write the value, or remove the key
      """),
    RuleComplaintSample(
      "missing evidence",
      ["rules.yml": good.changing(evidence, to: "")],
      """
      rules.yml:11:5: error: key 'evidence' is missing in requirements[0] [missing-key]
        - id: m.train
          ^
      help: add 'evidence: …'
      rules.yml:11: error: m.train: nothing can match in 'en' [no-anchor]
      help: give evidence a 'topic' or a 'mention' clause
      rules.yml:11: error: m.train: nothing can match in 'fr' [no-anchor]
      help: give evidence a 'topic' or a 'mention' clause
      """),
    RuleComplaintSample(
      "a missing translation",
      [
        "rules.yml": good.changing(
          "asks: {en: Train them., fr: Les former.}", to: "asks: {en: Train them.}")
      ],
      """
      rules.yml:14:11: error: key 'fr' is missing in requirements[0].asks [missing-key]
          asks: {en: Train them.}
                ^
      help: add 'fr: …'
      """),
    RuleComplaintSample(
      "a floor for an unknown kind",
      [
        "rules.yml": good.changing(
          "floor: commitment", to: "floor: {default: intent, program-page: intent}")
      ],
      """
      rules.yml:18:30: error: unknown key 'program-page' in requirements[0].floor [unknown-key]
          floor: {default: intent, program-page: intent}
                                   ^
      help: did you mean 'programme-page'?
      """),
    RuleComplaintSample(
      "nothing to match",
      [
        "rules.yml": good.changing(
          "topic: {en: [women mediator], fr: [médiatrice]}",
          to: "with: {en: [women mediator], fr: [médiatrice]}")
      ],
      """
      rules.yml:11: error: m.train: nothing can match in 'en' [no-anchor]
      help: give evidence a 'topic' or a 'mention' clause
      rules.yml:11: error: m.train: nothing can match in 'fr' [no-anchor]
      help: give evidence a 'topic' or a 'mention' clause
      """),
    RuleComplaintSample(
      "a requirement that none is called, in a framework that is loaded",
      [
        "rules.yml": good.changing(
          "    floor: commitment\n",
          to: "    floor: commitment\n    yields-to: [m.train.late, n.other, m]\n")
      ],
      """
      rules.yml:11: error: m.train: no requirement is called 'm.train.late' or begins so [unknown-requirement]
      help: write the id of a requirement, or its first parts as 'wps.learn'
      """),
    RuleComplaintSample(
      "an id twice in a file",
      [
        "rules.yml": good.changing(
          "    examples:\n", to: "    examples: []\n" + second + "    examples:\n")
      ],
      """
      rules.yml:11: error: m.train: 0 positive and 0 negative examples in 'en', expected at least 3 of each [too-few-examples]
      help: add examples; they are the requirement's tests
      rules.yml:11: error: m.train: 0 positive and 0 negative examples in 'fr', expected at least 3 of each [too-few-examples]
      help: add examples; they are the requirement's tests
      rules.yml:24: error: requirement 'm.train' is already defined at rules.yml:11 [duplicate-id]
      help: give one of them another id
      """),
  ]
}
