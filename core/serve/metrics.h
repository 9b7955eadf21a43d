#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "engine/generation/generator.h"

namespace canter::serve {

/// Counts requests. Safe to use from several threads.
class RequestCounts {
 public:
  /// `path`: one of the server's own; others would let clients fill the memory.
  void add(const std::string& path, int status);
  std::map<std::pair<std::string, int>, std::uint64_t> all() const;

 private:
  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> counts_;
};

/// As Prometheus reads it.
std::string metrics_text(const engine::GeneratorFigures& figures, const RequestCounts& requests);

}  // namespace canter::serve
