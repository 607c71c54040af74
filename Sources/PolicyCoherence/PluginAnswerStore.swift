internal import PluginHost
internal import Store

/// Answers of plugins in the user's result cache, locked with what they depend on: who does not have the
/// document cannot read what a plugin said of it.
struct PluginAnswerStore: PluginAnswerCache {
  let results: ResultCache

  func load(_ key: PluginAnswerKey) -> [UInt8]? { results.load(ResultCache.Key(key.parts)) }

  func store(_ bytes: [UInt8], for key: PluginAnswerKey) {
    results.store(bytes, for: ResultCache.Key(key.parts))
  }
}
