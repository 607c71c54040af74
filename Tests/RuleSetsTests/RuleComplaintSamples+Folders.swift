extension RuleComplaintSample {
  /// What shows only between files.
  static let folders: [RuleComplaintSample] = [
    RuleComplaintSample(
      "a set twice",
      ["a.yml": good, "b.yml": good.changing("- id: m.train", to: "- id: m.two")],
      """
      b.yml: error: rule set 'mediators' is already loaded from a.yml [duplicate-id]
      help: give one of them another id
      """),
    RuleComplaintSample(
      "an id twice over files",
      ["a.yml": good, "b.yml": good.changing("id: mediators", to: "id: other")],
      """
      b.yml:11: error: requirement 'm.train' is already defined at a.yml:11 [duplicate-id]
      help: give one of them another id
      """),
    RuleComplaintSample(
      "a list that nothing uses",
      ["a.yml": good, "v.yml": vocabulary],
      """
      v.yml:3: warning: [en] nothing uses list 'women' [unused-list]
      help: refer to it as '{women}' or remove it
      v.yml:3: warning: [fr] nothing uses list 'women' [unused-list]
      help: refer to it as '{women}' or remove it
      """),
    RuleComplaintSample(
      "a list without entries",
      ["a.yml": good, "v.yml": "format: 1\nlists:\n  women: {}\n"],
      """
      v.yml:3:3: error: lists.women: the list has no entries [empty-list]
        women: {}
        ^
      help: give it en: and fr: entries
      """),
    RuleComplaintSample(
      "a list in an unknown language",
      ["a.yml": good, "v.yml": "format: 1\nlists:\n  women: {eng: [a]}\n"],
      """
      v.yml:3:11: error: unknown key 'eng' in lists.women [unknown-key]
        women: {eng: [a]}
                ^
      help: did you mean 'en'?
      v.yml:3:3: error: lists.women: the list has no entries [empty-list]
        women: {eng: [a]}
        ^
      help: give it en: and fr: entries
      """),
    RuleComplaintSample(
      "a vocabulary alone",
      ["v.yml": vocabulary],
      """
      .: error: there is no rule set [no-rule-set]
      help: name a folder with rule sets, such as Rules; a vocabulary alone checks nothing
      v.yml:3: warning: [en] nothing uses list 'women' [unused-list]
      help: refer to it as '{women}' or remove it
      v.yml:3: warning: [fr] nothing uses list 'women' [unused-list]
      help: refer to it as '{women}' or remove it
      """),
    RuleComplaintSample(
      "an entry with and",
      ["a.yml": good, "v.yml": "format: 1\nlists:\n  women: {en: ['a & b'], fr: [b]}\n"],
      """
      v.yml:3:19: error: pattern 'a & b': '&' has no place in a list [bad-pattern]
        women: {en: ['a & b'], fr: [b]}
                        ^
      help: use '&' in the pattern that refers to the list
      v.yml:3: error: [en] list 'women' has no entry [empty-list]
      help: add an entry or remove the list
      v.yml:3: warning: [en] nothing uses list 'women' [unused-list]
      help: refer to it as '{women}' or remove it
      v.yml:3: warning: [fr] nothing uses list 'women' [unused-list]
      help: refer to it as '{women}' or remove it
      """),
    RuleComplaintSample(
      "a folder without rules",
      ["readme.txt": "x"],
      """
      .: error: there is no rule set [no-rule-set]
      help: name a folder with rule sets, such as Rules; a vocabulary alone checks nothing
      """),
    RuleComplaintSample(
      "a list twice",
      ["a.yml": using, "v.yml": vocabulary, "w.yml": vocabulary],
      """
      w.yml:3: error: list 'women' is already defined at v.yml:3 [duplicate-id]
      help: merge the two or give one another name
      """),
    RuleComplaintSample(
      "lists in a circle",
      [
        "a.yml": using,
        "v.yml":
          "format: 1\nlists:\n  women:\n    en: ['{girls}']\n    fr: [femme]\n  girls:\n    en: ['{women}']\n    fr: [fille]\n",
      ],
      """
      v.yml:3: error: [en] list 'women' refers to itself: {women} uses {girls} uses {women} [circular-list]
      help: take one of these references out
      v.yml:6: warning: [fr] nothing uses list 'girls' [unused-list]
      help: refer to it as '{girls}' or remove it
      """),
    RuleComplaintSample(
      "an unknown list, with the nearest",
      [
        "a.yml": good.changing("en: [train]", to: "en: ['{woman} lead']").changing(
          "fr: [former]", to: "fr: ['{women}']"), "v.yml": vocabulary,
      ],
      """
      a.yml:22:18: error: [en] no list is called 'woman' [undefined-list]
      help: did you mean '{women}'?
      v.yml:3: warning: [en] nothing uses list 'women' [unused-list]
      help: refer to it as '{women}' or remove it
      """),
    RuleComplaintSample(
      "a list that lacks a language",
      ["a.yml": using, "v.yml": "format: 1\nlists:\n  women:\n    en: [woman]\n"],
      """
      a.yml:22:35: error: [fr] no list is called 'women' [undefined-list]
      help: define it in a vocabulary file
      """),
  ]
}
