#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "crash/victim.h"
#include "store/store.h"

namespace canter::crash {

/// A promise that was not kept; the text says which.
class Violation : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

inline void require(bool kept, const std::string& promise) {
  if (!kept) throw Violation(promise);
}

template <typename T>
T value_of(Result<T> result) {
  if (!result) throw Violation(result.error().message);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

struct Setup {
  std::filesystem::path program;  ///< canter-cli
  std::filesystem::path worker;
  std::filesystem::path window;
  std::filesystem::path test_data;
  std::filesystem::path folder;
  std::string model;
  std::string tuned_model;
  int answer_tokens = 600;
  int old_messages = 20'000;
};

using Arguments = std::vector<std::string>;

/// Programs, folders, chance, and what must hold after every kill.
class Rig {
 public:
  Rig(Setup setup, std::uint64_t seed) : setup_(std::move(setup)), chance_(seed) {}

  const Setup& setup() const { return setup_; }
  std::uint64_t number() { return chance_(); }
  int below(int limit) { return int(chance_() % std::uint64_t(limit)); }
  milliseconds time_below(milliseconds limit);

  /// Empty, below the harness's own.
  std::filesystem::path fresh_folder(const std::string& name) const;
  /// The same with a database that knows how fast the model is, which takes a while to measure.
  std::filesystem::path warm_folder(const std::string& name) const;
  /// A copy to look at, so that the next start still finds what the kill left.
  std::optional<Store> look(const std::filesystem::path& data) const;

  test::ProcessResult run(const Arguments& arguments, const std::filesystem::path& data,
                          std::string_view input = {}) const;

  enum class Restart { kChat, kStore };
  /// The database is sound, and the next start says of each answer that streamed that it was
  /// recovered, with all of its text. Returns how many these were.
  int examine(const std::filesystem::path& data, Restart restart);

 private:
  void expect_sound(const std::filesystem::path& data) const;
  void expect_recovery(const std::filesystem::path& data, std::span<const Message> streaming,
                       Restart restart) const;

  const Setup setup_;
  std::mt19937_64 chance_;
};

/// Kills a program that never ends by itself.
void kill_worker(Victim& victim);

/// Of all conversations, trashed ones included.
std::vector<Message> all_messages(Store& store);

}  // namespace canter::crash
