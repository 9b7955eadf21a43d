#pragma once

#include <cstdlib>
#include <filesystem>

#include "model/model.h"

namespace canter {

/// What to measure with: the file that CANTER_BENCH_MODEL names, else the starter.
inline std::filesystem::path model_path() {
  const char* path = std::getenv("CANTER_BENCH_MODEL");
  return path ? std::filesystem::path(path)
              : std::filesystem::path(CANTER_TEST_RESOURCES) / "starter/starter-f32.gguf";
}

inline const Result<Model>& shared_model() {
  static const Result<Model> model = Model::open(model_path());
  return model;
}

}  // namespace canter
