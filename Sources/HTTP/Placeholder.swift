// HTTP: see Sources/README.md
