#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "hub/catalogue.h"

namespace canter {

/// What of a computer decides which models suit it.
struct ComputerFacts {
  std::uint64_t free_memory = 0;  ///< 0: not known
  int cores = 1;
  double bandwidth = 0;  ///< bytes per nanosecond (measure_bandwidth()); 0: not known
};

/// Why a model is recommended.
enum class Reason {
  kNone,
  kAbleAndQuick,  ///< the most able that writes faster than people read
  kQuickest,      ///< that is not a toy
  kMostAble,      ///< that fits, at any speed
  kSmall,
};

/// In English; empty for none.
const char* reason_text(Reason reason);

/// A model beside a computer.
struct Suitability {
  CatalogueModel model = {};
  bool fits = false;             ///< with 4,096 positions of context
  bool fits_long = false;        ///< with 32,768
  double tokens_per_second = 0;  ///< expected, plain; 0: not known
  double accelerated = 0;        ///< the same with drafts that need no adapter
  Reason why = Reason::kNone;
  std::string limits = {};  ///< what does not fit, and what the model cannot do
};

/// Of every model, in the catalogue's order.
std::vector<Suitability> suitability(const std::vector<CatalogueModel>& catalogue,
                                     const ComputerFacts& computer);

/// Three of them, or what fits if that is less, each for another reason: the most able that writes
/// faster than people read, the quickest that is not a toy, the most able at any speed. Every
/// recommended model fits.
std::vector<Suitability> recommend(const std::vector<CatalogueModel>& catalogue,
                                   const ComputerFacts& computer);

/// Does a model of so many bytes fit, with a chat of useful length? `free_memory` 0: not known,
/// which is taken for yes.
bool fits_in(std::uint64_t bytes, std::uint64_t free_memory);

}  // namespace canter
