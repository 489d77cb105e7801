// Redis: see Sources/README.md
