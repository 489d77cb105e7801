// Policy: see Sources/README.md
