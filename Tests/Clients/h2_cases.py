#!/usr/bin/env python3
"""What an HTTP/2 server must refuse and must take: the cases of h2spec's list (RFC 9113, RFC 7541),
and floods that it must end, spoken frame by frame.

    h2_cases.py HOST PORT [--tls] [--path /p] [--only TEXT]

The path takes every method with any body. The exit status says whether all cases passed."""

import argparse
import struct
import sys
from concurrent.futures import ThreadPoolExecutor

from h2_frames import *

CASES = []
ALL = (NO_ERROR, PROTOCOL_ERROR, STREAM_CLOSED, FRAME_SIZE_ERROR)


def case(name):
    def add(function):
        CASES.append((name, function))
        return function
    return add


class Client:
    """One connection to the server under test, and what it is held to."""

    def __init__(self, options, **more):
        self.options = options
        self.connection = Connection(options.host, options.port, options.tls, **more)
        self.send = self.connection.send

    def head(self, method="GET", more=(), **change):
        fields = {":method": method, ":scheme": "https" if self.options.tls else "http",
                  ":path": self.options.path, ":authority": "localhost"}
        fields.update({":" + name: value for name, value in change.items()})
        return block([pair for pair in fields.items() if pair[1] is not None] + list(more))

    def ask(self, stream, flags=END_STREAM | END_HEADERS, **rest):
        self.send(frame(HEADERS, flags, stream, self.head(**rest)))

    def frames(self):
        while True:
            yield self.connection.read()

    def answered(self, stream=1):
        """The stream's answer comes whole."""
        for kind, flags, where, _ in self.frames():
            if kind in (GOAWAY, RST) and where in (0, stream):
                raise AssertionError("refused")
            if kind in (HEADERS, DATA) and where == stream and flags & END_STREAM:
                return

    def ponged(self):
        """The connection still lives."""
        self.send(frame(PING, 0, 0, b"bawaba!!"))
        for kind, flags, _, payload in self.frames():
            if kind == GOAWAY:
                raise AssertionError("GOAWAY")
            if kind == PING and flags & ACK and payload == b"bawaba!!":
                return

    def connection_error(self, *codes):
        """GOAWAY with one of these, or the connection's end."""
        try:
            for kind, _, _, payload in self.frames():
                if kind == GOAWAY:
                    code = int.from_bytes(payload[4:8], "big")
                    assert code in codes, "GOAWAY %d" % code
                    return
        except Closed:
            return

    def stream_error(self, *codes, status=()):
        """RST_STREAM or GOAWAY with one of these, the connection's end, or one of the statuses."""
        try:
            for kind, _, _, payload in self.frames():
                if kind in (RST, GOAWAY):
                    code = int.from_bytes(payload[-4:] if kind == RST else payload[4:8], "big")
                    assert code in codes, "%s %d" % ("RST" if kind == RST else "GOAWAY", code)
                    # The others' streams go on.
                    return self.ponged() if kind == RST else None
                if kind == HEADERS and status:
                    assert any(str(one).encode() in payload or STATUS.get(one) == payload[:1]
                               for one in status), "another status"
                    return
        except Closed:
            return


# What HPACK's static table has for them.
STATUS = {400: b"\x8c", 404: b"\x8d", 500: b"\x8e"}


def simple(name, kind, flags, stream, payload, *codes, on_stream=False):
    """One frame on a new connection, and the error that answers it."""
    def run(c):
        c.send(frame(kind, flags, stream, payload))
        (c.stream_error if on_stream else c.connection_error)(*codes)
    CASES.append((name, run))


def after_head(name, frames, *codes, on_stream=False, flags=END_HEADERS):
    """Frames behind a request's head, and the error that answers them."""
    def run(c):
        c.ask(1, flags=flags, method="POST")
        c.send(frames)
        (c.stream_error if on_stream else c.connection_error)(*codes)
    CASES.append((name, run))


def good(name, build):
    """Frames that lead to an answer on stream 1."""
    def run(c):
        c.send(build(c))
        c.answered()
    CASES.append((name, run))


def lives(name, payload):
    def run(c):
        c.send(payload)
        c.ponged()
    CASES.append((name, run))


def malformed(name, **rest):
    def run(c):
        c.ask(1, **rest)
        c.stream_error(PROTOCOL_ERROR, status=(400,))
    CASES.append((name, run))


WHOLE = END_STREAM | END_HEADERS
DEPEND = struct.pack(">IB", 0, 15)


def request(c, **rest):
    return frame(HEADERS, WHOLE, 1, c.head(**rest))


def post(c, *frames):
    return frame(HEADERS, END_HEADERS, 1, c.head("POST")) + b"".join(frames)


# generic/1, 2
good("g1 preface", request)
good("g2.1 PRIORITY on an idle stream", lambda c: frame(PRIORITY, 0, 1, DEPEND) + request(c))
good("g2.2 WINDOW_UPDATE on a half-closed stream",
     lambda c: request(c) + frame(WINDOW, 0, 1, b"\0\0\0\1"))
good("g2.3 PRIORITY on a half-closed stream", lambda c: request(c) + frame(PRIORITY, 0, 1, DEPEND))


@case("g2.4 RST_STREAM on a half-closed stream")
def _(c):
    c.ask(1)
    c.send(frame(RST, 0, 1, struct.pack(">I", CANCEL)))
    c.ponged()


