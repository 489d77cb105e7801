// Gateway: see Sources/README.md
