// TLS: see Sources/README.md