@case("g2.5 PRIORITY on a closed stream")
def _(c):
    c.ask(1)
    c.answered()
    c.send(frame(PRIORITY, 0, 1, DEPEND))
    c.ponged()


# generic/3: every frame type
good("g3.1 DATA", lambda c: post(c, frame(DATA, END_STREAM, 1, b"test")))
good("g3.1 several DATA",
     lambda c: post(c, frame(DATA, 0, 1, b"te"), frame(DATA, END_STREAM, 1, b"st")))
good("g3.1 padded DATA",
     lambda c: post(c, frame(DATA, END_STREAM | PADDED, 1, b"\6test" + b"\0" * 6)))
good("g3.2 padded HEADERS",
     lambda c: frame(HEADERS, WHOLE | PADDED, 1, b"\5" + c.head() + b"\0" * 5))
good("g3.2 HEADERS with priority",
     lambda c: frame(HEADERS, WHOLE | WITH_PRIORITY, 1, DEPEND + c.head()))
for weight, on in ((0, 0), (255, 0), (255, 3), (255, 0x80000003)):
    good("g3.3 PRIORITY %d on %x" % (weight, on),
         lambda c, w=weight, o=on: frame(PRIORITY, 0, 1, struct.pack(">IB", o, w)) + request(c))
good("g3.3 PRIORITY on a later stream", lambda c: frame(PRIORITY, 0, 7, DEPEND) + request(c))


@case("g3.4 RST_STREAM")
def _(c):
    c.ask(1, flags=END_HEADERS, method="POST")
    c.send(frame(RST, 0, 1, struct.pack(">I", CANCEL)))
    c.ponged()


@case("g3.5 SETTINGS is acknowledged")
def _(c):
    c.send(frame(SETTINGS, 0, 0, struct.pack(">HI", 3, 100)))
    for kind, flags, _, _ in c.frames():
        if kind == SETTINGS and flags & ACK:
            return


@case("g3.7 PING")
def _(c):
    c.ponged()


@case("g3.8 GOAWAY")
def _(c):
    c.send(frame(GOAWAY, 0, 0, struct.pack(">II", 0, NO_ERROR)))
    try:
        c.ponged()
    except (Closed, AssertionError):
        pass


lives("g3.9 WINDOW_UPDATE on the connection", frame(WINDOW, 0, 0, b"\0\0\0\1"))
good("g3.9 WINDOW_UPDATE on a stream",
     lambda c: post(c, frame(WINDOW, 0, 1, b"\0\0\0\1"), frame(DATA, END_STREAM, 1, b"x")))
good("g3.10 CONTINUATION",
     lambda c: frame(HEADERS, END_STREAM, 1, c.head())
     + frame(CONTINUATION, END_HEADERS, 1, block([("x-a", "b")])))
good("g3.10 several CONTINUATION",
     lambda c: frame(HEADERS, END_STREAM, 1, c.head())
     + frame(CONTINUATION, 0, 1, block([("x-a", "b")]))
     + frame(CONTINUATION, END_HEADERS, 1, block([("x-c", "d")])))
# generic/4
good("g4.1 GET", request)
good("g4.2 HEAD", lambda c: request(c, method="HEAD"))
good("g4.3 POST", lambda c: post(c, frame(DATA, END_STREAM, 1, b"test")))
good("g4.4 POST with trailers",
     lambda c: post(c, frame(DATA, 0, 1, b"test"),
                    frame(HEADERS, WHOLE, 1, block([("x-trailer", "t")]))))
# generic/5: representations of fields (RFC 7541 §6)
for name, field in (
        ("indexed", b"\x90"), ("incremental, indexed name", b"\x53" + text("*/*")),
        ("incremental, new name", literal("x-new", "v", 0x40)),
        ("plain, indexed name", b"\x0f\x04" + text("*/*")),
        ("plain, new name", literal("x-new", "v")),
        ("never indexed, indexed name", b"\x1f\x04" + text("*/*")),
        ("never indexed, new name", literal("x-new", "v", 0x10)),
        ("Huffman", b"\x00" + text("x-h") + b"\x81\x1f"),
        ("dynamic table", literal("x-new", "v", 0x40) + b"\xbe")):
    good("g5 " + name, lambda c, f=field: frame(HEADERS, WHOLE, 1, c.head() + f))
good("g5 table size update", lambda c: frame(HEADERS, WHOLE, 1, b"\x20" + c.head()))


# 3: starting
@case("3.4 no preface")
def _(c):
    other = Client(c.options, greet=False)
    other.send(b"INVALID CONNECTION PREFACE\r\n\r\n")
    other.connection_error(PROTOCOL_ERROR)


@case("3.4 preface without SETTINGS")
def _(c):
    other = Client(c.options, greet=False)
    other.send(PREFACE + frame(PING, 0, 0, b"12345678"))
    other.connection_error(PROTOCOL_ERROR)


# 4: frames
lives("4.1 unknown type", frame(0x16, 0, 0, b"\0" * 8))
lives("4.1 undefined flags", frame(PING, 0x16, 0, b"\0" * 8))
lives("4.1 reserved bit", frame(PING, 0, 0x80000000, b"\0" * 8))
good("4.2 DATA of 2^14", lambda c: post(c, frame(DATA, END_STREAM, 1, b"x" * 16384)))
after_head("4.2 DATA over the frame size", frame(DATA, END_STREAM, 1, b"x" * 16385),
           FRAME_SIZE_ERROR, on_stream=True)


