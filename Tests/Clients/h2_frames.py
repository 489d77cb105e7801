"""HTTP/2 frames by hand: a client that can also say what no client may."""

import socket
import ssl
import struct

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
DATA, HEADERS, PRIORITY, RST, SETTINGS, PUSH, PING, GOAWAY, WINDOW, CONTINUATION = range(10)
END_STREAM, ACK, END_HEADERS, PADDED, WITH_PRIORITY = 1, 1, 4, 8, 0x20
(NO_ERROR, PROTOCOL_ERROR, INTERNAL_ERROR, FLOW_CONTROL_ERROR, SETTINGS_TIMEOUT, STREAM_CLOSED,
 FRAME_SIZE_ERROR, REFUSED_STREAM, CANCEL, COMPRESSION_ERROR, CONNECT_ERROR, CALM) = range(12)


def frame(kind, flags, stream, payload=b""):
    return struct.pack(">I", len(payload))[1:] + bytes([kind, flags]) + struct.pack(
        ">I", stream) + payload


def number(value, bits, first=0):
    """An integer with a prefix (RFC 7541 §5.1)."""
    most = (1 << bits) - 1
    if value < most:
        return bytes([first | value])
    out, value = [first | most], value - most
    while value >= 128:
        out.append(value % 128 + 128)
        value //= 128
    return bytes(out + [value])


def text(value):
    value = value if isinstance(value, bytes) else value.encode()
    return number(len(value), 7) + value


def literal(name, value, first=0x00):
    """A literal field with a new name, by default without indexing."""
    return bytes([first]) + text(name) + text(value)


def block(fields):
    return b"".join(literal(name, value) for name, value in fields)


class Closed(Exception):
    pass


class Connection:
    """A connection whose preface and SETTINGS were exchanged, unless `greet` is off."""

    def __init__(self, host, port, tls=False, greet=True, settings=b"", wait=2.0):
        raw = socket.create_connection((host, port), timeout=max(10, wait))
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            context.set_alpn_protocols(["h2"])
            raw = context.wrap_socket(raw, server_hostname="localhost")
        self.socket, self.wait, self.buffer = raw, wait, b""
        self.peer = {}
        if greet:
            self.send(PREFACE + frame(SETTINGS, 0, 0, settings))
            while True:
                kind, flags, _, payload = self.read()
                if kind == SETTINGS and not flags & ACK:
                    for at in range(0, len(payload), 6):
                        name, value = struct.unpack(">HI", payload[at:at + 6])
                        self.peer[name] = value
                    self.send(frame(SETTINGS, ACK, 0))
                    break

    def send(self, data):
        try:
            self.socket.sendall(data)
        except (BrokenPipeError, ConnectionError, ssl.SSLError):
            pass

    def read(self):
        """The next frame; raises `Closed` at the end and TimeoutError when none comes in time."""
        while True:
            if len(self.buffer) >= 9:
                size = int.from_bytes(self.buffer[:3], "big")
                if len(self.buffer) >= 9 + size:
                    head, payload = self.buffer[:9], self.buffer[9:9 + size]
                    self.buffer = self.buffer[9 + size:]
                    return head[3], head[4], int.from_bytes(head[5:9], "big"), payload
            self.socket.settimeout(self.wait)
            try:
                data = self.socket.recv(65536)
            except (ConnectionError, ssl.SSLError) as error:
                if isinstance(error, TimeoutError):
                    raise
                raise Closed from error
            if not data:
                raise Closed
            self.buffer += data

    def close(self):
        self.socket.close()


class Accepted(Connection):
    """A server's end of a connection, in plain text with prior knowledge."""

    def __init__(self, accepted, wait=2.0):
        self.socket, self.wait, self.buffer = accepted, wait, b""
        while len(self.buffer) < len(PREFACE):
            data = accepted.recv(65536)
            if not data:
                raise Closed
            self.buffer += data
        if not self.buffer.startswith(PREFACE):
            raise Closed
        self.buffer = self.buffer[len(PREFACE):]
        self.send(frame(SETTINGS, 0, 0) + frame(SETTINGS, ACK, 0))
