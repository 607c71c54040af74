// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "house-terms",
  products: [.executable(name: "house-terms", targets: ["HouseTermsPlugin"])],
  dependencies: [.package(name: "coherence", path: "../../..")],
  targets: [
    .target(
      name: "HouseTerms",
      dependencies: [.product(name: "CoherencePlugin", package: "coherence")]),
    .executableTarget(
      name: "HouseTermsPlugin",
      dependencies: [
        "HouseTerms", .product(name: "CoherencePlugin", package: "coherence"),
      ]),
    .testTarget(
      name: "HouseTermsTests",
      dependencies: [
        "HouseTerms", .product(name: "CoherencePlugin", package: "coherence"),
      ]),
  ]
)
