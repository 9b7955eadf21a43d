#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"

namespace canter::engine {

/// Reads exports one chat after the other, so that memory holds one at a time however large the
/// file is: the elements of an array, the elements of the member `conversations` of an object, or
/// one object.
class ChatDocuments {
 public:
  static Result<ChatDocuments> open(const std::filesystem::path& path);

  /// JSON that may still be faulty inside; nothing at the end. kBadFile where the file breaks off
  /// or is no JSON, kTooLarge for a chat that is larger than any can be.
  Result<std::optional<std::string>> next();

  /// Its first members say that Canter wrote it.
  bool of_canter() const { return of_canter_; }

 private:
  enum class State { kElements, kMembers, kEnd };

  explicit ChatDocuments(const std::filesystem::path& path);
  int peek();
  int get();
  void skip_space();
  Result<std::string> value();
  Result<std::optional<std::string>> next_element();
  /// Nothing where elements begin, or at the end.
  Result<std::optional<std::string>> read_members();
  tl::unexpected<Error> fail_broken() const;

  std::string name_;
  std::ifstream stream_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  State state_ = State::kEnd;
  bool nested_ = false;  ///< elements are those of a member
  bool seen_ = false;    ///< of such a member
  bool of_canter_ = false;
  std::string members_;  ///< of an object that is a chat itself
};

}  // namespace canter::engine
