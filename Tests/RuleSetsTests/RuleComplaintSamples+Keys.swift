extension RuleComplaintSample {
  /// Keys and names in one rule set.
  static let keys: [RuleComplaintSample] = [
    RuleComplaintSample(
      "an unknown key, with the nearest",
      ["rules.yml": good.changing("weight: 3", to: "wieght: 3")],
      """
      rules.yml:19:5: error: unknown key 'wieght' in requirements[0] [unknown-key]
          wieght: 3
          ^
      help: did you mean 'weight'?
      """),
    RuleComplaintSample(
      "an unknown key that is near to none",
      ["rules.yml": good.changing("weight: 3", to: "colour: 3")],
      """
      rules.yml:19:5: error: unknown key 'colour' in requirements[0] [unknown-key]
          colour: 3
          ^
      help: known keys are 'id', 'group', 'title', 'asks', 'why', 'advice', 'source', 'applies-to', 'floor', 'weight', 'grade', 'evidence', 'topic-alone', 'topic-by', 'yields-to', 'measured-by', 'share', 'ceiling', 'lifted-by', 'past', 'asked', 'judged-by', 'examples'
      """),
    RuleComplaintSample(
      "a missing key",
      ["rules.yml": good.changing("    advice: {en: Say how many., fr: Dire combien.}\n", to: "")],
      """
      rules.yml:11:5: error: key 'advice' is missing in requirements[0] [missing-key]
        - id: m.train
          ^
      help: add 'advice: …'
      """),
    RuleComplaintSample(
      "a missing key of the set",
      ["rules.yml": good.changing("version: 1.0.0\n", to: "")],
      """
      rules.yml:1:1: error: key 'version' is missing at the top level [missing-key]
      format: 1
      ^
      help: add 'version: …'
      """),
    RuleComplaintSample(
      "a missing id",
      ["rules.yml": good.changing("- id: m.train\n    group", to: "- group")],
      """
      rules.yml:11:5: error: key 'id' is missing in requirements[0] [missing-key]
        - group: m
          ^
      help: add 'id: …'
      """),
    RuleComplaintSample(
      "a missing floor",
      ["rules.yml": good.changing("    floor: commitment\n", to: "")],
      """
      rules.yml:11:5: error: key 'floor' is missing in requirements[0] [missing-key]
        - id: m.train
          ^
      help: add 'floor: …'
      """),
    RuleComplaintSample(
      "an unknown group",
      ["rules.yml": good.changing("    group: m\n", to: "    group: n\n")],
      """
      rules.yml:12:12: error: unknown group 'n' [unknown-name]
          group: n
                 ^
      help: did you mean 'm'?
      """),
    RuleComplaintSample(
      "an unknown source",
      ["rules.yml": good.changing("source: [charter]", to: "source: [chartre]")],
      """
      rules.yml:17:14: error: unknown source 'chartre' [unknown-name]
          source: [chartre]
                   ^
      help: did you mean 'charter'?
      """),
    RuleComplaintSample(
      "an unknown rung, with the nearest",
      ["rules.yml": good.changing("floor: commitment", to: "floor: comitment")],
      """
      rules.yml:18:12: error: unknown rung 'comitment' [unknown-name]
          floor: comitment
                 ^
      help: did you mean 'commitment'?
      """),
    RuleComplaintSample(
      "an unknown rung by kind",
      ["rules.yml": good.changing("floor: commitment", to: "floor: {default: high}")],
      """
      rules.yml:18:22: error: unknown rung 'high' [unknown-name]
          floor: {default: high}
                           ^
      help: known are: absent, mention, intent, commitment, resourced
      """),
    RuleComplaintSample(
      "an unknown kind of document",
      ["rules.yml": good.changing("[departmental-plan, nap]", to: "[departmental-plans, nap]")],
      """
      rules.yml:7:14: error: unknown kind of document 'departmental-plans' [unknown-name]
      applies-to: [departmental-plans, nap]
                   ^
      help: did you mean 'departmental-plan'?
      """),
    RuleComplaintSample(
      "an unknown grade",
      ["rules.yml": good.changing("weight: 3", to: "grade: figure")],
      """
      rules.yml:19:12: error: unknown value 'figure' in requirements[0].grade [unknown-value]
          grade: figure
                 ^
      help: did you mean 'figures'? the choices are 'act', 'standing', 'finding', 'figures'
      """),
    RuleComplaintSample(
      "an unknown measure",
      ["rules.yml": good.changing("weight: 3", to: "lifted-by: [money]")],
      """
      rules.yml:19:17: error: unknown measure 'money' [unknown-name]
          lifted-by: [money]
                      ^
      help: known are: amount, date, baseline, target, indicator, owner
      """),
    RuleComplaintSample(
      "an unknown ceiling",
      ["rules.yml": good.changing("weight: 3", to: "ceiling: top")],
      """
      rules.yml:19:14: error: unknown rung 'top' [unknown-name]
          ceiling: top
                   ^
      help: known are: absent, mention, intent, commitment, resourced
      """),
    RuleComplaintSample(
      "an unknown switch",
      ["rules.yml": good.changing("weight: 3", to: "past: count")],
      """
      rules.yml:19:11: error: unknown value 'count' in requirements[0].past [unknown-value]
          past: count
                ^
      help: the choices are 'ignored', 'counts'
      """),
    RuleComplaintSample(
      "a weight out of range",
      ["rules.yml": good.changing("weight: 3", to: "weight: 9")],
      """
      rules.yml:19:13: error: expected a whole number from 1 to 5 in requirements[0].weight, found '9' [wrong-type]
          weight: 9
                  ^
      """),
    RuleComplaintSample(
      "a pattern that does not parse",
      ["rules.yml": good.changing("en: [train]", to: "en: ['train (women|girls']")],
      """
      rules.yml:22:25: error: pattern 'train (women|girls': '(' without ')' [bad-pattern]
            act: {en: ['train (women|girls'], fr: [former]}
                              ^
      rules.yml:11: error: m.train: the clause 'act' has no 'en' patterns [missing-translation]
      help: write them, or leave the clause out for both languages
      """),
    RuleComplaintSample(
      "a list that does not exist",
      ["rules.yml": good.changing("en: [train]", to: "en: ['{trainn}']")],
      """
      rules.yml:22:18: error: [en] no list is called 'trainn' [undefined-list]
      help: define it in a vocabulary file
      """),
  ]
}
