// Upstream: see Sources/README.md