@case("4.2 HEADERS over the frame size")
def _(c):
    c.send(frame(HEADERS, WHOLE, 1, c.head(more=[("x-long", "x" * 16384)])))
    c.connection_error(FRAME_SIZE_ERROR)


simple("4.3 broken field section", HEADERS, WHOLE, 1, b"\x40\x10" + b"\xff" * 3, COMPRESSION_ERROR)


def in_block(name, other):
    def run(c):
        c.send(frame(HEADERS, END_STREAM, 1, c.head()) + other(c))
        c.connection_error(PROTOCOL_ERROR)
    CASES.append((name, run))


in_block("4.3 PRIORITY in a field section", lambda c: frame(PRIORITY, 0, 1, DEPEND))
in_block("4.3 other HEADERS in a field section", lambda c: frame(HEADERS, WHOLE, 3, c.head()))
# 5.1: states
simple("5.1 idle: DATA", DATA, END_STREAM, 1, b"x", PROTOCOL_ERROR)
simple("5.1 idle: RST_STREAM", RST, 0, 1, struct.pack(">I", CANCEL), PROTOCOL_ERROR)
simple("5.1 idle: WINDOW_UPDATE", WINDOW, 0, 1, b"\0\0\0\x64", PROTOCOL_ERROR)
simple("5.1 idle: CONTINUATION", CONTINUATION, END_HEADERS, 1, b"", PROTOCOL_ERROR)
after_head("5.1 half-closed: DATA", frame(DATA, END_STREAM, 1, b"x"), STREAM_CLOSED,
           on_stream=True, flags=WHOLE)


@case("5.1 half-closed: HEADERS")
def _(c):
    c.ask(1)
    c.ask(1)
    c.stream_error(STREAM_CLOSED)


after_head("5.1 half-closed: CONTINUATION", frame(CONTINUATION, END_HEADERS, 1, b""),
           STREAM_CLOSED, PROTOCOL_ERROR, on_stream=True, flags=WHOLE)


def closed(name, build, *codes, reset):
    def run(c):
        if reset:
            c.ask(1, flags=END_HEADERS, method="POST")
            c.send(frame(RST, 0, 1, struct.pack(">I", CANCEL)))
        else:
            c.ask(1)
            c.answered()
        c.send(build(c))
        c.stream_error(*codes)
    CASES.append((name, run))


for reset in (True, False):
    how = "reset" if reset else "closed"
    closed("5.1 %s: DATA" % how, lambda c: frame(DATA, END_STREAM, 1, b"x"), STREAM_CLOSED,
           reset=reset)
    closed("5.1 %s: HEADERS" % how, lambda c: request(c), STREAM_CLOSED, PROTOCOL_ERROR,
           reset=reset)
    closed("5.1 %s: CONTINUATION" % how, lambda c: frame(CONTINUATION, END_HEADERS, 1, b""),
           STREAM_CLOSED, PROTOCOL_ERROR, reset=reset)


@case("5.1.1 even stream")
def _(c):
    c.ask(2)
    c.connection_error(PROTOCOL_ERROR)


@case("5.1.1 smaller stream")
def _(c):
    c.ask(5)
    c.answered(5)
    c.ask(3)
    c.connection_error(PROTOCOL_ERROR)


@case("5.1.2 too many streams")
def _(c):
    most = c.connection.peer.get(3)
    assert most, "no limit announced"
    for stream in range(1, 2 * most + 3, 2):
        c.ask(stream, flags=END_HEADERS, method="POST")
    c.stream_error(PROTOCOL_ERROR, REFUSED_STREAM)


@case("5.3.1 HEADERS that depend on themselves")
def _(c):
    c.send(frame(HEADERS, WHOLE | WITH_PRIORITY, 1, struct.pack(">IB", 1, 255) + c.head()))
    # RFC 9113 §5.3.2 lets a server ignore priorities: an answer is as good.
    for kind, _, _, _ in c.frames():
        if kind in (HEADERS, RST, GOAWAY):
            return


@case("5.3.1 PRIORITY that depends on itself")
def _(c):
    c.send(frame(PRIORITY, 0, 2, struct.pack(">IB", 2, 255)))
    try:
        c.ponged()
    except (Closed, AssertionError):
        pass


simple("5.4.1 a connection's error ends it", PING, 0, 3, b"\0" * 8, PROTOCOL_ERROR)


@case("5.4.1 and closes it")
def _(c):
    c.send(frame(PING, 0, 3, b"\0" * 8))
    try:
        for _ in c.frames():
            pass
    except Closed:
        return


lives("5.5 unknown frame", frame(0xff, 0, 0, b"\0" * 8))
in_block("5.5 unknown frame in a field section", lambda c: frame(0xff, 1, 1, b"\0" * 8))
# 6.1 … 6.4
simple("6.1 DATA on stream 0", DATA, END_STREAM, 0, b"x", PROTOCOL_ERROR)
after_head("6.1 DATA on a half-closed stream", frame(DATA, END_STREAM, 1, b"x"), STREAM_CLOSED,
           on_stream=True, flags=WHOLE)
after_head("6.1 DATA with too much padding", frame(DATA, END_STREAM | PADDED, 1, b"\6test"),
           PROTOCOL_ERROR)
