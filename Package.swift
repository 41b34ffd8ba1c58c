// swift-tools-version: 6.2
// One section per module with its tests. Sections, dependencies and array elements are sorted.

import PackageDescription

/// Held by every target: the arrows between modules are explicit, types are `Sendable` where they cross tasks,
/// unsafe constructs are visible, warnings stop the build.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let serviceLifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

let package = Package(
  name: "nianbaod",
  products: [
    .executable(name: "nianbaod", targets: ["nianbaod"]),
    .executable(name: "nianbaod-convert", targets: ["nianbaod-convert"]),
    .executable(name: "nianbaod-extract", targets: ["nianbaod-extract"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    // MARK: C libraries, each imported by one module only
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "CLinux"),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .target(name: "CPoppler", dependencies: ["CPopplerLibrary"], linkerSettings: [.linkedLibrary("stdc++")]),
    .systemLibrary(name: "CPopplerLibrary", pkgConfig: "poppler", providers: [.apt(["libpoppler-private-dev"])]),
    .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
    .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),

    // MARK: Archive
    .target(name: "Archive", dependencies: ["CLibZip"]),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive"]),

    // MARK: Daemon
    .target(
      name: "Daemon",
      dependencies: [
        "DocumentModel", "ExtractionProtocol", "Findings", "Ledger", "LinuxSystem", "Rendering", "ReportModel",
        "Rules", "Spool", "StrictYAML", "Systemd", logging, serviceLifecycle, systemPackage,
      ]),
    .testTarget(
      name: "DaemonTests",
      dependencies: [
        "Daemon", "DocumentModel", "ExtractionProtocol", "Findings", "Ledger", "LinuxSystem", "ReportModel", "Rules",
        "Spool", "StrictYAML", "TestFixtures", "TestSockets",
        "nianbaod", "nianbaod-convert", "nianbaod-extract", systemPackage,
      ]),

    // MARK: DocumentModel
    .target(name: "DocumentModel"),

    // MARK: Extraction
    .target(name: "Extraction", dependencies: ["Archive", "CPoppler", "DocumentModel", "Markup", "PageLayout"]),
    .testTarget(
      name: "ExtractionTests", dependencies: ["DocumentModel", "Extraction", "PageLayout", "TestFixtures"]),

    // MARK: ExtractionProtocol
    .target(name: "ExtractionProtocol", dependencies: ["DocumentModel"]),
    .testTarget(name: "ExtractionProtocolTests", dependencies: ["DocumentModel", "ExtractionProtocol"]),

    // MARK: Findings
    .target(name: "Findings", dependencies: ["DocumentModel"]),

    // MARK: Formats
    .testTarget(
      name: "FormatTests",
      dependencies: ["Archive", "DocumentModel", "Extraction", "Findings", "ReportModel", "Rules", "TestFixtures"]),

    // MARK: Ledger
    .target(name: "Ledger", dependencies: [grdb]),
    .testTarget(name: "LedgerTests", dependencies: ["Ledger", grdb]),

    // MARK: LinuxSystem
    .target(name: "LinuxSystem", dependencies: ["CLinux", "CNettle", systemPackage]),
    .testTarget(name: "LinuxSystemTests", dependencies: ["LinuxSystem", systemPackage]),

    // MARK: Markup
    .target(name: "Markup", dependencies: ["CLibXML2"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"]),

    // MARK: Narrative
    .target(name: "Narrative", dependencies: ["DocumentModel"]),
    .testTarget(name: "NarrativeTests", dependencies: ["DocumentModel", "Narrative"]),

    // MARK: PageLayout
    .target(name: "PageLayout", dependencies: ["DocumentModel"]),
    .testTarget(name: "PageLayoutTests", dependencies: ["DocumentModel", "PageLayout"]),

    // MARK: Rendering
    .target(
      name: "Rendering",
      dependencies: ["DocumentModel", "Findings", "ReportModel"],
      resources: [.embedInCode("Page/diagnostics.css")]),
    .testTarget(
      name: "RenderingTests",
      dependencies: ["DocumentModel", "Findings", "Rendering", "ReportModel"],
      exclude: ["Snapshots"]),

    // MARK: ReportModel
    .target(
      name: "ReportModel",
      dependencies: ["DocumentModel", "Findings", "StrictYAML"],
      resources: [.embedInCode("Forms")]),
    .testTarget(
      name: "ReportModelTests", dependencies: ["DocumentModel", "Extraction", "ReportModel", "TestFixtures"]),

    // MARK: Rules
    .target(name: "Rules", dependencies: ["DocumentModel", "Findings", "Narrative", "ReportModel"]),
    .testTarget(
      name: "RulesTests",
      dependencies: [
        "DocumentModel", "Extraction", "Findings", "Narrative", "ReportModel", "Rules", "TestFixtures",
      ]),

    // MARK: Sandbox
    .target(name: "Sandbox", dependencies: ["CSeccomp", "LinuxSystem", systemPackage]),
    .executableTarget(
      name: "sandbox-probe", dependencies: ["CAttempts", "LinuxSystem", "Sandbox", systemPackage],
      path: "Tests/SandboxProbe"),
    .testTarget(name: "SandboxTests", dependencies: ["LinuxSystem", "Sandbox", "sandbox-probe", systemPackage]),

    // MARK: Spool
    .target(name: "Spool", dependencies: ["LinuxSystem", systemPackage]),
    .testTarget(name: "SpoolTests", dependencies: ["LinuxSystem", "Spool", systemPackage]),

    // MARK: StrictYAML
    .target(name: "StrictYAML", dependencies: [yams]),
    .testTarget(name: "StrictYAMLTests", dependencies: ["StrictYAML"]),

    // MARK: Systemd
    .target(name: "Systemd", dependencies: ["CSystemd", logging, systemPackage]),
    .testTarget(name: "SystemdTests", dependencies: ["Systemd", "TestSockets", logging, systemPackage]),

    // MARK: Programs
    .executableTarget(
      name: "nianbaod",
      dependencies: [
        "Daemon", "Findings", "Ledger", "LinuxSystem", "Rendering", "ReportModel", argumentParser, systemPackage,
      ]),
    .executableTarget(
      name: "nianbaod-convert", dependencies: ["ExtractionProtocol", "LinuxSystem", "Sandbox", systemPackage]),
    .executableTarget(
      name: "nianbaod-extract",
      dependencies: ["DocumentModel", "Extraction", "ExtractionProtocol", "LinuxSystem", "Sandbox", systemPackage]),

    // MARK: Tests of the whole
    .target(name: "CAttempts", path: "Tests/CAttempts"),
    .target(
      name: "FuzzHarnesses",
      dependencies: [
        "Archive", "DocumentModel", "Extraction", "ExtractionProtocol", "Findings", "PageLayout", "Rendering",
        "ReportModel", "Rules",
      ],
      path: "Tests/Fuzzing/Harnesses"),
    .testTarget(
      name: "FuzzingTests",
      dependencies: ["DocumentModel", "Extraction", "FuzzHarnesses", "PageLayout", "TestFixtures"],
      path: "Tests/Fuzzing/Replay"),
    .target(
      name: "TestFixtures", path: "Tests/TestFixtures",
      resources: [.copy("corpus"), .copy("kinds"), .copy("prose"), .copy("published")]),
    .target(name: "TestSockets", dependencies: [systemPackage], path: "Tests/TestSockets"),
    .testTarget(
      name: "SystemTests",
      dependencies: ["TestFixtures", "TestSockets", systemPackage],
      exclude: ["Machine/make-image.sh", "Machine/run-machine.sh"]),
  ],
  swiftLanguageModes: [.v6]
)

// MARK: Benchmarks, which `make bench` builds
if Context.environment["NIANBAO_BENCHMARKS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "nianbaod-bench", dependencies: ["DocumentModel", "Extraction", "Findings", "ReportModel", "Rules"],
      path: "Tests/Benchmarks/Reader"))
}

// MARK: Fuzzing, which `make fuzz` builds: it needs every module instrumented
if Context.environment["NIANBAO_FUZZING"] != nil {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzzing/CLibFuzzer"),
    .executableTarget(
      name: "nianbaod-fuzz", dependencies: ["CLibFuzzer", "FuzzHarnesses"], path: "Tests/Fuzzing/Driver",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
  ]
}

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
