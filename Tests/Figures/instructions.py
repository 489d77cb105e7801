#!/usr/bin/env python3
"""Instructions per request as routes and tokens grow, which no noise of the machine touches.

Each size runs twice under callgrind: N and 2N requests on one connection after the same warm-up.
The difference of the two totals, divided by N, is what a request costs; start-up cancels out. The
largest size may cost at most 5 % more (or less) than the smallest: the exit status says so.

    instructions.py [routes] [tokens]        N from FIGURES_N (default 300)
"""

import concurrent.futures
import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))
import fixture

N = int(os.environ.get("FIGURES_N", "300"))
WARM_UP = 100
WITHIN = 0.05
ROUTES = [int(size) for size in os.environ.get("FIGURES_ROUTES", "10,100,1000,10000").split(",")]
TOKENS = [int(size) for size in os.environ.get("FIGURES_TOKENS", "100,1000000").split(",")]
# Ids are equally long whatever the number of tokens: their digits are hashed and sent, too.
FIRST_TOKEN = 1_000_000
USED = 10


def contract(folder, count):
    """An OpenAPI document with `count` routes and a policy's lines for it."""
    paths = {}
    for number in range(count):
        paths["/api/v1/collection%05d/{id}/items" % number] = {"get": {
            "operationId": "listItems%05d" % number,
            "parameters": [{"name": "id", "in": "path", "required": True,
                            "schema": {"type": "string"}}],
            "responses": {"200": {"description": "OK"}}}}
    document = {"openapi": "3.0.3", "info": {"title": "Figures", "version": "1"}, "paths": paths}
    fixture.write(os.path.join(folder, "openapi.json"), json.dumps(document))
    return "contract: {document: openapi.json}"


def spread(first, count):
    """`USED` numbers spread evenly over first..<first + count."""
    return [first + (2 * index + 1) * count // (2 * USED) for index in range(USED)]


def measure(kind, size, count, redis, upstream):
    """Instructions of a whole run."""
    folder = fixture.scratch("instructions-%s-%d-%d" % (kind, size, count))
    if kind == "routes":
        config, ports = fixture.policy(
            folder, contract=contract(folder, size), rules="defaults: {auth: public}",
            redis="unix://" + redis.path, target="http://127.0.0.1:%d" % upstream.port)
        requests = [fixture.request("GET", "/api/v1/collection%05d/17/items?per_page=20" % number)
                    for number in spread(0, size)]
    else:
        config, ports = fixture.policy(
            folder, redis="unix://" + redis.path, target="http://127.0.0.1:%d" % upstream.port,
            rules="defaults: {auth: bearer, abilities: [], limit: standard}\noperations: {}")
        requests = [fixture.request("GET", "/api/v1/contacts?per_page=20", fixture.token(number))
                    for number in spread(FIRST_TOKEN, size)]
    out = os.path.join(folder, "callgrind.out")
    gateway = fixture.Gateway(
        folder, config, ports, ["valgrind", "--tool=callgrind", "--callgrind-out-file=" + out])
    fixture.load(gateway.port, requests, WARM_UP + count)
    gateway.stop()
    with open(out) as file:
        found = re.search(r"^(?:totals|summary): (\d+)", file.read(), re.MULTILINE)
    return int(found.group(1))


def table(kind, sizes, redis, upstream, pool, before=lambda size: None):
    """Measures every size and prints them; returns whether they lie close enough."""
    costs = []
    print("\n%12s  %22s" % (kind, "instructions/request"))
    for size in sizes:
        before(size)
        long, short = pool.map(
            lambda count: measure(kind, size, count, redis, upstream), (2 * N, N))
        costs.append((long - short) / N)
        change = costs[-1] / costs[0] - 1
        print("%12s  %22s  %+.2f %%" % ("{:,}".format(size), "{:,.0f}".format(costs[-1]), 100 * change),
              flush=True)
    return all(abs(cost / costs[0] - 1) <= WITHIN for cost in costs)


def main(kinds):
    if not os.access(fixture.BINARY, os.X_OK):
        fixture.die("no %s (make release)" % fixture.BINARY)
    redis, upstream = fixture.Redis(fixture.scratch("instructions-redis")), fixture.Upstream()
    stored = set()

    def seed(size):
        missing = [number for number in range(FIRST_TOKEN, FIRST_TOKEN + size)
                   if number not in stored]
        redis.pipe(fixture.token_commands(missing))
        stored.update(missing)
        print("%12s  keys in Redis" % "{:,}".format(redis.size()))

    good = True
    print("Instructions per request: %d and %d requests after %d" % (N, 2 * N, WARM_UP))
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        if "routes" in kinds:
            good = table("routes", ROUTES, redis, upstream, pool) and good
        if "tokens" in kinds:
            good = table("tokens", TOKENS, redis, upstream, pool, seed) and good
    redis.stop()
    print("\n" + ("within %d %%" % (100 * WITHIN) if good else "FAILED: not within %d %%" % (100 * WITHIN)))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["routes", "tokens"]))
