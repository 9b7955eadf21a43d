#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "store/store.h"

namespace canter::crash {

/// Changes to a database, one after the other, chosen by a seed and by what is there: the same seed
/// on a database with the same content does the same.
class Deeds {
 public:
  Deeds(Store& store, std::uint64_t seed) : store_(store), chance_(seed) {}

  /// Does one that is durable when it returns, and says which. An error that is not the caller's
  /// fault is one here.
  Result<std::string> next();

 private:
  std::uint64_t below(std::uint64_t limit) { return chance_() % limit; }
  std::string words();
  std::string object();
  template <typename T>
  const T* any_of(const std::vector<T>& things);

  Result<std::string> converse();
  Result<std::string> add_turn(const Conversation& conversation);
  Result<std::string> answer_again(const Message& message);
  Result<std::string> stream_on();
  Result<std::string> delete_or_restore();
  Result<std::string> tidy_messages();
  Result<std::string> change_conversation();
  Result<std::string> look_after_lists();
  Result<std::string> compare();

  Store& store_;
  std::mt19937_64 chance_;
};

/// All that a database holds but for times and what the program itself notes at its start: one line
/// for each thing.
Result<std::vector<std::string>> describe(Store& store);

}  // namespace canter::crash
