// swift-tools-version: 6.2
import PackageDescription

// Strict everywhere: a warning is an error, unsafe code is marked, existentials are spelled out.
let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableExperimentalFeature("Lifetimes"),
]

/// For what no request passes through: the static binary is bounded.
let small: [SwiftSetting] = strict + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// A module of the house. It may import only what is listed, and only what stands above it.
func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], _ settings: [SwiftSetting] = strict
) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let house: [Target] = [
    .systemLibrary(name: "COpenSSL"),
    .systemLibrary(name: "CHiredis"),
    .systemLibrary(name: "CAres"),
    .systemLibrary(name: "CNGHTTP2"),
    .systemLibrary(name: "CLibYAML"),
    .systemLibrary(name: "CPCRE2"),
    .systemLibrary(name: "CLinux"),

    module("Bytes", ["CLinux"]),
    module("Crypto", ["Bytes", "COpenSSL"]),
    module("JSON", ["Bytes"]),
    module("HTTP", ["Bytes"]),
    module("HTTP1", ["Bytes", "HTTP"]),
    module("HTTP2", ["Bytes", "HTTP", "CNGHTTP2"]),
    module("Reactor", ["Bytes", "CLinux", "CAres"]),
    module("TLS", ["Bytes", "Crypto", "Reactor", "COpenSSL", "CLinux"]),
    module("Redis", ["Bytes", "CHiredis"]),
    module("Document", ["Bytes", "CLibYAML"], small),
    module("Contract", ["Bytes", "JSON", "HTTP", "Document", "CPCRE2"]),
    module("Identity", ["Bytes", "Crypto", "JSON", "Redis"]),
    module("Quota", ["Bytes", "Crypto", "Redis", "Identity"]),
    module("Upstream", ["Bytes", "HTTP"]),
    module(
        "Policy",
        [
            "Bytes", "HTTP", "Reactor", "Redis", "Document", "Contract", "Identity", "Quota",
            "Upstream",
        ], small),
    module("Operations", ["Bytes", "Reactor"]),
    module(
        "Gateway",
        [
            "Bytes", "Crypto", "JSON", "HTTP", "HTTP1", "HTTP2", "Reactor", "TLS", "Redis",
            "Contract", "Identity", "Quota", "Upstream", "Policy", "Operations", "Document",
        ]),
    module(
        "Sandbox",
        ["Bytes", "JSON", "HTTP", "HTTP1", "Reactor", "Document", "Contract", "Identity"], small),
    .executableTarget(
        name: "bawaba",
        dependencies: [
            "Bytes", "Crypto", "JSON", "HTTP", "HTTP1", "Reactor", "TLS", "Redis", "Document",
            "Contract", "Identity", "Quota", "Policy", "Operations", "Gateway", "Sandbox",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Logging", package: "swift-log"),
        ],
        swiftSettings: small),
]

let proof: [Target] = [
    // A real redis-server for tests, and a client that waits for its answers.
    .target(
        name: "RedisServer", dependencies: ["Bytes", "Redis"],
        path: "Tests/RedisServer", swiftSettings: strict),
    tests("BytesTests", ["Bytes"]),
    tests("CryptoTests", ["Bytes", "Crypto"]),
    tests("JSONTests", ["Bytes", "JSON"]),
    tests("HTTPTests", ["Bytes", "HTTP"]),
    // What has to hold whatever the bytes; the fuzzer and tests ask it.
    .target(
        name: "FuzzTargets", dependencies: ["Bytes", "HTTP", "HTTP1", "HTTP2"],
        path: "Tests/FuzzTargets", swiftSettings: strict),
    tests("FuzzTests", ["FuzzTargets"]),
    tests("HTTP1Tests", ["Bytes", "HTTP", "HTTP1", "FuzzTargets"]),
    tests("HTTP2Tests", ["Bytes", "HTTP", "HTTP2"]),
    tests("ReactorTests", ["Bytes", "Reactor"]),
    tests("TLSTests", ["Bytes", "Crypto", "Reactor", "TLS"]),
    tests("RedisTests", ["Bytes", "Redis", "RedisServer"]),
    tests("DocumentTests", ["Bytes", "Document"]),
    tests("ContractTests", ["Bytes", "JSON", "HTTP", "Document", "Contract"]),
    tests("IdentityTests", ["Bytes", "Crypto", "Reactor", "Redis", "Identity"]),
    tests(
        "QuotaTests", ["Bytes", "Crypto", "Redis", "RedisServer", "Identity", "Quota"]),
    tests("UpstreamTests", ["Bytes", "HTTP", "Upstream"]),
    tests(
        "PolicyTests",
        [
            "Bytes", "HTTP", "Reactor", "Redis", "Document", "Contract", "Identity", "Quota",
            "Upstream", "Policy",
        ]),
    tests("OperationsTests", ["Bytes", "Operations"]),
    tests(
        "SandboxTests", ["Bytes", "HTTP", "HTTP1", "Document", "Contract", "Identity", "Sandbox"]),
    // The built program, run as people run it.
    tests("CommandTests", ["Bytes", "Identity", "RedisServer", "bawaba"]),
    // The built program between real clients, a real Redis and an upstream of the tests' own.
    tests(
        "IntegrationTests",
        [
            "Bytes", "Crypto", "HTTP", "HTTP2", "Reactor", "Redis", "Identity", "RedisServer",
            "bawaba",
        ]),
    tests("HouseTests", []),
]

/// `make fuzz` builds it, with a `main` that only the fuzzer's runtime has.
let fuzzer: [Target] =
    Context.environment["BAWABA_FUZZ"] == nil
    ? []
    : [
        .executableTarget(
            name: "Fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz",
            exclude: ["Inputs", "README.md", "fuzz.py"],
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
    ]

let package = Package(
    name: "bawaba",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: house + proof + fuzzer,
    swiftLanguageModes: [.v6]
)
