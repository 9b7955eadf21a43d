#!/usr/bin/env python3
"""Makes tests/data/number_formats.safetensors: random blocks of every number format of GGUF files,
and what the format's reference decoder (PyPI gguf) makes of them.

    pip install gguf && python3 number_formats.py OUT.safetensors

Of each type there are `TYPE.blocks`, the numbers of the first 256 as `TYPE.numbers`, and in the
metadata the FNV-1a hash of the bytes of all numbers as float32.
"""
import json
import struct
import sys

import numpy as np
from gguf import GGMLQuantizationType as Type
from gguf import GGML_QUANT_SIZES
from gguf.quants import dequantize

# Where the halves of a block stand; what is drawn for the others needs no care.
HALVES = {
    "Q4_0": [0], "Q4_1": [0, 2], "Q5_0": [0], "Q5_1": [0, 2], "Q8_0": [0],
    "Q2_K": [80, 82], "Q3_K": [108], "Q4_K": [0, 2], "Q5_K": [0, 2], "Q6_K": [208],
    "IQ4_NL": [0], "IQ4_XS": [0], "MXFP4": [], "IQ3_S": [0], "IQ3_XXS": [0], "IQ2_S": [0],
    "IQ2_XS": [0], "IQ2_XXS": [0], "IQ1_S": [0], "IQ1_M": [], "TQ1_0": [52], "TQ2_0": [64],
}
# Codes of these choose from up to 2048 groups of numbers.
MANY = {"IQ3_S", "IQ3_XXS", "IQ2_S", "IQ2_XS", "IQ2_XXS", "IQ1_S", "IQ1_M"}


def blocks_of(name, random):
    size, length = GGML_QUANT_SIZES[Type[name]]
    blocks = random.integers(0, 256, ((48 if name in MANY else 2) * 256 // size, length), np.uint8)
    for offset in HALVES[name]:
        blocks[:, offset + 1] &= 0xBB  # below 1
    if name == "MXFP4":
        blocks[:, 0] = 100 + blocks[:, 0] % 50
        blocks[:2, 0] = [0, 1]
    if name == "IQ1_M":
        blocks[:, 55] &= 0xBF
    return blocks


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def main():
    random = np.random.default_rng(20)
    header, data = {"__metadata__": {}}, b""

    def add(name, dtype, array):
        nonlocal data
        header[name] = {"dtype": dtype, "shape": list(array.shape),
                        "data_offsets": [len(data), len(data) + array.nbytes]}
        data += array.tobytes()

    for name in HALVES:
        blocks = blocks_of(name, random)
        numbers = dequantize(blocks, Type[name]).astype(np.float32).reshape(-1)
        assert np.isfinite(numbers).all(), name
        header["__metadata__"][name] = f"{fnv1a(numbers.tobytes()):016x}"
        add(name + ".numbers", "F32", numbers[:256])
        add(name + ".blocks", "I8", blocks)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(sys.argv[1], "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text + data)


if __name__ == "__main__":
    main()