in_block("6.2 PRIORITY before END_HEADERS", lambda c: frame(PRIORITY, 0, 1, DEPEND))
in_block("6.2 HEADERS of another stream", lambda c: frame(HEADERS, WHOLE, 3, c.head()))


@case("6.2 HEADERS on stream 0")
def _(c):
    c.ask(0)
    c.connection_error(PROTOCOL_ERROR)


@case("6.2 HEADERS with too much padding")
def _(c):
    head = c.head()
    c.send(frame(HEADERS, WHOLE | PADDED, 1, bytes([(len(head) + 2) & 255]) + head))
    c.stream_error(PROTOCOL_ERROR, COMPRESSION_ERROR)


simple("6.3 PRIORITY on stream 0", PRIORITY, 0, 0, DEPEND, PROTOCOL_ERROR)
simple("6.3 PRIORITY of 4 bytes", PRIORITY, 0, 1, DEPEND[:4], FRAME_SIZE_ERROR, on_stream=True)
simple("6.4 RST_STREAM on stream 0", RST, 0, 0, b"\0\0\0\x08", PROTOCOL_ERROR)
simple("6.4 RST_STREAM on an idle stream", RST, 0, 1, b"\0\0\0\x08", PROTOCOL_ERROR)
after_head("6.4 RST_STREAM of 3 bytes", frame(RST, 0, 1, b"\0\0\0"), FRAME_SIZE_ERROR)
# 6.5
simple("6.5 SETTINGS ACK with content", SETTINGS, ACK, 0, b"\0", FRAME_SIZE_ERROR)
simple("6.5 SETTINGS on a stream", SETTINGS, 0, 1, struct.pack(">HI", 3, 100), PROTOCOL_ERROR)
simple("6.5 SETTINGS of 3 bytes", SETTINGS, 0, 0, b"\0\3\0", FRAME_SIZE_ERROR)
for name, value, code in ((2, 2, PROTOCOL_ERROR), (4, 1 << 31, FLOW_CONTROL_ERROR),
                          (5, 16383, PROTOCOL_ERROR), (5, 1 << 24, PROTOCOL_ERROR)):
    simple("6.5.2 setting %d = %d" % (name, value), SETTINGS, 0, 0,
           struct.pack(">HI", name, value), code)
lives("6.5.2 unknown setting", frame(SETTINGS, 0, 0, struct.pack(">HI", 0xff, 1)))


def content(c, stream, count):
    """Reads content of a stream until there are `count` bytes; then none more may come."""
    got = 0
    for kind, _, where, payload in c.frames():
        if kind == DATA and where == stream:
            got += len(payload)
            assert got <= count, "%d bytes" % got
            if got == count:
                return
        assert kind not in (RST, GOAWAY), "refused"


@case("6.5.3 the last of several values counts")
def _(c):
    c.send(frame(SETTINGS, 0, 0, struct.pack(">HIHI", 4, 100, 4, 1)))
    c.ask(1)
    content(c, 1, 1)


@case("6.5.3 SETTINGS are acknowledged")
def _(c):
    c.send(frame(SETTINGS, 0, 0))
    for kind, flags, _, _ in c.frames():
        if kind == SETTINGS and flags & ACK:
            return


# 6.7 … 6.9
@case("6.7 PING with ACK is not answered")
def _(c):
    c.send(frame(PING, ACK, 0, b"\0" * 8))
    c.ponged()


simple("6.7 PING on a stream", PING, 0, 1, b"\0" * 8, PROTOCOL_ERROR)
simple("6.7 PING of 6 bytes", PING, 0, 0, b"\0" * 6, FRAME_SIZE_ERROR)
simple("6.8 GOAWAY on a stream", GOAWAY, 0, 1, b"\0" * 8, PROTOCOL_ERROR)
simple("6.9 WINDOW_UPDATE of 0", WINDOW, 0, 0, b"\0" * 4, PROTOCOL_ERROR)
after_head("6.9 WINDOW_UPDATE of 0 on a stream", frame(WINDOW, 0, 1, b"\0" * 4), PROTOCOL_ERROR,
           on_stream=True)
simple("6.9 WINDOW_UPDATE of 3 bytes", WINDOW, 0, 0, b"\0\0\1", FRAME_SIZE_ERROR)


@case("6.9.1 a window of 1 byte")
def _(c):
    c.send(frame(SETTINGS, 0, 0, struct.pack(">HI", 4, 1)))
    c.ask(1)
    content(c, 1, 1)
    c.ponged()


MOST = struct.pack(">I", (1 << 31) - 1)
simple("6.9.1 the connection's window over 2^31-1", WINDOW, 0, 0, MOST, FLOW_CONTROL_ERROR)
after_head("6.9.1 a stream's window over 2^31-1", frame(WINDOW, 0, 1, MOST) * 2,
           FLOW_CONTROL_ERROR, on_stream=True)


@case("6.9.2 a window that grows by SETTINGS")
def _(c):
    c.send(frame(SETTINGS, 0, 0, struct.pack(">HI", 4, 0)))
    c.ask(1)
    c.ponged()
    c.send(frame(SETTINGS, 0, 0, struct.pack(">HI", 4, 1)))
    content(c, 1, 1)


