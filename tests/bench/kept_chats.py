#!/usr/bin/env python3
"""Times two chats that take turns, with texts kept and without, in turn:

    tests/bench/kept_chats.py CANTER_CLI MODEL [--rounds 2] [--threads 2]

Prints the milliseconds from a question to its answer of 8 tokens, once each chat was read."""

import argparse
import json
import statistics
import subprocess
import time
import urllib.request

TURNS = 4
TEXT = " ".join(f"item {i} costs {i * 7 % 90} coins and weighs {i * 13 % 50} grams." for i in range(90))


def ask(port, messages):
    data = json.dumps({"messages": messages, "max_tokens": 8, "temperature": 0}).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{port}/v1/chat/completions", data=data,
                                     headers={"Content-Type": "application/json"})
    start = time.monotonic()
    reply = json.loads(urllib.request.urlopen(request).read())
    milliseconds = 1000 * (time.monotonic() - start)
    return reply["choices"][0]["message"]["content"], milliseconds, reply["usage"]["prompt_tokens"]


def times(asked, kept_mib):
    server = subprocess.Popen(
        [asked.cli, "--threads", str(asked.threads), "serve", "--model", asked.model, "--port", "0",
         "--draft", "none", "--kept-mib", str(kept_mib)], stdout=subprocess.PIPE, text=True)
    try:
        port = int(server.stdout.readline().rsplit(":", 1)[1])
        chats = [[{"role": "user", "content": f"Chat {number}. {TEXT} What is item 7?"}]
                 for number in range(2)]
        found, tokens = [], 0
        for turn in range(TURNS):
            for chat in chats:
                text, milliseconds, tokens = ask(port, chat)
                if turn > 0:
                    found.append(milliseconds)
                chat.append({"role": "assistant", "content": text})
                chat.append({"role": "user", "content": "And the next one?"})
        return found, tokens
    finally:
        server.terminate()
        server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cli")
    parser.add_argument("model")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--threads", type=int, default=2)
    asked = parser.parse_args()
    for _ in range(asked.rounds):
        for name, kept_mib in (("the last text alone", 0), ("texts kept", -1)):
            found, tokens = times(asked, kept_mib)
            print(f"{name}: median {statistics.median(found):.0f} ms "
                  f"({min(found):.0f} to {max(found):.0f}), {tokens} tokens", flush=True)


if __name__ == "__main__":
    main()
