#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "format/gguf.h"

namespace canter::test {

/// A Llama model of random weights, small enough for a test, with a SentencePiece vocabulary of
/// bytes and a few words.
struct TinyModel {
  int layers = 2;
  int width = 64;
  int heads = 4;
  int kv_heads = 2;
  int feed_forward = 96;
  int context = 128;
  TensorType type = TensorType::kF32;
  bool tied = false;
  unsigned seed = 1;
  /// Last changes before the file is written: to damage it, to add keys.
  std::function<void(GgufContent&)> change = {};
};

/// Writes the GGUF file. Throws when that fails, which ends the test.
void write_tiny_model(const std::filesystem::path& path, const TinyModel& shape = {});

}  // namespace canter::test
