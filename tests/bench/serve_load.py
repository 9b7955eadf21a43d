#!/usr/bin/env python3
"""Asks a running `canter-cli serve` for answers one by one, then for all of them at once.

    tests/bench/serve_load.py PORT [--clients 4] [--tokens 128]

Prints tokens per second of both, their ratio, and whether every text is the one it was alone.
"""
import argparse
import json
import threading
import time
import urllib.request


def ask(port, number, tokens, answers):
    body = {"prompt": f"Story number {number}: Once upon a time", "max_tokens": tokens,
            "temperature": 0}
    request = urllib.request.Request(f"http://127.0.0.1:{port}/v1/completions",
                                     json.dumps(body).encode(),
                                     {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as reply:
        document = json.load(reply)
    answers[number] = (document["usage"]["completion_tokens"], document["choices"][0]["text"])


def ask_all(port, numbers, tokens):
    answers = {}
    clients = [threading.Thread(target=ask, args=(port, number, tokens, answers))
               for number in numbers]
    begun = time.monotonic()
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    return answers, time.monotonic() - begun


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("port", type=int)
    arguments.add_argument("--clients", type=int, default=4)
    arguments.add_argument("--tokens", type=int, default=128)
    asked = arguments.parse_args()
    ask_all(asked.port, [asked.clients], asked.tokens)  # everything is in memory then
    alone, seconds = {}, 0.0
    for number in range(asked.clients):
        answers, taken = ask_all(asked.port, [number], asked.tokens)
        alone.update(answers)
        seconds += taken
    one = sum(count for count, _ in alone.values()) / seconds
    together, seconds = ask_all(asked.port, range(asked.clients), asked.tokens)
    many = sum(count for count, _ in together.values()) / seconds
    print(f"one by one {one:.0f} tokens/s, {asked.clients} at once {many:.0f} tokens/s, "
          f"ratio {many / one:.2f}, same texts: {together == alone}")


main()
