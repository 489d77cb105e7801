"""Calls of every kind by gRPC's own client through a gateway to gRPC's own server.

    grpc_calls.py --gateway 127.0.0.1:8080 --port 50051

The server listens at the port, where the gateway's upstream must be; needs Debian's python3-grpcio.
"""
import argparse
import sys
import time
from concurrent import futures

import grpc

SERVICE = "echo.Echo"


def unary(request, context):
    if request == b"fail":
        context.set_trailing_metadata((("reason-bin", b"\x00\x01"),))
        context.abort(grpc.StatusCode.FAILED_PRECONDITION, "no: 100% not")
    context.set_trailing_metadata((("sum", str(len(request))),))
    return request


def stream_out(request, context):
    for number in range(int(request)):
        yield b"%d" % number


def stream_in(requests, context):
    return b"%d" % sum(len(request) for request in requests)


def talk(requests, context):
    for request in requests:
        if request == b"enough":
            context.abort(grpc.StatusCode.RESOURCE_EXHAUSTED, "enough")
        yield request.upper()


gone = []


def wait(request, context):
    context.add_callback(lambda: gone.append(1))
    while context.is_active():
        yield b"tick"
        time.sleep(0.02)


def serve(port):
    server = grpc.server(futures.ThreadPoolExecutor(8))
    handlers = {
        "Unary": grpc.unary_unary_rpc_method_handler(unary),
        "Out": grpc.unary_stream_rpc_method_handler(stream_out),
        "In": grpc.stream_unary_rpc_method_handler(stream_in),
        "Talk": grpc.stream_stream_rpc_method_handler(talk),
        "Wait": grpc.unary_stream_rpc_method_handler(wait),
    }
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, handlers),))
    if server.add_insecure_port(f"127.0.0.1:{port}") != port:
        sys.exit("the port is taken")
    server.start()
    return server


def fails(call, code):
    try:
        call()
    except grpc.RpcError as error:
        assert error.code() == code, error
        return error
    raise AssertionError("it did not fail")


def check(channel):
    path = lambda name: f"/{SERVICE}/{name}"
    limit = {"timeout": 20}
    call = channel.unary_unary(path("Unary"))
    for size in (0, 1, 1_000, 1_000_000):
        answer, done = call.with_call(b"x" * size, **limit)
        assert answer == b"x" * size
        assert dict(done.trailing_metadata())["sum"] == str(size)
    error = fails(lambda: call(b"fail", **limit), grpc.StatusCode.FAILED_PRECONDITION)
    assert error.details() == "no: 100% not"
    assert dict(error.trailing_metadata())["reason-bin"] == b"\x00\x01"
    out = channel.unary_stream(path("Out"))
    assert [int(text) for text in out(b"2000", **limit)] == list(range(2000))
    feed = channel.stream_unary(path("In"))
    assert feed(iter([b"y" * 10_000] * 300), **limit) == b"3000000"
    turns = []

    def words():
        for word in (b"one", b"two", b"three"):
            yield word
            while len(turns) < {b"one": 1, b"two": 2, b"three": 3}[word]:
                time.sleep(0.001)

    for text in channel.stream_stream(path("Talk"))(words(), **limit):
        turns.append(text)
    assert turns == [b"ONE", b"TWO", b"THREE"]
    talked = channel.stream_stream(path("Talk"))
    fails(
        lambda: list(talked(iter([b"a", b"enough", b"b"]), **limit)),
        grpc.StatusCode.RESOURCE_EXHAUSTED)
    waiting = channel.unary_stream(path("Wait"))(b"", **limit)
    assert next(waiting) == b"tick"
    waiting.cancel()
    for _ in range(500):
        if gone:
            break
        time.sleep(0.01)
    assert gone, "the server was not told of the cancelling"
    fails(
        lambda: channel.unary_unary(path("None"))(b"", **limit), grpc.StatusCode.UNIMPLEMENTED)
    # The gateway's own answer.
    fails(
        lambda: channel.unary_unary("/nobody.Knows/It")(b"", **limit),
        grpc.StatusCode.UNIMPLEMENTED)
    fails(lambda: channel.unary_unary("/dead/It")(b"", **limit), grpc.StatusCode.UNAVAILABLE)
    many = [call.future(b"z" * 5_000, **limit) for _ in range(300)]
    assert all(one.result() == b"z" * 5_000 for one in many)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gateway", required=True)
    parser.add_argument("--port", type=int, required=True)
    options = parser.parse_args()
    server = serve(options.port)
    name = (("grpc.default_authority", "api.test"),)
    with grpc.insecure_channel(options.gateway, name) as channel:
        check(channel)
    server.stop(0)
    print("all calls passed")


main()
