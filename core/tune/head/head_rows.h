#pragma once

#include <cstddef>
#include <vector>

#include "tokenizer/tokenizer.h"

namespace canter::tuning {

/// Rows of some answers, one answer behind the other: the model's state behind a token, and the
/// token that follows it.
template <typename Real>
struct HeadRows {
  std::vector<Real> states;       ///< [rows, width], behind the last norm
  std::vector<TokenId> next;      ///< [rows]; of an answer's last row it has no meaning
  std::vector<std::size_t> ends;  ///< [answers], the row behind its last

  std::size_t rows() const { return next.size(); }
};

}  // namespace canter::tuning
