import ArgumentParser
import Checking
import PolicyCoherence
import Reporters
import RuleSets
import SourceText
import Store

/// Options that every command which loads rules has.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long,
    help: Help.option(
      "Rule sets: a folder or a file; may be repeated. Default: from coherence.yml, else ./Rules.",
      "Jeux de règles : dossier ou fichier; peut être répété. Par défaut : ceux de coherence.yml, "
        + "sinon ./Rules.",
      value: ValueName.path),
    completion: .file())
  var rules: [String] = []

  @Option(
    name: .long,
    help: Help.option(
      "Configuration file. Default: coherence.yml, looked for upwards.",
      "Fichier de configuration. Par défaut : coherence.yml, cherché en remontant.",
      value: ValueName.file),
    completion: .file(extensions: ["yml"]))
  var config: String?

  @Option(
    name: .long,
    help: Help.option(
      "Language of messages: en or fr. Default: your locale.",
      "Langue des messages : en ou fr. Par défaut : celle de votre système.",
      value: ValueName.language),
    completion: .list(["en", "fr"]))
  var language: Language?
}

extension CommonOptions {
  /// Takes them out of plain arguments.
  static func plain(_ arguments: inout PlainArguments) -> Self {
    var options = Self()
    options.rules = arguments.values("--rules")
    options.config = arguments.value("--config")
    options.language = arguments.value("--language", as: Language.init(rawValue:))
    return options
  }
}

extension Language: ExpressibleByArgument {}
extension Level: ExpressibleByArgument {}

/// What a command has at hand after its options are read: configuration, language and rules.
struct Session {
  var configuration: Configuration
  var language: Language
  var diagnostics: [Diagnostic]

  /// Reads the configuration, and what folders among `paths` say about their documents.
  ///
  /// A run over a folder also complains of paths in these files that nothing answers to; not so one over single
  /// files or over what stands in for a folder, such as a revision.
  init(_ options: CommonOptions, paths: [String] = [], looksUpPaths: Bool = true) {
    let looksUpPaths = looksUpPaths && paths.contains { FileTree.kind(of: $0) == .folder }
    var configuration = Configuration()
    var diagnostics: [Diagnostic] = []
    if let file = options.config
      ?? ConfigurationLoader.find(from: ".")
      ?? ConfigurationLoader.find(from: FileTree.workingDirectory)
    {
      (configuration, diagnostics) = ConfigurationLoader.load(file, looksUpPaths: looksUpPaths)
    }
    for path in paths where FileTree.kind(of: path) == .folder {
      let file = FileTree.join(path, ConfigurationLoader.fileName)
      let isRead = configuration.path.flatMap { FilePlace($0) } == FilePlace(file)
      guard !isRead, FileTree.exists(file) else { continue }
      let (other, problems) = ConfigurationLoader.load(file, looksUpPaths: looksUpPaths)
      configuration.describeDocuments(from: other)
      diagnostics += problems
    }
    self.configuration = configuration
    self.diagnostics = diagnostics
    self.language =
      options.language ?? configuration.language
      ?? Terminal.localeLanguage ?? .english
  }

  /// The folder that paths in reports count from, as a full path: that of the work tree, else of the
  /// configuration, else the working directory.
  var root: String? {
    let working = FileTree.workingDirectory
    guard working.hasPrefix("/") else { return nil }
    var folder = working
    for _ in 0..<64 {
      if FileTree.kind(of: FileTree.join(folder, ".git")) != nil { return folder }
      let parent = FileTree.folder(of: folder)
      if parent == folder { break }
      folder = parent
    }
    guard let path = configuration.path else { return working }
    return FileTree.normalized(FileTree.join(working, FileTree.folder(of: path)))
  }

  /// Paths of the rules that this session uses.
  func rulePaths(_ named: [String]) -> [String] {
    RuleLocator.paths(
      named: named, configuration: configuration, executable: CommandLine.arguments.first ?? "",
      environment: Terminal.environment("COHERENCE_RULES"))
  }

  /// Complaints of outputs that would overwrite what is read, or one another.
  func refusals(
    of outputs: [String?], reading paths: [String], rules named: [String], baseline: String? = nil
  ) -> [Diagnostic] {
    OutputPlaces(configuration, paths: paths, rules: rulePaths(named), baseline: baseline)
      .refusals(of: outputs.compactMap { $0 })
  }

  /// As `refusals`; says them and ends the program if there are any.
  func expectFreshOutputs(_ outputs: [String?], reading paths: [String], rules named: [String]) {
    let refused = refusals(of: outputs, reading: paths, rules: named)
    guard !refused.isEmpty else { return }
    Terminal.write(diagnostics + refused, in: language)
    ExitStatus.leave(with: ExitStatus.incomplete)
  }

  /// Loads and compiles the rules; errors in them are collected in `diagnostics`.
  mutating func compiledRules(
    _ named: [String], purpose: RuleSetLoader.Purpose = .running
  ) -> CompiledRules {
    let loaded = RuleSetLoader(purpose: purpose, cache: Self.cache)
      .load(paths: rulePaths(named))
    diagnostics += loaded.diagnostics
    guard purpose == .authoring else { return CompiledRules(loaded) }
    let (rules, problems) = CompiledRules.compile(loaded)
    diagnostics += problems
    return rules
  }

  /// Where things are kept between runs: `COHERENCE_CACHE` (empty for nowhere), else the user's cache
  /// folder.
  private static let cacheFolder = CacheFolder.standard(
    named: Terminal.environment("COHERENCE_CACHE"),
    cacheHome: Terminal.environment("XDG_CACHE_HOME"), home: Terminal.environment("HOME"))

  /// What tells this build of the program from every other.
  private static let build = FileTree.identity(of: "/proc/self/exe").map {
    CoherenceCheck.toolVersion + " " + $0
  }

  /// Where compiled rules are kept.
  private static var cache: CacheFolder? {
    guard let folder = cacheFolder, let build else { return nil }
    return CacheFolder(folder: folder, build: build)
  }

  /// Where results are kept, and the build that they are good for.
  static var results: CoherenceCheck.Cache? {
    guard let folder = cacheFolder, let build else { return nil }
    return CoherenceCheck.Cache(results: ResultCache(folder: folder), build: build)
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Prints what went wrong with the input, as compilers do.
  func printDiagnostics() { Terminal.write(diagnostics, in: language) }
}
