#!/usr/bin/env python3
"""Compares canter-cli with a float32 forward pass of its own, on a model with Llama's graph and a
byte-level vocabulary in a GGUF file.

    python3 -m venv venv && venv/bin/pip install torch numpy gguf tokenizers jinja2
    venv/bin/python tests/tools/agreement.py --cli build/release/bin/canter-cli \\
        --model SmolLM2-135M-Instruct.Q4_1.gguf

Greedy answers to prompts: at every token where the two best logits are at least GAP apart, both
must choose the same. Text: the mean negative log-likelihoods, window by window, must differ by less
than TOLERANCE. Prompts and text are given to the program as tokens, so vocabulary and chat template
play no part. Exits with 1 where they disagree."""

import argparse
import json
import math
import pathlib
import subprocess
import sys

import jinja2
import numpy as np
import tokenizers
import torch
import torch.nn.functional as F
from gguf import GGUFReader
from gguf.quants import dequantize

GAP = 0.25
TOLERANCE = 0.003
PROJECT = pathlib.Path(__file__).parents[2]
PROMPTS = PROJECT / "tests/data/prompts/questions.jsonl"
TEXTS = [PROJECT / "LICENSE", PROJECT / "resources/smollm2/LICENSE"]


class Reference:
    def __init__(self, path):
        reader = GGUFReader(path)
        field = lambda name: reader.fields[name].contents()
        architecture = field("general.architecture")
        self.layers = field(f"{architecture}.block_count")
        self.heads = field(f"{architecture}.attention.head_count")
        self.kv_heads = field(f"{architecture}.attention.head_count_kv")
        self.epsilon = field(f"{architecture}.attention.layer_norm_rms_epsilon")
        self.rope_base = field(f"{architecture}.rope.freq_base")
        self.pieces = field("tokenizer.ggml.tokens")
        self.merges = field("tokenizer.ggml.merges")
        self.kinds = field("tokenizer.ggml.token_type")
        self.end = field("tokenizer.ggml.eos_token_id")
        self.template = field("tokenizer.chat_template")
        self.weights = {
            t.name: torch.from_numpy(np.array(dequantize(t.data, t.tensor_type), dtype=np.float32))
            for t in reader.tensors
        }
        self.embedding = self.weights["token_embd.weight"]
        self.output = self.weights.get("output.weight", self.embedding)

    def tokenizer(self):
        vocabulary = {piece: i for i, piece in enumerate(self.pieces)}
        merges = [tuple(merge.split(" ")) for merge in self.merges]
        made = tokenizers.Tokenizer(tokenizers.models.BPE(vocab=vocabulary, merges=merges))
        pre = tokenizers.pre_tokenizers
        made.pre_tokenizer = pre.Sequence(
            [pre.Digits(individual_digits=True), pre.ByteLevel(add_prefix_space=False)])
        made.add_special_tokens([
            tokenizers.AddedToken(piece, special=True, normalized=False)
            for piece, kind in zip(self.pieces, self.kinds) if kind == 3
        ])
        return made

    def prompt(self, messages):
        environment = jinja2.Environment(trim_blocks=True, lstrip_blocks=True)
        return environment.from_string(self.template).render(
            messages=messages, add_generation_prompt=True, bos_token="",
            eos_token=self.pieces[self.end])

    def norm(self, x, name):
        scale = torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.epsilon)
        return x * scale * self.weights[f"{name}_norm.weight"]

    def rotate(self, x, cos, sin):  # [heads, tokens, width], pairs side by side as in GGUF
        a, b = x[..., 0::2], x[..., 1::2]
        return torch.stack((a * cos - b * sin, a * sin + b * cos), -1).flatten(-2)

    @torch.no_grad()
    def states(self, tokens):
        """Behind each token, of what the logits are made."""
        x = self.embedding[torch.tensor(tokens)]
        count, width = x.shape
        head = width // self.heads
        angles = torch.arange(count).float()[:, None] * self.rope_base ** (
            -torch.arange(0, head, 2).float() / head)
        cos, sin = angles.cos(), angles.sin()
        for i in range(self.layers):
            w = lambda name: self.weights[f"blk.{i}.{name}.weight"].T
            split = lambda y, heads: y.view(count, heads, head).transpose(0, 1)
            h = self.norm(x, f"blk.{i}.attn")
            q = self.rotate(split(h @ w("attn_q"), self.heads), cos, sin)
            k = self.rotate(split(h @ w("attn_k"), self.kv_heads), cos, sin)
            v = split(h @ w("attn_v"), self.kv_heads)
            shared = self.heads // self.kv_heads
            mixed = F.scaled_dot_product_attention(
                q[None], k.repeat_interleave(shared, 0)[None], v.repeat_interleave(shared, 0)[None],
                is_causal=True)[0]
            x = x + mixed.transpose(0, 1).reshape(count, width) @ w("attn_output")
            h = self.norm(x, f"blk.{i}.ffn")
            x = x + (F.silu(h @ w("ffn_gate")) * (h @ w("ffn_up"))) @ w("ffn_down")
        return self.norm(x, "output")

    def logits(self, states):
        return states @ self.output.T

    def nll(self, tokens):
        pairs = zip(self.states(tokens)[:-1].split(512), torch.tensor(tokens[1:]).split(512))
        return sum(F.cross_entropy(self.logits(states), wanted, reduction="sum").item()
                   for states, wanted in pairs)


