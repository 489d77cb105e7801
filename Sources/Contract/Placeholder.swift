// Contract: see Sources/README.md
