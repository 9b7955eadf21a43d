#!/usr/bin/env python3
"""Reads a prompt and decodes plainly with Canter and with llama.cpp, in turn, on the same files.

    tests/bench/beside_llama.py LLAMA_BENCH CANTER_CLI MODEL.gguf... [--rounds 3] [--threads 2]

Prints tokens per second: each program's median over the rounds, and all of them. Both read 512
tokens of a prompt and decode 128. Drafts are off: this compares the plain passes.
"""
import argparse
import json
import os
import statistics
import subprocess
import tempfile

PROMPT, DECODED = 512, 128


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}\nfailed: {done.stderr.strip()[-500:]}")
    return json.loads(done.stdout)


def llama(program, model, threads):
    rows = run([program, "-m", model, "-t", str(threads), "-p", str(PROMPT), "-n", str(DECODED),
                "-r", "1", "-ngl", "0", "-o", "json"])
    by_kind = {row["n_gen"] > 0: row["avg_ts"] for row in rows}
    return by_kind[False], by_kind[True]


def canter(program, model, threads, folder):
    tokens = ",".join(str(100 + i * 37 % 4000) for i in range(PROMPT))
    answer = run([program, "--threads", str(threads), "--data-dir", folder, "--json", "generate",
                  "--model", model, "--tokens", tokens, "--max-tokens", str(DECODED + 1),
                  "--ignore-eos", "--draft", "none", "--adapter", "none"])
    decoding = answer["total_ms"] - answer["first_token_ms"]
    return 1e3 * PROMPT / answer["prompt_ms"], 1e3 * (answer["generated"] - 1) / decoding


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("llama_bench")
    arguments.add_argument("canter_cli")
    arguments.add_argument("models", nargs="+")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--threads", type=int, default=2)
    asked = arguments.parse_args()
    print("| model | prompt, Canter | llama.cpp | ratio | decoding, Canter | llama.cpp | ratio |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for model in asked.models:
            rounds = [(canter(asked.canter_cli, model, asked.threads, folder),
                       llama(asked.llama_bench, model, asked.threads))
                      for _ in range(asked.rounds)]
            cells = [os.path.basename(model)]
            for kind in (0, 1):
                medians = []
                for program in (0, 1):
                    speeds = [each[program][kind] for each in rounds]
                    medians.append(statistics.median(speeds))
                    cells.append(f"**{medians[-1]:.1f}** ({', '.join(f'{s:.1f}' for s in speeds)})")
                cells.append(f"{medians[0] / medians[1]:.2f}")
            print("| " + " | ".join(cells) + " |", flush=True)


main()
