#!/usr/bin/env python3
"""Asks `canter-cli serve` for very many answers, among clients that behave badly.

    tests/tools/server_load_check.py --cli build/release/bin/canter-cli --model starter \\
        [--requests 10000] [--at-once 64]

Nine of ten requests are whole ones, half of them streamed; their texts have to be those that the
server gave before, when it was asked for one at a time. The others read slowly, leave in the
middle, send half a request, or garbage. Prints what came of each kind, the time, and the server's
memory before and after; exits with 1 for a wrong answer, a lost one, or a server that grew."""

import argparse
import asyncio
import collections
import json
import random
import signal
import subprocess
import sys
import time

PROMPTS = [f"Story number {number}: Once upon a time" for number in range(16)]
TOKENS = 12
PATIENCE = 120
# What sanitizers or an allocator may keep back; a leak of 1 kB a request would be 10 MB. Texts that
# were read may take half of it.
ALLOWED_GROWTH_MB = 8
KEPT_MIB = 4


def completion(number, stream):
    data = json.dumps({"prompt": PROMPTS[number], "max_tokens": TOKENS, "seed": number,
                       "temperature": 0.8, "stream": stream}).encode()
    return ("POST /v1/completions HTTP/1.1\r\nHost: localhost\r\n"
            "Content-Type: application/json\r\nConnection: close\r\n"
            f"Content-Length: {len(data)}\r\n\r\n").encode() + data


def body_of(reply):
    head, _, body = reply.partition(b"\r\n\r\n")
    if b"chunked" in head.lower():
        whole = b""
        while body:
            length, _, rest = body.partition(b"\r\n")
            size = int(length, 16)
            whole, body = whole + rest[:size], rest[size + 2:]
        body = whole
    return int(head.split()[1]), body


def text_of(reply, stream):
    status, body = body_of(reply)
    if status != 200:
        raise ValueError(f"status {status}: {body[:200]!r}")
    if not stream:
        return json.loads(body)["choices"][0]["text"]
    events = [line[6:] for line in body.decode().split("\n") if line.startswith("data: ")]
    if events[-1] != "[DONE]":
        raise ValueError("a stream without its end")
    return "".join(json.loads(event)["choices"][0]["text"] for event in events[:-1])


class Clients:
    def __init__(self, port):
        self.port = port
        self.alone = {}
        self.counts = collections.Counter()
        self.faults = []

    async def open(self):
        return await asyncio.open_connection("127.0.0.1", self.port)

    async def whole(self, number, stream):
        reader, writer = await self.open()
        writer.write(completion(number, stream))
        text = text_of(await reader.read(), stream)
        writer.close()
        if self.alone.setdefault(number, text) != text:
            raise ValueError(f"prompt {number} gave another text: {text!r}")

    async def slow_reader(self, number):
        reader, writer = await self.open()
        writer.write(completion(number, True))
        reply = b""
        while piece := await reader.read(64):
            reply += piece
            await asyncio.sleep(0.01)
        writer.close()
        if text_of(reply, True) != self.alone[number]:
            raise ValueError("a slow reader got another text")

    async def leaver(self, number):
        reader, writer = await self.open()
        writer.write(completion(number, True))
        await reader.read(random.randrange(1, 300))
        writer.close()

    async def half_request(self, number):
        _, writer = await self.open()
        whole = completion(number, False)
        writer.write(whole[:random.randrange(1, len(whole))])
        await writer.drain()
        await asyncio.sleep(random.random())
        writer.close()

    async def garbage(self, _):
        reader, writer = await self.open()
        writer.write(random.randbytes(random.randrange(1, 2000)) + b"\r\n\r\n")
        writer.write_eof()
        reply = await reader.read()
        writer.close()
        if reply and not reply.split(b" ")[1].startswith(b"4"):
            raise ValueError(f"garbage was answered with {reply[:80]!r}")

    async def ask(self, number):
        kind, which = number % 20, number % len(PROMPTS)
        bad = {0: self.slow_reader, 1: self.leaver, 2: self.half_request, 3: self.garbage}
        # Every kind of bad client is one in forty, in turn.
        action = bad[kind] if kind in bad and number // 20 % 2 == 0 else None
        name = action.__name__ if action else "streamed" if number % 2 else "whole"
        work = action(which) if action else self.whole(which, stream=bool(number % 2))
        try:
            await asyncio.wait_for(work, PATIENCE)
            self.counts[name] += 1
        except ConnectionError as error:
            if name in ("garbage", "half_request", "leaver"):
                self.counts[name] += 1
            else:
                self.faults.append(f"{name}: {error!r}")
        except (OSError, ValueError, LookupError, asyncio.TimeoutError) as error:
            self.faults.append(f"{name}: {error!r}")


async def ask_all(clients, requests, at_once):
    room = asyncio.Semaphore(at_once)

    async def one(number):
        async with room:
            await clients.ask(number)

    await asyncio.gather(*(one(number) for number in range(requests)))


def memory_mb(process):
    if process.poll() is not None:
        sys.exit(f"the server ended with {process.returncode}")
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cli", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--requests", type=int, default=10000)
    parser.add_argument("--at-once", type=int, default=64)
    asked = parser.parse_args()
    process = subprocess.Popen([asked.cli, "serve", "--model", asked.model, "--port", "0",
                                "--kept-mib", str(KEPT_MIB)], stdout=subprocess.PIPE, text=True)
    try:
        port = int(process.stdout.readline().rsplit(":", 1)[1])
        clients = Clients(port)
        for number in range(len(PROMPTS)):
            asyncio.run(clients.whole(number, stream=False))
        asyncio.run(ask_all(clients, asked.requests // 10, asked.at_once))  # buffers have grown
        clients.counts.clear()
        before, begun = memory_mb(process), time.monotonic()
        asyncio.run(ask_all(clients, asked.requests, asked.at_once))
        seconds = time.monotonic() - begun
        time.sleep(1)
        after = memory_mb(process)
        print(f"{asked.requests} requests, {asked.at_once} at a time, {seconds:.0f} s "
              f"({asked.requests / seconds:.0f}/s); memory {before:.1f} -> {after:.1f} MB")
        print(", ".join(f"{name} {count}" for name, count in sorted(clients.counts.items())))
        if after > before + ALLOWED_GROWTH_MB:
            clients.faults.append("the server's memory grew")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
    for fault in clients.faults[:20]:
        print("fault:", fault)
    print(f"{len(clients.faults)} faults")
    sys.exit(1 if clients.faults else 0)


main()
