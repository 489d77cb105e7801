// Document: see Sources/README.md
