"""Calls of every kind by gRPC's own client through a gateway to gRPC's own servers.

    grpc_calls.py --gateway 127.0.0.1:8080 --server 127.0.0.1:50051 --server 127.0.0.1:50052

The servers listen where the gateway's upstream must be; needs Debian's python3-grpcio.
"""
import argparse
import sys
import threading
from concurrent import futures

import grpc

SERVICE = "echo.Echo"
# What no call needs, however busy the machine is.
LIMIT = {"timeout": 60}
BINARY = bytes(range(256))
DETAILS = b"\x08\x09\x12\x02no\x1a\x00\xff"


class Server:
    """A server that can be stopped and started again at its address."""

    def __init__(self, address):
        self.address = address
        self.begun, self.gone = threading.Event(), threading.Event()
        self.start()

    def start(self):
        self.stopped = None
        self.server = grpc.server(futures.ThreadPoolExecutor(16))
        handlers = {
            "Unary": grpc.unary_unary_rpc_method_handler(self.unary),
            "Out": grpc.unary_stream_rpc_method_handler(self.stream_out),
            "In": grpc.stream_unary_rpc_method_handler(self.stream_in),
            "Talk": grpc.stream_stream_rpc_method_handler(self.talk),
            "Wait": grpc.unary_stream_rpc_method_handler(self.wait),
            "Stop": grpc.unary_unary_rpc_method_handler(self.stop),
        }
        handler = grpc.method_handlers_generic_handler(SERVICE, handlers)
        self.server.add_generic_rpc_handlers((handler,))
        port = int(self.address.rsplit(":", 1)[1])
        if self.server.add_insecure_port(self.address) != port:
            sys.exit(f"{self.address} is taken")
        self.server.start()

    def unary(self, request, context):
        asked = dict(context.invocation_metadata())
        if request == b"fail":
            context.set_trailing_metadata((
                ("reason-bin", b"\x00\x01"), ("grpc-status-details-bin", DETAILS)))
            context.abort(grpc.StatusCode.FAILED_PRECONDITION, "no: 100% n\u00f6t")
        if "trace-bin" in asked:
            context.send_initial_metadata((("back-bin", asked["trace-bin"]),))
        context.set_trailing_metadata((
            ("sum", str(len(request))), ("end-bin", asked.get("trace-bin", b""))))
        return request

    def stream_out(self, request, context):
        for number in range(int(request)):
            yield b"%d" % number

    def stream_in(self, requests, context):
        return b"%d" % sum(len(request) for request in requests)

    def talk(self, requests, context):
        for request in requests:
            if request == b"enough":
                context.abort(grpc.StatusCode.RESOURCE_EXHAUSTED, "enough")
            yield request.upper()

    def wait(self, request, context):
        """Says something and is silent until its client has gone."""
        gone = threading.Event()
        context.add_callback(gone.set)
        self.begun.set()
        yield b"%d" % int(context.time_remaining() * 1_000)
        gone.wait(60)
        self.gone.set()

    def stop(self, request, context):
        """Answers when its server has begun to end: its GOAWAY is before the answer.

        Calls that reach a server of gRPC 1.51 just as it stops are answered CANCELLED by itself,
        with or without a gateway; so it stops while the only client waits for it.
        """
        self.stopped = self.server.stop(60)
        return b"stopped"


def fails(call, code):
    try:
        call()
    except grpc.RpcError as error:
        assert error.code() == code, error
        return error
    raise AssertionError("it did not fail")


def path(name):
    return f"/{SERVICE}/{name}"


def check_unary(channel):
    call = channel.unary_unary(path("Unary"))
    for size in (0, 1, 1_000, 16_000, 20_000, 1_000_000):
        answer, done = call.with_call(b"x" * size, **LIMIT)
        assert answer == b"x" * size
        assert dict(done.trailing_metadata())["sum"] == str(size)
    many = [call.future(b"z" * 5_000, **LIMIT) for _ in range(300)]
    assert all(one.result() == b"z" * 5_000 for one in many)