@case("6.9.2 a negative window")
def _(c):
    c.send(frame(SETTINGS, 0, 0, struct.pack(">HI", 4, 3)))
    c.ask(1)
    content(c, 1, 3)
    c.send(frame(SETTINGS, 0, 0, struct.pack(">HI", 4, 2)) + frame(WINDOW, 0, 1, b"\0\0\0\2"))
    content(c, 1, 1)


@case("6.9.2 SETTINGS that overflow an open stream's window")
def _(c):
    c.ask(1, flags=END_HEADERS, method="POST")
    c.send(frame(WINDOW, 0, 1, struct.pack(">I", (1 << 31) - 1 - 65535)))
    c.send(frame(SETTINGS, 0, 0, struct.pack(">HI", 4, 65536)))
    c.connection_error(FLOW_CONTROL_ERROR)


simple("6.9.2 a first window over the most", SETTINGS, 0, 0, struct.pack(">HI", 4, 1 << 31),
       FLOW_CONTROL_ERROR)
# 6.10
good("6.10 several CONTINUATION",
     lambda c: frame(HEADERS, END_STREAM, 1, c.head())
     + frame(CONTINUATION, 0, 1, block([("x-a", "b")])) * 2
     + frame(CONTINUATION, END_HEADERS, 1, block([("x-c", "d")])))
in_block("6.10 CONTINUATION and then DATA",
         lambda c: frame(CONTINUATION, 0, 1, block([("x-a", "b")])) + frame(DATA, 1, 1, b"x"))
in_block("6.10 CONTINUATION on stream 0",
         lambda c: frame(CONTINUATION, END_HEADERS, 0, block([("x-a", "b")])))
after_head("6.10 CONTINUATION behind END_HEADERS", frame(CONTINUATION, END_HEADERS, 1, b""),
           PROTOCOL_ERROR)
in_block("6.10 CONTINUATION behind CONTINUATION with END_HEADERS",
         lambda c: frame(CONTINUATION, END_HEADERS, 1, b"") * 2)
after_head("6.10 CONTINUATION behind DATA",
           frame(DATA, 0, 1, b"x") + frame(CONTINUATION, END_HEADERS, 1, b""), PROTOCOL_ERROR)


# 7
@case("7 GOAWAY with an unknown code")
def _(c):
    c.send(frame(GOAWAY, 0, 0, struct.pack(">II", 0, 0xff)))
    try:
        c.ponged()
    except (Closed, AssertionError):
        pass


@case("7 RST_STREAM with an unknown code")
def _(c):
    c.ask(1, flags=END_HEADERS, method="POST")
    c.send(frame(RST, 0, 1, struct.pack(">I", 0xff)))
    c.ponged()


# 8: requests
after_head("8.1 a second head without END_STREAM",
           frame(HEADERS, END_HEADERS, 1, block([("x-a", "b")])), PROTOCOL_ERROR, on_stream=True)
malformed("8.2.1 upper-case name", more=[("X-TEST", "ok")])
malformed("8.2.1 space in a name", more=[("x test", "ok")])
malformed("8.2.1 CR in a value", more=[("x-test", "a\rb")])
malformed("8.2.1 LF in a value", more=[("x-test", "a\nb")])
malformed("8.2.1 NUL in a value", more=[("x-test", "a\0b")])
malformed("8.2.1 value that begins with a space", more=[("x-test", " ok")])
malformed("8.2.1 value that ends with a tab", more=[("x-test", "ok\t")])
malformed("8.3 unknown pseudo-header field", more=[(":test", "ok")])
malformed("8.3 :status in a request", more=[(":status", "200")])


@case("8.3 pseudo-header field in trailers")
def _(c):
    c.ask(1, flags=END_HEADERS, method="POST")
    c.send(frame(DATA, 0, 1, b"test") + frame(HEADERS, WHOLE, 1, block([(":method", "GET")])))
    c.stream_error(PROTOCOL_ERROR, status=(400,))


@case("8.3 pseudo-header field behind a regular one")
def _(c):
    c.send(frame(HEADERS, WHOLE, 1, block([("x-a", "b")]) + c.head()))
    c.stream_error(PROTOCOL_ERROR, status=(400,))


for name, value in (("connection", "keep-alive"), ("keep-alive", "1"), ("proxy-connection", "x"),
                    ("transfer-encoding", "chunked"), ("upgrade", "foo"), ("te", "gzip")):
    malformed("8.2.2 " + name, more=[(name, value)])
@case("8.1.1 a malformed head leaves other streams alone")
def _(c):
    c.ask(1, flags=END_HEADERS, method="POST")
    c.ask(3, more=[("connection", "close")])
    c.stream_error(PROTOCOL_ERROR)
    c.send(frame(DATA, END_STREAM, 1, b"test"))
    c.answered()


@case("8.1 trailers behind an answer that waits for its window")
def _(c):
    c.send(frame(SETTINGS, 0, 0, struct.pack(">HI", 4, 0)))
    c.ask(1, flags=END_HEADERS, method="POST", path="/nowhere")
    for kind, _, where, _ in c.frames():
        if kind == HEADERS and where == 1:
            break
    c.send(frame(HEADERS, WHOLE, 1, literal("x-long", "a" * 9000)))
    c.send(frame(WINDOW, 0, 1, b"\0\1\0\0"))
    c.answered()


