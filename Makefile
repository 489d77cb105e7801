# Bawaba. Every target works on a fresh Debian 12 with Swift 6.3; what is missing is installed, or
# named when this is not run as root.

SWIFT_FLAGS ?=
# Small functions are inlined across modules: 4 % fewer instructions per request.
RELEASE_FLAGS := -c release --product bawaba -Xswiftc -cross-module-optimization
RELEASE := .build/release/bawaba
STATIC := .build-static/release/bawaba

libraries := libssl-dev libnghttp2-dev libhiredis-dev libc-ares-dev libyaml-dev libpcre2-dev
servers := redis-server openssl curl nghttp2-client nghttp2-server python3 python3-grpcio
# What back ends run of policies/README.md (embed tokens) and policies/laravel.md.
languages := php-cli nodejs
measuring := valgrind python3-yaml

.PHONY: help run test static profile bench figures schemathesis fuzz clean release packages

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 21

run: packages release ## builds and starts everything for a first look; Ctrl-C stops it
	@policies/oktawa/run.sh $(RELEASE)

# A run that fails is not hidden by what its output passes through.
test: SHELL := /bin/bash
test: .SHELLFLAGS := -o pipefail -c
test: packages ## every test, with servers of its own on free ports
	swift build --build-tests $(SWIFT_FLAGS)
	timeout --kill-after 10 1200 swift test --skip-build --disable-xctest $(SWIFT_FLAGS) 2>&1 \
	    | awk -f .ci/failures.awk

release: packages
	swift build $(RELEASE_FLAGS) $(SWIFT_FLAGS)

# Which branches requests take: the compiler lays the code out by it, and a request passes through a
# third fewer lines of the instruction cache. It is text; a function that has changed since does
# without. `make profile` takes it anew.
PROFILE := .ci/static.profile
PROFDATA = $(dir $(realpath $(shell command -v swift)))llvm-profdata

# A scratch path of its own: the flags differ, and a change of flags builds everything anew. Functions
# have sections of their own, so that the linker leaves out what nobody calls and what is there twice.
# Objects of another profile would be taken for up to date: with it, the folder goes.
static: packages ## the fully static binary, stripped
	@cmp -s $(PROFILE) .build-static/profile || rm -rf .build-static
	@mkdir -p .build-static && cp $(PROFILE) .build-static/profile
	$(PROFDATA) merge -o .build-static/profdata $(PROFILE)
	swift build $(RELEASE_FLAGS) --scratch-path .build-static \
	    --static-swift-stdlib -Xswiftc -static-executable -Xswiftc -use-ld=lld \
	    -Xswiftc -Xfrontend -Xswiftc -function-sections \
	    -Xswiftc -Xfrontend -Xswiftc -ir-profile-use=$(CURDIR)/.build-static/profdata \
	    -Xswiftc -Xllvm -Xswiftc -no-pgo-warn-mismatch \
	    -Xlinker --gc-sections -Xlinker --icf=all -Xlinker -O2 \
	    -Xlinker $(CURDIR)/.ci/static.ld $(SWIFT_FLAGS)
	strip $(STATIC)
	@ldd $(STATIC) 2>&1 | grep -q 'not a dynamic executable'
	@ls -l $(STATIC) | awk '{printf "%s: %.1f MB, static\n", $$NF, $$5 / 1000000}'

# The benchmark's loads through a binary that counts.
profile: packages ## how requests run, for the next `make static`; after large changes
	Tests/Benchmarks/setup.sh
	swift build $(RELEASE_FLAGS) --scratch-path .build-profile \
	    -Xswiftc -Xfrontend -Xswiftc -ir-profile-generate -Xlinker -u__llvm_profile_runtime \
	    -Xlinker $(wildcard $(dir $(PROFDATA))../lib/clang/*/lib/linux/libclang_rt.profile-$(shell uname -m).a)
	rm -f .build-profile/*.profraw
	for load in S1 S1p S2 S5; do \
	    BAWABA=$(CURDIR)/.build-profile/release/bawaba \
	    LLVM_PROFILE_FILE=$(CURDIR)/.build-profile/%p.profraw \
	    python3 Tests/Benchmarks/lib/bench.py run $$load bawaba 2 || exit 1; done
	$(PROFDATA) merge --sparse --text -o .build-profile/all .build-profile/*.profraw
	awk -f .ci/hot-functions.awk .build-profile/all >$(PROFILE)

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
	rm -rf .build .build-static .build-bench .build-fuzz .build-profile .run
