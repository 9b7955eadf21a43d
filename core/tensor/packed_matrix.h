#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "tensor/kernels/kernels.h"
#include "tensor/layout.h"
#include "tensor/matrix.h"

namespace canter {

/// A weight matrix [outputs, inputs], interleaved for one set of kernels (layout.h): a view
/// into memory that its owner keeps. As long as the file's, up to the last panel's missing outputs,
/// but for the formats of unpacked_formats.h.
class PackedMatrix {
 public:
  /// From this many inputs on, products round activations as far as is quickest: the models that
  /// have such rows bear it.
  static constexpr std::size_t kLongRow = 2048;
  /// Rows below this length are multiplied nearly as exactly as in float32: only models made to be
  /// compared are that small, and arithmetic costs them nothing.
  static constexpr std::size_t kTinyRow = 256;

  PackedMatrix() = default;

  /// Bytes that a matrix of that type and shape takes, a multiple of 64.
  static std::size_t bytes_for(TensorType type, std::size_t outputs, std::size_t inputs,
                               const kernels::Kernels& set = kernels::active());

  /// How activations are taken by a matrix of that type and number of inputs.
  static kernels::ActivationForm form_for(TensorType type, std::size_t inputs,
                                          const kernels::Kernels& set = kernels::active());

  /// Interleaves `matrix`, whose type must be one that can_decode(), into `memory`, of bytes_for()
  /// bytes and 64-byte aligned. Called from the thread that owns the pool. kBadFile when it
  /// holds infinity or what is no number.
  static Result<PackedMatrix> pack(const Matrix& matrix, ThreadPool& pool,
                                   std::span<std::byte> memory,
                                   const kernels::Kernels& set = kernels::active());

  TensorType type() const { return layout_.type; }
  std::size_t outputs() const { return outputs_; }
  std::size_t inputs() const { return inputs_; }
  std::size_t panel_outputs() const { return layout_.panel; }
  std::size_t panels() const { return (outputs_ + layout_.panel - 1) / layout_.panel; }
  std::size_t panel_bytes() const { return panel_bytes_; }
  const std::byte* panel(std::size_t index) const { return bytes_.data() + index * panel_bytes_; }
  /// The set it was packed for.
  const kernels::Kernels& set() const { return *set_; }
  const kernels::Product& product() const { return *product_; }

  /// Numbers of one output, [inputs], to the bit those of the matrix that was packed. `scratch` is
  /// resized as needed.
  void decode(std::size_t output, float* numbers, std::vector<std::byte>& scratch) const;

 private:
  Layout layout_;
  const kernels::Kernels* set_ = nullptr;
  const kernels::Product* product_ = nullptr;
  std::size_t outputs_ = 0;
  std::size_t inputs_ = 0;
  std::size_t panel_bytes_ = 0;
  std::span<const std::byte> bytes_;
};

}  // namespace canter
