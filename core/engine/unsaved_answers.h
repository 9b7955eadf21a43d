#pragma once

#include <vector>

#include "store/store.h"

namespace canter::engine {

/// Finished answers that the database could not take, because the disk is full or away. They are
/// part of their conversations all the same, and saved when that is possible.
class UnsavedAnswers {
 public:
  bool empty() const { return answers_.empty(); }
  void keep(const Message& answer) { answers_.push_back(answer); }
  /// Returns those that are saved now.
  std::vector<Message> save(Store& store);
  /// Puts their text where the database has only the beginning.
  void complete(std::vector<Message>& branch) const;

 private:
  std::vector<Message> answers_;
};

}  // namespace canter::engine
