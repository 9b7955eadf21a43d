#pragma once

#include "input.h"
#include "model/model.h"
#include "support/tiny_model.h"

namespace canter::fuzz {

/// A model so small that an adapter for it is a short input.
inline Model open_smallest_model() {
  const Folder folder;
  const auto path = folder.path() / "smallest.gguf";
  test::TinyModel shape;
  shape.layers = 1;
  shape.width = 8;
  shape.heads = 2;
  shape.kv_heads = 1;
  shape.feed_forward = 8;
  test::write_tiny_model(path, shape);
  Model::Options options;
  options.threads = 1;
  auto model = Model::open(path, options);
  require(model.has_value(), "the smallest model can be opened");
  return std::move(*model);
}

}  // namespace canter::fuzz
