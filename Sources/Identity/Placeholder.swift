// Identity: see Sources/README.md
