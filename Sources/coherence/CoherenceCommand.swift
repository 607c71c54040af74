import ArgumentParser

/// The command, and the list of what it can do.
@main
struct CoherenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coherence",
    abstract: "Checks what policies promise against what they should promise.",
    discussion: """
      Reads draft plans in English and French, grades each requirement on the evidence ladder \
      (absent, mention, intent, commitment, resourced), quotes the sentence that earned the grade, \
      and lists the gaps.

      EXAMPLES
        coherence check Policies                     check a folder of plans
        coherence check plan.md --language fr        one plan, report in French
        coherence check plans --format json          everything, for programs
        coherence gaps Policies                      what nobody promises firmly enough
        coherence explain wps.amplify.voices         what one requirement looks for
        coherence explain plan.md:42                 why a passage did or did not count
        coherence rules test                         run every rule's own examples

      EXIT STATUS
        0  no finding at or above --fail-on
        1  findings at or above --fail-on
        2  part of the job could not be done (bad input, bad rules)
      """,
    version: "coherence 0.1.0",
    subcommands: [
      CheckCommand.self,
      ExplainCommand.self,
      GapsCommand.self,
      InitCommand.self,
      RulesCommand.self,
    ])
}
