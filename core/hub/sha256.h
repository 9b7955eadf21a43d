#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace canter {

/// SHA-256 of what is given piece by piece.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  ~Sha256();

  void update(const void* data, std::size_t size);
  /// 64 lower-case hexadecimal digits of all that was given since the beginning, which this is
  /// again afterwards. Empty when the library failed.
  std::string take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// 64 lower-case hexadecimal digits, as the hub writes it.
bool is_sha256(const std::string& text);

}  // namespace canter
