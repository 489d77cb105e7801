// Quota: see Sources/README.md
