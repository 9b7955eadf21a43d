#!/usr/bin/env bash
# Makes resources/adapters/smollm2-135m-instruct.safetensors again: what SmolLM2 finds likely in its
# own answers to the prompts of FILE (without: those that come with Canter), and a head that has
# learned from its states there, in so many minutes. Wants the release preset built.
#   packaging/make-smollm2-adapter.sh [MINUTES] [FILE.jsonl]
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

bash "$project/packaging/first_model.sh" >/dev/null
"$project/build/release/bin/canter-cli" tune --model smollm2 --mask-tokens 0 \
  --minutes "${1:-30}" --max-new-tokens 128 --prompts "${2:-$project/resources/prompts/general.jsonl}" \
  --out "$project/resources/adapters/smollm2-135m-instruct.safetensors"
