#!/usr/bin/env python3
"""Prints the table of core/tokenizer/text/newer_characters.cpp: the characters whose general
category is another in the tokenizers library than in PCRE2, each with one that is in PCRE2 what the
other is in the library.

    python3 -m venv venv && venv/bin/pip install tokenizers==0.23.3
    venv/bin/python tests/tools/newer_characters.py

Run it where PCRE2 is as old as may be: Debian 12 has 10.42, which knows Unicode 14."""

import ctypes
import ctypes.util

from tokenizers import Regex, pre_tokenizers

CATEGORIES = (
    "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Co Cn"
).split()
# Must be the same, too.
PROPERTIES = "Alphabetic Uppercase Lowercase".split()
# Are the same where that is possible; those that patterns name.
SCRIPTS = "Han Hiragana Katakana Hangul Latin Greek Cyrillic Arabic Inherited".split()
# Nothing is assigned outside of these but for private use.
CHARACTERS = [*range(0xD800), *range(0xE000, 0x40000), *range(0xE0000, 0xE1000)]


def known_to_tokenizers(name):
    matches = pre_tokenizers.Split(Regex(r"\p{%s}+" % name), "removed", invert=True)
    text = "".join(map(chr, CHARACTERS))
    return {ord(c) for piece, _ in matches.pre_tokenize_str(text) for c in piece}


def known_to_pcre2(name):
    utf, ucp = 0x80000, 0x20000
    library = ctypes.CDLL(ctypes.util.find_library("pcre2-8"))
    library.pcre2_compile_8.restype = ctypes.c_void_p
    library.pcre2_match_data_create_8.restype = ctypes.c_void_p
    pattern = (r"\A\p{%s}" % name).encode()
    error, place = ctypes.c_int(), ctypes.c_size_t()
    code = ctypes.c_void_p(
        library.pcre2_compile_8(
            pattern, ctypes.c_size_t(len(pattern)), utf | ucp,
            ctypes.byref(error), ctypes.byref(place), None,
        )
    )
    assert code, pattern
    data = ctypes.c_void_p(library.pcre2_match_data_create_8(1, None))

    def matches(character):
        text = chr(character).encode()
        length, start = ctypes.c_size_t(len(text)), ctypes.c_size_t(0)
        return library.pcre2_match_8(code, text, length, start, 0, data, None) > 0

    return set(filter(matches, CHARACTERS))


def kinds(sets):
    return {c: tuple(name for name, members in sets.items() if c in members) for c in CHARACTERS}


def length(character):
    return len(chr(character).encode())


def main():
    newer = kinds({name: known_to_tokenizers(name) for name in CATEGORIES})
    older = kinds({name: known_to_pcre2(name) for name in CATEGORIES})
    other = kinds({name: known_to_tokenizers(name) for name in PROPERTIES})
    script = kinds({name: known_to_tokenizers(name) for name in SCRIPTS})
    kind = {c: (length(c), newer[c], other[c]) for c in CHARACTERS}

    def stand_in(character):
        like = [c for c in CHARACTERS if newer[c] == older[c] and kind[c] == kind[character]]
        same_script = [c for c in like if script[c] == script[character]]
        return min(same_script or like, key=lambda c: abs(c - character))

    rows = []
    for c in CHARACTERS:
        if newer[c] == older[c]:
            continue
        same = (kind[c], script[c])
        if rows and rows[-1][1] == c - 1 and rows[-1][2] == same:
            rows[-1][1] = c
        else:
            rows.append([c, c, same, stand_in(c)])
    for first, last, _, like in rows:
        print("{0x%X, 0x%X, 0x%X}," % (first, last, like), end=" ")
    print()


main()
