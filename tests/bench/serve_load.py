#!/usr/bin/env python3
"""Asks a running server with OpenAI's interface for answers, and says how fast they came.

    tests/bench/serve_load.py ADDRESS [--clients 4] [--tokens 128]

asks for answers one by one, then for all of them at once, and prints tokens per second of both,
their ratio, and whether every text is the one it was alone.

    tests/bench/serve_load.py ADDRESS --requests 10000 [--clients 64] [--tokens 12] [--pid PID]

asks for very many, so many at a time, and prints requests and tokens per second, how many texts
were others than those of the same prompts before, how many requests failed, and the memory of the
server's process before, after and at most. ADDRESS is a port of this computer, or where the
interface is, such as http://127.0.0.1:8080/v1; --model names the model where a server has several.

Two servers are compared by running each alone with the same model, threads and answers at a time:

    canter-cli --threads 2 serve --model MODEL.gguf --port 11535 --slots 16 --context 512 &
    tests/bench/serve_load.py 11535 --requests 10000 --pid $!
    llama-server --model MODEL.gguf --threads 2 --port 8080 --parallel 16 --ctx-size 8192 &
    tests/bench/serve_load.py 8080 --requests 10000 --pid $!
"""
import argparse
import collections
import concurrent.futures
import json
import re
import time
import urllib.request

PROMPTS = 16  # different ones under load
PATIENCE = 120


class Server:
    def __init__(self, asked):
        address = asked.address
        self.base = f"http://127.0.0.1:{address}/v1" if address.isdigit() else address.rstrip("/")
        self.model = {"model": asked.model} if asked.model else {}
        self.tokens = asked.tokens

    def ask(self, number):
        """The count of tokens, and the text."""
        body = {"prompt": f"Story number {number}: Once upon a time", "max_tokens": self.tokens,
                "temperature": 0, **self.model}
        request = urllib.request.Request(self.base + "/completions", json.dumps(body).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=PATIENCE) as reply:
            document = json.load(reply)
        return document["usage"]["completion_tokens"], document["choices"][0]["text"]

    def ask_all(self, numbers, clients):
        """What became of each, in their order, and the seconds that all took."""
        def attempt(number):
            try:
                return self.ask(number)
            except (OSError, ValueError, KeyError) as error:
                return error
        with concurrent.futures.ThreadPoolExecutor(clients) as pool:
            begun = time.monotonic()
            answers = list(pool.map(attempt, numbers))
            return answers, time.monotonic() - begun


def memory(pid):
    """MB that the process has now, and had at most."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        sizes = dict(re.findall(r"^(VmRSS|VmHWM):\s+(\d+)", status.read(), re.MULTILINE))
    return int(sizes["VmRSS"]) / 1024, int(sizes["VmHWM"]) / 1024


def compare(server, clients):
    server.ask(clients)  # everything is in memory then
    begun = time.monotonic()
    alone = [server.ask(number) for number in range(clients)]
    one = sum(count for count, _ in alone) / (time.monotonic() - begun)
    together, seconds = server.ask_all(range(clients), clients)
    if error := next((a for a in together if isinstance(a, Exception)), None):
        raise SystemExit(f"no answer: {error}")
    many = sum(count for count, _ in together) / seconds
    print(f"one by one {one:.0f} tokens/s, {clients} at once {many:.0f} tokens/s, "
          f"ratio {many / one:.2f}, same texts: {together == alone}")


def load(server, requests, clients, pid):
    first = [server.ask(number) for number in range(PROMPTS)]
    before = memory(pid)[0] if pid else 0
    answers, seconds = server.ask_all([i % PROMPTS for i in range(requests)], clients)
    failed = collections.Counter(str(a) for a in answers if isinstance(a, Exception))
    whole = [(i, a) for i, a in enumerate(answers) if not isinstance(a, Exception)]
    others = sum(answer != first[i % PROMPTS] for i, answer in whole)
    print(f"{requests} requests, {clients} at a time: {seconds:.1f} s, "
          f"{len(whole) / seconds:.1f} requests/s, "
          f"{sum(count for _, (count, _) in whole) / seconds:.0f} tokens/s, "
          f"other texts: {others}, failed: {sum(failed.values())}")
    for error, count in failed.most_common(3):
        print(f"  {count} times: {error}")
    if pid:
        after, most = memory(pid)
        print(f"memory: {before:.1f} MB before, {after:.1f} MB after, {most:.1f} MB at most")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("address")
    parser.add_argument("--model")
    parser.add_argument("--clients", type=int)
    parser.add_argument("--tokens", type=int)
    parser.add_argument("--requests", type=int)
    parser.add_argument("--pid", type=int)
    asked = parser.parse_args()
    asked.tokens = asked.tokens or (12 if asked.requests else 128)
    server = Server(asked)
    if asked.requests:
        load(server, asked.requests, asked.clients or 64, asked.pid)
    else:
        compare(server, asked.clients or 4)


main()
