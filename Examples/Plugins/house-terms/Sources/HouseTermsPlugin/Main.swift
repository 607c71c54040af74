import CoherencePlugin
import HouseTerms

@main enum Main {
  static func main() { HouseTerms.main() }
}
