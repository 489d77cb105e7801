// Operations: see Sources/README.md