@case("8.1 a head whose first field is too large")
def _(c):
    fields = [(":path", "/" + "a" * 15000), (":method", "GET"), (":scheme", "http"),
              (":authority", "localhost"), ("x-a", "b" * 1000)]
    c.send(frame(HEADERS, END_STREAM, 1, block(fields)) + frame(
        CONTINUATION, END_HEADERS, 1, literal("x-b", "b" * 16000)))
    for kind, flags, where, _ in c.frames():
        if kind == HEADERS and where == 1:
            return


malformed("8.3.1 empty :path", path="")
malformed("8.3.1 no :method", method=None)
malformed("8.3.1 no :scheme", scheme=None)
malformed("8.3.1 no :path", path=None)
for name, value in ((":method", "GET"), (":scheme", "http"), (":path", "/p")):
    malformed("8.3.1 %s twice" % name, more=[(name, value)])
malformed("8.3.1 no authority", authority=None)
malformed("8.3.1 user information in :authority", authority="user@localhost")
malformed("8.3.1 another Host", more=[("host", "other.example")])
malformed("8.3.1 raw byte in :path", path=b"/p/\xc3\xa9")
malformed("8.3.1 absolute form in :path", path="http://other.example/p")
malformed("8.3.1 :path without a slash", path="p")
malformed("8.3.1 space in :path", path="/p a")


def lengths(name, *parts):
    def run(c):
        c.ask(1, flags=END_HEADERS, method="POST", more=[("content-length", "1")])
        c.send(b"".join(frame(DATA, END_STREAM if at == len(parts) - 1 else 0, 1, part)
                        for at, part in enumerate(parts)))
        c.stream_error(PROTOCOL_ERROR, status=(400,))
    CASES.append((name, run))


lengths("8.1.1 content-length of another length", b"test")
lengths("8.1.1 content-length of several DATA", b"te", b"st")
malformed("8.1.1 content-length without content", method="POST", more=[("content-length", "1")])
malformed("8.1.1 two content-lengths", method="POST",
          more=[("content-length", "0"), ("content-length", "0")])
simple("8.4 PUSH_PROMISE", PUSH, END_HEADERS, 1, b"\0\0\0\2", PROTOCOL_ERROR)


# HPACK
def packed(name, field, *codes):
    def run(c):
        c.send(frame(HEADERS, WHOLE, 1, field if name.endswith("update") else c.head() + field))
        c.connection_error(*(codes or (COMPRESSION_ERROR,)))
    CASES.append((name, run))


packed("hpack 2.3.3 indexed out of range", number(70, 7, 0x80))
packed("hpack 2.3.3 literal with a name out of range", number(70, 6, 0x40) + text("x"))
packed("hpack 4.2 table size update at the end", b"\x20")
packed("hpack 5.2 padding over 7 bits", literal("x-a", b"")[:-1] + b"\x82\x1f\xff")
packed("hpack 5.2 padding of zeros", literal("x-a", b"")[:-1] + b"\x81\x18")
packed("hpack 5.2 EOS", literal("x-a", b"")[:-1] + b"\x84\xff\xff\xff\xff")
packed("hpack 6.1 index 0", b"\x80")
packed("hpack 6.3 too large a table size update", number(4097, 5, 0x20))


# What proxies take differently, case by case.
good("8.2.2 te: trailers", lambda c: request(c, more=[("te", "trailers")]))
good("8.3.1 Host as the authority", lambda c: request(c, more=[("host", "localhost")]))
for host in ("LOCALHOST", "localhost:80", "localhost:"):
    good("8.3.1 Host that names the same: %r" % host,
         lambda c, host=host: request(c, more=[("host", host)]))
good("8.3.1 an authority with an empty port", lambda c: request(c, authority="localhost:"))
good("9.3.7 OPTIONS *", lambda c: request(c, method="OPTIONS", path="*"))
good("10.1.1 Expect twice", lambda c: request(
    c, more=[("expect", "100-continue"), ("expect", "100-continue, 100-continue")]))
malformed("8.3.1 Host with another port", more=[("host", "localhost:81")])
good("8.3.1 Host alone", lambda c: request(c, authority=None, more=[("host", "localhost")]))
good("8.2.1 blank and tab within a value", lambda c: request(c, more=[("x-test", "a b\tc")]))
good("8.2.1 raw byte in a value", lambda c: request(c, more=[("x-test", b"a\xe9b")]))
good("8.2.1 empty value", lambda c: request(c, more=[("x-test", "")]))
good("8.2.3 cookies in pieces", lambda c: request(c, more=[("cookie", "a=1"), ("cookie", "b=2")]))
good("8.1.1 content-length 0 without content", lambda c: request(c, more=[("content-length", "0")]))
for name in ("", "x:y", ":x", "x\0y", "x\x7f", b"x\x80", "x(", "x@y", "x\r\ny", "x\ty", "X-Upper:"):
    malformed("8.2.1 name %r" % (name,), more=[(name, "1")])
for value in ("a\x01b", "a\x1fb", "a\x7fb", "a\x0bb", "\ta", "a ", "\na", "a\r"):
    malformed("8.2.1 value %r" % value, more=[("x-test", value)])
for name, value in (("te", "trailers, gzip"), ("te", ""), ("connection", ""), ("upgrade", "h2c"),
                    ("proxy-connection", "keep-alive"), ("transfer-encoding", "identity")):
    malformed("8.2.2 %s: %r" % (name, value), more=[(name, value)])
