// swift-tools-version: 6.1
import PackageDescription

/// One list of settings for every target, so that no module drifts.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: ["TestSupport"] + dependencies, path: "Tests/\(name)",
    exclude: exclude, swiftSettings: settings)
}

func system(_ name: String, _ pkgConfig: String?, _ debian: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

let package = Package(
  name: "coherence",
  products: [
    .executable(name: "coherence", targets: ["coherence"]),
    .library(name: "CoherencePlugin", targets: ["CoherencePlugin"]),
    .library(name: "PolicyCoherence", targets: ["PolicyCoherence"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Level 0: C libraries of the system.
    system("CLibYAML", "yaml-0.1", "libyaml-dev"),
    system("CMarkdown", "md4c", "libmd4c-dev"),
    system("CHTML", "gumbo", "libgumbo-dev"),
    system("CXML", "expat", "libexpat1-dev"),
    system("CDeflate", "zlib", "zlib1g-dev"),
    system("CStemmer", nil, "libstemmer-dev"),
    system("CNettle", "nettle", "nettle-dev"),
    system("CAllocator", nil, "libc6-dev"),
    // Level 0: C of our own; what happens between fork and exec cannot be Swift.
    .target(name: "CSandbox"),
    // Level 1
    module("JSON", []),
    module("SourceText", ["CNettle", "CAllocator"]),
    // Level 2
    module("CoherencePlugin", ["JSON"]),
    module("YAML", ["SourceText", "CLibYAML"]),
    module("Documents", ["SourceText", "CMarkdown", "CHTML", "CXML", "CDeflate"]),
    module("Matching", ["SourceText", "CStemmer"]),
    // Level 3
    module("RuleSets", ["SourceText", "YAML", "Matching"]),
    // Level 4
    module("Judging", ["SourceText", "Documents", "Matching", "RuleSets"]),
    // Level 5
    module("Facts", ["SourceText", "Documents", "Matching", "RuleSets", "Judging"]),
    // Level 6
    module("Checking", ["SourceText", "Documents", "Matching", "RuleSets", "Judging", "Facts"]),
    // Level 7
    module("Checkers", ["SourceText", "Documents", "RuleSets", "Judging", "Facts", "Checking"]),
    module("Reporters", ["SourceText", "Documents", "RuleSets", "Judging", "Facts", "Checking"]),
    module(
      "PluginHost",
      [
        "CSandbox", "JSON", "CoherencePlugin", "SourceText", "YAML", "Documents", "RuleSets",
        "Judging", "Facts", "Checking",
      ]),
    module("Store", ["SourceText", "Documents", "RuleSets", "Judging", "Checking"]),
    // Level 8
    module(
      "PolicyCoherence",
      [
        "SourceText", "YAML", "JSON", "Documents", "Matching", "RuleSets", "Judging", "Facts",
        "Checking", "Checkers", "Reporters", "PluginHost", "Store",
      ]),
    // Level 9
    module(
      "Evaluation",
      [
        "SourceText", "YAML", "Documents", "RuleSets", "Checking", "Reporters", "PolicyCoherence",
      ]),
    // Level 10
    .executableTarget(
      name: "coherence",
      dependencies: [
        "PolicyCoherence", "SourceText", "Documents", "RuleSets", "Judging", "Facts", "Checking",
        "Reporters", "Store", "Evaluation", "PluginHost",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // Measuring; see Benchmarks/README.md.
    .executableTarget(
      name: "coherence-benchmark",
      dependencies: ["SourceText", "Matching", "Documents", "CHTML", "CMarkdown"],
      path: "Benchmarks/Sources", swiftSettings: settings),
    // Tests
    .target(
      name: "TestSupport", dependencies: ["SourceText"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("SourceTextTests", ["SourceText"]),
    tests("YAMLTests", ["YAML", "SourceText"]),
    tests("DocumentsTests", ["Documents", "JSON", "SourceText"], exclude: ["Fixtures"]),
    tests("MatchingTests", ["Matching", "SourceText"]),
    tests("RuleSetsTests", ["RuleSets", "Matching", "SourceText", "YAML"]),
    tests("JudgingTests", ["Judging", "RuleSets", "Documents", "Matching", "SourceText"]),
    tests("FactsTests", ["Facts", "Judging", "Documents", "RuleSets", "SourceText"]),
    tests(
      "CheckersTests",
      ["Checkers", "Checking", "Facts", "Judging", "RuleSets", "Documents", "SourceText"]),
    tests(
      "ReportersTests", ["Reporters", "Checking", "Judging", "RuleSets", "SourceText"],
      exclude: ["Golden"]),
    tests("StoreTests", ["Store", "Checking", "Documents", "Judging", "RuleSets", "SourceText"]),
    tests("JSONTests", ["JSON"]),
    tests(
      "PluginHostTests",
      [
        "PluginHost", "CoherencePlugin", "JSON", "Checking", "Documents", "Judging", "RuleSets",
        "SourceText",
      ], exclude: ["Plugins"]),
    tests(
      "PolicyCoherenceTests",
      [
        "PolicyCoherence", "PluginHost", "Store", "Checking", "Documents", "Judging", "Reporters",
        "RuleSets", "SourceText",
      ]),
    tests(
      "ArchitectureTests",
      [
        "PolicyCoherence", "Checkers", "Checking", "Documents", "Judging", "Reporters", "RuleSets",
        "SourceText",
      ]),
    tests(
      "EvaluationTests",
      ["Evaluation", "PolicyCoherence", "Reporters", "RuleSets", "SourceText"]),
    tests("ScenarioTests", ["SourceText"], exclude: ["Scenarios"]),
  ]
)
