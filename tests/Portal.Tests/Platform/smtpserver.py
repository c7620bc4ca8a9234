"""A real SMTP server on loopback for the tests: STARTTLS and AUTH required; each mail becomes a file.

usage: smtpserver.py FOLDER CERTIFICATE KEY USER PASSWORD   (prints its port, ends with its parent's standard input)
"""
import os
import socket
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

folder, certificate, key, user, password = sys.argv[1:]
seen = 0


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("abgelehnt@"):
            return "550 5.1.1 no such person"
        if address.startswith("spaeter@"):
            return "451 4.7.1 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global seen
        seen += 1
        name = os.path.join(folder, f"{seen:04}.eml")
        with open(name + ".part", "wb") as file:
            file.write(f"X-Tls: {session.ssl is not None}\r\nX-Rcpt: {','.join(envelope.rcpt_tos)}\r\n".encode() + envelope.content)
        os.rename(name + ".part", name)
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(handled=False, success=data.login == user.encode() and data.password == password.encode())


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)


class Server587(SMTP):
    async def smtp_AUTH(self, arg):
        # RFC 4954: the name of a mechanism is the same in small letters; this library forgets it.
        mechanism, _, rest = (arg or "").partition(" ")
        await super().smtp_AUTH(f"{mechanism.upper()} {rest}".strip())


class Server(Controller):
    def factory(self):
        return Server587(self.handler, hostname="localhost", tls_context=context, require_starttls=True, auth_required=True, authenticator=authenticate)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


# Another program may take the port before the server has it.
for attempt in range(5):
    server = Server(Handler(), hostname="127.0.0.1", port=free_port(), ready_timeout=120)
    try:
        server.start()
        break
    except OSError:
        if attempt == 4:
            raise
print(server.port, flush=True)
sys.stdin.read()
server.stop()
