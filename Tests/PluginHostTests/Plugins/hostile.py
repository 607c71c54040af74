#!/usr/bin/env python3
"""Tries what a checker must not be able to do, once for each document, and reports what happened.

The first word of a document says what to try; the finding's argument is how it went.
"""

import json
import os
import socket
import sys

WORDS = {"en": "{words}", "fr": "{words}"}
DECLARATION = {
    "id": "hostile", "version": "1.0.0", "scope": "document", "languages": ["en"],
    "title": WORDS, "rationale": WORDS,
    "findings": [{"id": "outcome", "level": "note", "message": WORDS, "help": WORDS}],
}


def read(path):
    with open(path, "rb") as file:
        return "read %d bytes" % len(file.read(64))


def write(path):
    with open(path, "w") as file:
        file.write("x")
    return "wrote"


def network(port):
    with socket.create_connection(("127.0.0.1", int(port)), timeout=2):
        return "connected"


def fork(_):
    count = 0
    while count < 100000:
        if os.fork() == 0:
            while True:
                pass
        count += 1
    return "forked %d" % count


def memory(_):
    return "took %d" % len(b"\x01" * (8 << 30))


def session(_):
    os.setsid()
    return "left the session"


def kill(process):
    os.kill(int(process), 0)
    return "reached process %s" % process


def list_folder(path):
    return "listed %d" % len(os.listdir(path))


def descriptors(_):
    found = []
    for number in range(3, 64):
        try:
            os.fstat(number)
            found.append(number)
        except OSError:
            pass
    return "open: %s" % found


def environment(_):
    return " ".join(sorted(os.environ))


TRIES = {
    "read": read, "write": write, "network": network, "fork": fork, "memory": memory,
    "session": session, "kill": kill, "list": list_folder, "descriptors": descriptors,
    "environment": environment,
}


def check(document):
    name, _, argument = document["blocks"][0]["text"].partition(" ")
    try:
        outcome = TRIES[name](argument)
    except BaseException as error:
        outcome = "%s" % type(error).__name__
    return {"findings": [{"kind": "outcome", "arguments": {"words": outcome}}]}


for line in sys.stdin.buffer:
    message = json.loads(line)
    method = message["method"]
    if method == "exit":
        break
    if "id" not in message:
        continue
    if method == "initialize":
        result = {"protocol": 1, "checker": DECLARATION}
    elif method == "check":
        result = check(message["params"]["document"])
    elif method == "shutdown":
        result = None
    else:
        result = {}
    print(json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": result}), flush=True)