for authority in ("", "localhost:99999", "localhost:abc", "local host", "localhost/x", "a,b",
                  b"localhost\xc3", " localhost", "localhost\t"):
    malformed("8.3.1 authority %r" % (authority,), authority=authority)
for path in ("*", "/p#fragment", "/p\tq", "/p\0", "/p\x7f", "/p\r\nx: y", "/p\\q", "/../p", "/%00",
             "/%zz", "//p", " /p", "/p ", b"/p?q=\x80"):
    malformed("8.3.1 path %r" % (path,), path=path)
for method in ("", "GE T", "GET\r\n", b"GET\x80", "GET / HTTP/1.1"):
    malformed("8.3.1 method %r" % (method,), method=method)
for scheme in ("", "ht tp", "http://", b"http\x80", "http\r\nx: y"):
    malformed("8.3.1 scheme %r" % (scheme,), scheme=scheme)
for value in ("", "+1", "-1", "0x1", "1,1", "1 1", "9223372036854775808", "1" * 30):
    malformed("8.1.1 content-length %r" % value, method="POST", flags=END_HEADERS,
              more=[("content-length", value)])
malformed("8.3.1 Host twice", more=[("host", "localhost"), ("host", "localhost")])
malformed("8.3.1 empty Host", more=[("host", "")])
malformed("8.3.1 :authority twice", more=[(":authority", "localhost")])
malformed("8.5 CONNECT with a path", method="CONNECT")
malformed("8.5 CONNECT", method="CONNECT", path=None, scheme=None)
malformed("8.5 CONNECT without an authority", method="CONNECT", path=None, scheme=None,
          authority=None)
malformed("8441 :protocol of a GET", more=[(":protocol", "websocket")])
simple("8.1 an empty head", HEADERS, WHOLE, 1, b"", PROTOCOL_ERROR, on_stream=True)


def trailing(name, fields, *codes, flags=WHOLE, then=b""):
    """Trailers that are refused."""
    def run(c):
        c.ask(1, flags=END_HEADERS, method="POST")
        c.send(frame(DATA, 0, 1, b"x") + frame(HEADERS, flags, 1, fields) + then)
        c.stream_error(*(codes or (PROTOCOL_ERROR,)), status=(400,))
    CASES.append((name, run))


trailing("8.1 upper-case name in trailers", block([("X-A", "1")]))
trailing("8.1 line end in trailers", block([("x-a", "1\r\nx: y")]))
trailing("8.1 transfer-encoding in trailers", block([("transfer-encoding", "chunked")]))
trailing("8.1 trailers without END_STREAM", block([("x-a", "1")]), flags=END_HEADERS)
trailing("8.1 DATA behind trailers", block([("x-a", "1")]), STREAM_CLOSED,
         then=frame(DATA, END_STREAM, 1, b"x"))
trailing("hpack index 0 in trailers", b"\x80", COMPRESSION_ERROR)


@case("8.1.1 content shorter than promised, and trailers")
def _(c):
    c.ask(1, flags=END_HEADERS, method="POST", more=[("content-length", "5")])
    c.send(frame(DATA, 0, 1, b"hell") + frame(HEADERS, WHOLE, 1, block([("x-a", "1")])))
    c.stream_error(PROTOCOL_ERROR, status=(400,))


# Lengths, flags and numbers at their limits.
good("6.1 padding that fills DATA",
     lambda c: post(c, frame(DATA, END_STREAM | PADDED, 1, b"\4" + b"\0" * 4)))
after_head("6.1 padding of DATA's own length",
           frame(DATA, END_STREAM | PADDED, 1, b"\5" + b"\0" * 4), PROTOCOL_ERROR)
after_head("6.1 padded DATA of 0 bytes", frame(DATA, END_STREAM | PADDED, 1), PROTOCOL_ERROR,
           FRAME_SIZE_ERROR)
simple("6.2 padded HEADERS of 0 bytes", HEADERS, WHOLE | PADDED, 1, b"", PROTOCOL_ERROR,
       FRAME_SIZE_ERROR)
simple("6.2 HEADERS too short for their priority", HEADERS, WHOLE | WITH_PRIORITY, 1, b"\0\0",
       PROTOCOL_ERROR, FRAME_SIZE_ERROR)
after_head("6.4 RST_STREAM of 5 bytes", frame(RST, 0, 1, b"\0" * 5), FRAME_SIZE_ERROR)
simple("6.5 more SETTINGS acknowledged than sent", SETTINGS, ACK, 0, b"", PROTOCOL_ERROR)
simple("8441 ENABLE_CONNECT_PROTOCOL = 2", SETTINGS, 0, 0, struct.pack(">HI", 8, 2), PROTOCOL_ERROR)
good("6.5.2 a header table of 0",
     lambda c: frame(SETTINGS, 0, 0, struct.pack(">HI", 1, 0)) + request(c))
simple("6.7 PING of 9 bytes", PING, 0, 0, b"\0" * 9, FRAME_SIZE_ERROR)
simple("6.8 GOAWAY of 7 bytes", GOAWAY, 0, 0, b"\0" * 7, FRAME_SIZE_ERROR)
simple("6.9 WINDOW_UPDATE of 0 but for the reserved bit", WINDOW, 0, 0, b"\x80\0\0\0",
       PROTOCOL_ERROR)
