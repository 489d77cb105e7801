// HTTP1: see Sources/README.md
