"""A DNS server that answers for a test's names."""

import socket
import struct
import threading


class NameServer:
    """Answers A questions for its names with 127.0.0.1, and questions for others with NXDOMAIN."""

    def __init__(self, names, address=("127.0.0.1", 0)):
        self.names = {name.encode() for name in names}
        self.questions = []
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(address)
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.run, daemon=True).start()

    @property
    def asked(self):
        """The names that were asked for."""
        return {name.decode() for name, _ in self.questions}

    def run(self):
        while True:
            query, peer = self.socket.recvfrom(4096)
            end = query.index(0, 12) + 1
            name, (kind,) = self.text(query[12:end]), struct.unpack("!H", query[end:end + 2])
            self.questions.append((name, kind))
            known, answers = name in self.names, b""
            if known and kind == 1:
                answers = struct.pack("!HHHIH4B", 0xC00C, 1, 1, 60, 4, 127, 0, 0, 1)
            # QR, RD, RA; NXDOMAIN for names that are not ours.
            flags = 0x8180 if known else 0x8183
            self.socket.sendto(
                query[:2] + struct.pack("!5H", flags, 1, 1 if answers else 0, 0, 0)
                + query[12:end + 4] + answers, peer)

    @staticmethod
    def text(labels):
        parts, at = [], 0
        while labels[at]:
            parts.append(labels[at + 1:at + 1 + labels[at]].lower())
            at += 1 + labels[at]
        return b".".join(parts)