lives("6.9 WINDOW_UPDATE with the reserved bit", frame(WINDOW, 0, 0, b"\x80\0\0\1"))
simple("5.1.1 DATA on an even idle stream", DATA, END_STREAM, 2, b"x", PROTOCOL_ERROR)
simple("4.2 unknown frame over the frame size", 0x20, 0, 0, b"x" * 16385, FRAME_SIZE_ERROR)
for kind, name in ((PING, "PING"), (SETTINGS, "SETTINGS"), (RST, "RST_STREAM"), (WINDOW, "WINDOW_UPDATE"),
                   (GOAWAY, "GOAWAY"), (DATA, "DATA")):
    in_block("4.3 %s in a field section" % name,
             lambda c, k=kind: frame(k, 0, 0 if k in (PING, SETTINGS, GOAWAY) else 1, b"\0" * 8))
good("4.3 an empty HEADERS and a head in CONTINUATION",
     lambda c: frame(HEADERS, END_STREAM, 1) + frame(CONTINUATION, END_HEADERS, 1, c.head()))


@case("5.1.1 the last stream number")
def _(c):
    c.ask((1 << 31) - 1)
    c.answered((1 << 31) - 1)


packed("hpack 5.1 an integer that overflows", b"\xff" * 10 + b"\1")
packed("hpack 5.2 a name cut short", b"\x00\x05ab")
packed("hpack 5.2 a value cut short", b"\x00\x01a\x05ab")
packed("hpack 5.2 a length that overflows", b"\x00\x7f\xff\xff\xff\xff\x0fab")
packed("hpack 4.4 a field that was evicted", literal("x", "y" * 4090, 0x40) + b"\xbe")
good("hpack 4.2 two table size updates",
     lambda c: frame(HEADERS, WHOLE, 1, b"\x20" + number(4096, 5, 0x20) + c.head()))


# Floods: ended early
def flood(name, build, count=20000):
    def run(c):
        data = build(c)
        for _ in range(count // 100):
            c.send(data * 100)
        c.connection_error(CALM, PROTOCOL_ERROR, INTERNAL_ERROR, NO_ERROR)
    CASES.append(("flood " + name, run))


flood("PING", lambda c: frame(PING, 0, 0, b"\0" * 8))
flood("SETTINGS", lambda c: frame(SETTINGS, 0, 0, struct.pack(">HI", 3, 100)))
flood("PRIORITY", lambda c: frame(PRIORITY, 0, 1, DEPEND))
flood("WINDOW_UPDATE", lambda c: frame(WINDOW, 0, 0, b"\0\0\0\1"))
flood("unknown frames", lambda c: frame(0xff, 0, 0))


@case("flood empty DATA")
def _(c):
    c.ask(1, flags=END_HEADERS, method="POST")
    for _ in range(200):
        c.send(frame(DATA, 0, 1) * 100)
    c.connection_error(CALM, PROTOCOL_ERROR, INTERNAL_ERROR)


@case("flood resets")
def _(c):
    for stream in range(1, 8001, 2):
        c.send(frame(HEADERS, WHOLE, stream, c.head()) + frame(RST, 0, stream, b"\0\0\0\x08"))
    c.connection_error(CALM, PROTOCOL_ERROR, INTERNAL_ERROR, NO_ERROR)


@case("flood resets that the server makes")
def _(c):
    for stream in range(1, 2001, 2):
        head = c.head("POST", [("content-length", "1")])
        c.send(frame(HEADERS, END_HEADERS, stream, head) + frame(DATA, END_STREAM, stream, b"xx"))
    c.connection_error(CALM, PROTOCOL_ERROR, INTERNAL_ERROR)


@case("flood CONTINUATION")
def _(c):
    c.send(frame(HEADERS, END_STREAM, 1, c.head()))
    for _ in range(200):
        c.send(frame(CONTINUATION, 0, 1) * 100)
    c.connection_error(CALM, PROTOCOL_ERROR, INTERNAL_ERROR)


@case("flood fields by index (a small head that unpacks to a large one)")
def _(c):
    c.send(frame(HEADERS, WHOLE, 1, c.head() + literal("x-big", "x" * 3900, 0x40) + b"\xbe" * 9000))
    c.stream_error(CALM, PROTOCOL_ERROR, INTERNAL_ERROR, CANCEL, status=(431,))


@case("flood fields by index, stream after stream")
def _(c):
    big = literal("x-big", "x" * 3900, 0x40)
    for stream in range(1, 2001, 2):
        c.send(frame(HEADERS, WHOLE, stream, c.head() + big + b"\xbe" * 9000))
        big = b""
    c.connection_error(CALM, PROTOCOL_ERROR, INTERNAL_ERROR)


def attempt(run, options):
    """Why a case failed, None when it passed."""
    try:
        client = Client(options)
        try:
            run(client)
        finally:
            client.connection.close()
    except (AssertionError, Closed, OSError) as error:
        return str(error) or type(error).__name__
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("--tls", action="store_true")
    parser.add_argument("--path", default="/p")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    chosen = [pair for pair in CASES if options.only in pair[0]]
    with ThreadPoolExecutor(8) as pool:
        faults = list(pool.map(lambda pair: attempt(pair[1], options), chosen))
    for (name, _), fault in zip(chosen, faults):
        if fault:
            print("FAILED %s: %s" % (name, fault))
    failed = len([fault for fault in faults if fault])
    print("%d passed, %d failed" % (len(chosen) - failed, failed))
    sys.exit(1 if failed else 0)


main()
