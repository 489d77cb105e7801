# Bawaba. Every target works on a fresh Debian 12 with Swift 6.3; what is missing is installed, or
# named when this is not run as root.

SWIFT_FLAGS ?=
# Small functions are inlined across modules: 4 % fewer instructions per request.
RELEASE_FLAGS := -c release --product bawaba -Xswiftc -cross-module-optimization
RELEASE := .build/release/bawaba
STATIC := .build-static/release/bawaba

libraries := libssl-dev libnghttp2-dev libhiredis-dev libc-ares-dev libyaml-dev libpcre2-dev
servers := redis-server openssl curl nghttp2-client python3
# What back ends run of policies/README.md (embed tokens) and policies/laravel.md.
languages := php-cli nodejs
measuring := valgrind python3-yaml

.PHONY: help run test static bench figures schemathesis fuzz clean release packages

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 21

run: packages release ## builds and starts everything for a first look; Ctrl-C stops it
	@policies/oktawa/run.sh $(RELEASE)

test: packages ## every test, with servers of its own on free ports
	swift build --build-tests $(SWIFT_FLAGS)
	timeout --kill-after 10 1200 swift test --skip-build --disable-xctest $(SWIFT_FLAGS)

release: packages
	swift build $(RELEASE_FLAGS) $(SWIFT_FLAGS)

# A scratch path of its own: the flags differ, and a change of flags builds everything anew. Functions
# of the same instructions become one, which takes 0.16 MB off.
static: packages ## the fully static binary, stripped
	swift build $(RELEASE_FLAGS) --scratch-path .build-static \
	    --static-swift-stdlib -Xswiftc -static-executable -Xswiftc -use-ld=lld \
	    -Xlinker --icf=all -Xlinker -O2 \
	    -Xlinker $(CURDIR)/.ci/static.ld $(SWIFT_FLAGS)
	strip $(STATIC)
	@ldd $(STATIC) 2>&1 | grep -q 'not a dynamic executable'
	@ls -l $(STATIC) | awk '{printf "%s: %.1f MB, static\n", $$NF, $$5 / 1000000}'

bench: packages static ## Bawaba beside nginx, HAProxy and Envoy; see Tests/Benchmarks
	Tests/Benchmarks/setup.sh
	python3 Tests/Benchmarks/lib/bench.py all $(BENCH)

figures: packages release static ## allocations, instructions, static binary, image: Tests/Figures
	Tests/Figures/allocations.py
	Tests/Figures/instructions.py
	Tests/Figures/codes.py
	Tests/Figures/faults.py
	Tests/Figures/large_bodies.py
	Tests/Figures/slow_clients.py
	Tests/Figures/slow_clients.py ceiling
	Tests/Figures/reload.py
	Tests/Figures/resumption.py
	Tests/Figures/upgrade.py
	STATIC=$(STATIC) Tests/Figures/static_root.py
	STATIC=$(STATIC) Tests/Figures/image_root.py

schemathesis: packages release ## every operation with random requests: Tests/Figures
	Tests/Figures/contract_fuzz.py

FUZZ_SECONDS ?= 600

# `--sanitize fuzzer` leaves `main` to the fuzzer; both sanitizers at once only the compiler knows.
fuzz: packages ## random bytes for every parser, an hour in all: Tests/Fuzz
	BAWABA_FUZZ=1 swift build -c release --product Fuzz --scratch-path .build-fuzz \
	    --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address $(SWIFT_FLAGS)
	Tests/Fuzz/fuzz.py .build-fuzz/release/Fuzz --seconds $(FUZZ_SECONDS)

packages:
	@.ci/packages $(libraries) $(servers) $(languages) $(measuring)

clean: ## removes what was built and what ran
	rm -rf .build .build-static .build-bench .build-fuzz .run