def check_errors(channel):
    call = channel.unary_unary(path("Unary"))
    error = fails(lambda: call(b"fail", **LIMIT), grpc.StatusCode.FAILED_PRECONDITION)
    assert error.details() == "no: 100% n\u00f6t"
    trailers = dict(error.trailing_metadata())
    assert trailers["reason-bin"] == b"\x00\x01"
    assert trailers["grpc-status-details-bin"] == DETAILS
    unimplemented = grpc.StatusCode.UNIMPLEMENTED
    fails(lambda: channel.unary_unary(path("None"))(b"", **LIMIT), unimplemented)
    # The gateway's own answers.
    fails(lambda: channel.unary_unary("/nobody.Knows/It")(b"", **LIMIT), unimplemented)
    fails(lambda: channel.unary_unary("/dead/It")(b"", **LIMIT), grpc.StatusCode.UNAVAILABLE)


def check_metadata(channel):
    call = channel.unary_unary(path("Unary"))
    _, done = call.with_call(b"", metadata=(("trace-bin", BINARY), ("plain", "v")), **LIMIT)
    assert dict(done.initial_metadata())["back-bin"] == BINARY
    assert dict(done.trailing_metadata())["end-bin"] == BINARY


def check_streams(channel):
    out = channel.unary_stream(path("Out"))
    assert [int(text) for text in out(b"2000", **LIMIT)] == list(range(2000))
    feed = channel.stream_unary(path("In"))
    assert feed(iter([b"y" * 10_000] * 300), **LIMIT) == b"3000000"
    turn = threading.Semaphore(1)

    def words():
        for word in (b"one", b"two", b"three"):
            assert turn.acquire(timeout=60)
            yield word

    turns = []
    for text in channel.stream_stream(path("Talk"))(words(), **LIMIT):
        turns.append(text)
        turn.release()
    assert turns == [b"ONE", b"TWO", b"THREE"]
    talked = channel.stream_stream(path("Talk"))
    fails(
        lambda: list(talked(iter([b"a", b"enough", b"b"]), **LIMIT)),
        grpc.StatusCode.RESOURCE_EXHAUSTED)


def check_ends(channel, servers):
    wait = channel.unary_stream(path("Wait"))

    def gone():
        for server in servers:
            if server.begun.is_set():
                assert server.gone.wait(60), "the server was not told of the end"
            server.begun.clear()
            server.gone.clear()

    waiting = wait(b"", **LIMIT)
    assert int(next(waiting)) > 0
    waiting.cancel()
    gone()
    waiting = wait(b"", timeout=1)
    heard = []
    fails(lambda: heard.extend(waiting), grpc.StatusCode.DEADLINE_EXCEEDED)
    # A busy machine may take all of the second to get there; on the wire it is rounded up.
    assert all(int(left) < 2_000 for left in heard), "the server was not told of the deadline"
    gone()


def check_restarts(channel, servers):
    """Servers end gracefully while calls are made one after another: no call fails."""
    call, stop = channel.unary_unary(path("Unary")), channel.unary_unary(path("Stop"))
    for turn in range(6):
        for number in range(10):
            assert call(b"%d" % number, **LIMIT) == b"%d" % number
        assert stop(b"", **LIMIT) == b"stopped"
        for number in range(10):
            assert call(b"%d" % number, **LIMIT) == b"%d" % number
        for server in servers:
            if server.stopped:
                assert server.stopped.wait(60), "the server does not end"
                server.start()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gateway", required=True)
    parser.add_argument("--server", required=True, action="append")
    options = parser.parse_args()
    servers = [Server(address) for address in options.server]
    # The client repeats nothing by itself.
    choices = (("grpc.default_authority", "api.test"), ("grpc.enable_retries", 0))
    with grpc.insecure_channel(options.gateway, choices) as channel:
        check_unary(channel)
        check_errors(channel)
        check_metadata(channel)
        check_streams(channel)
        check_ends(channel, servers)
        check_restarts(channel, servers)
    for server in servers:
        server.server.stop(0)
    print("all calls passed")


main()
