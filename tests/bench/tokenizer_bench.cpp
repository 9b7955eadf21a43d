// How fast tokenizers are opened, and how fast they encode. Those of ../shared beside the checkout.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <filesystem>
#include <string>

#include "base/file.h"
#include "tokenizer/tokenizer.h"

namespace canter {
namespace {

const std::filesystem::path kShared =
    std::filesystem::path(CANTER_TEST_SOURCE).parent_path() / "shared";

Result<Tokenizer> open(const std::string& name) {
  const auto path = kShared / "tokenizers" / name;
  if (std::filesystem::is_directory(path)) return Tokenizer::from_folder(path);
  return GgufFile::open(path).and_then(&Tokenizer::from_gguf);
}

/// A megabyte of prose and code, no line like another.
std::string ordinary_text() {
  std::string source;
  for (const char* name : {"families.md", "design.md", "cli.md", "style.md"}) {
    source += read_text_file(kShared / name).value_or("");
  }
  std::string text;
  for (std::size_t i = 0; text.size() < (1u << 20) && !source.empty(); ++i) {
    text += std::to_string(i * i) + " " + source.substr(i * 131 % source.size(), 400) + "\n";
  }
  return text;
}

std::string text_without_spaces() {
  std::string text;
  std::uint32_t state = 1;
  while (text.size() < (1u << 20)) {
    state = state * 1664525 + 1013904223;
    text += static_cast<char>('a' + (state >> 16) % 26);
  }
  return text;
}

void encode(benchmark::State& state, const std::string& name, const std::string& text,
            bool allow_special) {
  const auto tokenizer = open(name);
  if (!tokenizer || text.empty()) return state.SkipWithError("../shared is not there");
  for (auto _ : state) {
    const auto tokens = tokenizer->encode(text, {.add_bos = false, .allow_special = allow_special});
    if (!tokens) return state.SkipWithError(tokens.error().message.c_str());
    benchmark::DoNotOptimize(tokens->data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

void opening(benchmark::State& state, const std::string& name) {
  for (auto _ : state) {
    const auto tokenizer = open(name);
    if (!tokenizer) return state.SkipWithError(tokenizer.error().message.c_str());
  }
}

const int registered = [] {
  std::string markup;
  while (markup.size() < 100'000) markup += "<|im_start|>ab<end_of_turn></s>";
  for (const std::string name : {"gemma3", "gpt-oss", "llama3.1", "qwen3", "smollm2",
                                 "vocabularies/llama-spm.gguf", "vocabularies/deepseek-llm.gguf"}) {
    const auto unit = benchmark::kMillisecond;
    benchmark::RegisterBenchmark(("open/" + name).c_str(), opening, name)->Unit(unit);
    const auto add = [&](const char* what, const std::string& text, bool allow_special) {
      benchmark::RegisterBenchmark((what + name).c_str(), encode, name, text, allow_special)
          ->Unit(unit);
    };
    add("ordinary/", ordinary_text(), false);
    add("no_spaces/", text_without_spaces(), false);
    add("typed_markup/", markup, false);
    add("markup/", markup, true);
  }
  return 0;
}();

}  // namespace
}  // namespace canter
