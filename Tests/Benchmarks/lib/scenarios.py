"""What is measured: the scenarios, their requests and answers, and where things are."""

import hashlib
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.path.dirname(HERE)
ROOT = os.path.dirname(os.path.dirname(BENCH))
RUN = os.path.join(ROOT, ".run", "bench")
BUILD = os.path.join(ROOT, ".build-bench")
PEERS = os.path.join(BENCH, "peers")
BASE = int(os.environ.get("BENCH_PORT_BASE", "18400"))
UP, REDIS = BASE, BASE + 1
IDLE_CONNS = 2000
LAT_RPS = int(os.environ.get("BENCH_LAT_RPS", "2000"))

SECRETS = {n: hashlib.sha256(b"bench-token-%d" % n).hexdigest()[:40] for n in (1, 2, 3)}
BEARER = {n: "Bearer %d|%s" % (n, s) for n, s in SECRETS.items()}
MSG = {"channel_id": "ch_01HZX5Q8W3V7K2N9", "wa_id": "5511987654321", "type": "text", "body": ""}
MSG["body"] = "Hello from the bench. ".ljust(180 - len(json.dumps(MSG, separators=(",", ":"))), "x")
MSG_BODY = json.dumps(MSG, separators=(",", ":"))
assert len(MSG_BODY) == 180
MINT_BODY = json.dumps(
    {"channel_id": "ch_01HZX5Q8W3V7K2N9", "user_id": "usr_01HZX5Q8W3V7K2N9", "ttl": 3600},
    separators=(",", ":"),
)
GET_BODY = json.dumps(
    {
        "data": [
            {
                "id": "ct_01HZX5Q8W3V7K2N%d" % i,
                "name": "Contact Number %d" % i,
                "wa_id": "55119876543%02d" % i,
                "tags": ["lead", "vip"],
            }
            for i in range(3)
        ],
        "next": "ct_01HZX5Q8W3V7K2N2",
        "total": 1284,
    },
    separators=(",", ":"),
)
POST_BODY = json.dumps(
    {
        "data": {
            "id": "msg_01HZX5Q8W3V7K2N9",
            "channel_id": "ch_01HZX5Q8W3V7K2N9",
            "wa_id": "5511987654321",
            "type": "text",
            "status": "queued",
            "created_at": "2026-01-02T03:04:05Z",
            "body": "Hello from the bench. ".ljust(90, "x"),
            "attempts": 0,
            "error": None,
        }
    },
    separators=(",", ":"),
)


# tool, TLS?, method, path, title
SCENARIOS = {
    "S1": (
        "wrk",
        True,
        "GET",
        "/api/v1/contacts",
        "Forward only: TLS 1.3, HTTP/1.1 keep-alive, 64 connections, GET",
    ),
    "S1p": (
        "wrk",
        False,
        "GET",
        "/api/v1/contacts",
        "Forward only: plaintext HTTP/1.1 keep-alive, 64 connections, GET",
    ),
    "S2F": (
        "wrk",
        True,
        "POST",
        "/api/v1/messages",
        "Forward only, the S2 request with no check at all (reference for S2)",
    ),
    "S2": (
        "wrk",
        True,
        "POST",
        "/api/v1/messages",
        "Full chain: token + ability + organization rate limit + JSON validation, then forward; TLS 1.3, 64 connections, POST",
    ),
    "S3": (
        "hs",
        True,
        "GET",
        "/api/v1/contacts",
        "Handshakes: a new TLS 1.3 connection (full handshake, no resumption) and one forwarded GET each, 16 at a time",
    ),
    "S4": (
        "wrk",
        True,
        "POST",
        "/api/v1/embed/tokens",
        "Embed-token mint at the edge: JSON in, HMAC-SHA256 signed token out, no upstream; TLS 1.3, 64 connections",
    ),
    "S5": (
        "h2load",
        True,
        "GET",
        "/api/v1/contacts",
        "HTTP/2 downstream: 16 connections x 8 streams, TLS 1.3, forward to HTTP/1.1 upstream",
    ),
    "LAT": (
        "rate",
        True,
        "GET",
        "/api/v1/contacts",
        "Latency at a fixed %d requests/s (open loop, Poisson arrivals, 64 TLS 1.3 connections), forward only"
        % LAT_RPS,
    ),
    "S2LAT": (
        "rate",
        True,
        "POST",
        "/api/v1/messages",
        "Latency of the full chain at a fixed %d requests/s (open loop, Poisson arrivals, 64 TLS 1.3 connections)"
        % LAT_RPS,
    ),
    "IDLE": (
        "idle",
        True,
        "GET",
        "/api/v1/contacts",
        "Memory of %d idle TLS 1.3 connections (one request each, then held open)" % IDLE_CONNS,
    ),
}
# The peer whose CPU time per request ours is measured by, and how much of it ours may be.
GOALS = {"S1": ("nginx122", 0.80), "S2": ("nginx-lua", 0.60), "S3": ("nginx122", 1.0), "S4": ("nginx-lua", 1.0)}
ALL = ["S1", "S1p", "S2", "S2F", "S3", "S4", "S5", "LAT", "S2LAT", "IDLE"]
SHORT = {"S3": 0.6, "LAT": 0.8, "S2LAT": 0.8}  # share of --seconds
ONCE = {"IDLE"}


def seconds_for(scenario, seconds):
    return max(1, seconds * SHORT.get(scenario, 1))
