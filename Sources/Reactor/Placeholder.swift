// Reactor: see Sources/README.md