def run(arguments, *command):
    done = subprocess.run([arguments.cli, *command, "--model", arguments.model, "--json"],
                          check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def numbers(tokens):
    return ",".join(map(str, tokens))


def compare_answers(arguments, reference, tokenizer):
    wrong = close = total = 0
    largest = 0.0
    for line in pathlib.Path(arguments.prompts).read_text().splitlines():
        prompt = json.loads(line)
        tokens = tokenizer.encode(reference.prompt(prompt["messages"]), add_special_tokens=False).ids
        answer = run(arguments, "generate", "--tokens", numbers(tokens), "--temperature", "0",
                     "--max-tokens", str(arguments.max_tokens), "--adapter", "none")["tokens"]
        logits = reference.logits(reference.states(tokens + answer)[len(tokens) - 1:-1])
        best = logits.topk(2).values
        gaps = best[:, 0] - best[:, 1]
        others = logits.argmax(-1) != torch.tensor(answer)
        off = int((others & (gaps >= GAP)).sum())
        if others.any():
            largest = max(largest, gaps[others].max().item())
        wrong, close, total = wrong + off, close + int(others.sum()) - off, total + len(answer)
        print(f"{prompt['id']:12} {len(answer):4} tokens, {int(others.sum())} others, "
              f"{off} of them where the best are {GAP} apart")
    print(f"answers: {total} tokens, {wrong} others where the best are {GAP} apart, {close} where "
          f"they are closer; the largest gap at another choice is {largest:.3f}")
    return wrong == 0


def compare_likelihoods(arguments, reference, tokenizer):
    text = "".join(pathlib.Path(file).read_text() for file in arguments.text)
    tokens = tokenizer.encode(text, add_special_tokens=False).ids[:arguments.tokens]
    sums = np.zeros(2)
    for at in range(0, len(tokens), arguments.window):
        window = tokens[at:at + arguments.window]
        own = run(arguments, "score", "--tokens", numbers(window))["nll"]
        sums += own, reference.nll(window)
        print(f"tokens {at} to {at + len(window)}: {own:.2f}, reference {sums[1]:.2f} so far")
    off = sums[0] / sums[1] - 1
    print(f"text: {len(tokens)} tokens, nll {sums[0]:.2f}, reference {sums[1]:.2f}: {off:+.3%}")
    return math.isfinite(off) and abs(off) < TOLERANCE


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--prompts", default=PROMPTS)
    parser.add_argument("--max-tokens", type=int, default=128)
    parser.add_argument("--text", nargs="+", default=TEXTS, help="files, put one behind the other")
    parser.add_argument("--tokens", type=int, default=8192)
    parser.add_argument("--window", type=int, default=2048)
    arguments = parser.parse_args()
    reference = Reference(arguments.model)
    tokenizer = reference.tokenizer()
    right = [compare_answers(arguments, reference, tokenizer),
             compare_likelihoods(arguments, reference, tokenizer)]
    sys.exit(0 if all(right) else 1)


if __name__ == "__main__":
    main()
