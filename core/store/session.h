#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/file_lock.h"

namespace canter {

/// What tells other programs that this one is alive: a file `sessions/<token>.lock` in the data
/// folder, locked for as long as this process has a connection there. Streaming answers carry the
/// token of the program that writes them. Several connections of one process share one token.
class Session {
 public:
  /// Thread safe.
  static Result<std::shared_ptr<Session>> join(const std::filesystem::path& data_dir);

  const std::string& token() const { return token_; }

 private:
  Session(std::string token, FileLock lock);

  std::string token_;
  FileLock lock_;
};

std::filesystem::path sessions_folder(const std::filesystem::path& data_dir);

/// True for what join() makes; anything else in the database was put there by hand.
bool is_session_token(std::string_view token);

/// Locks a session's file; not held() when the program it belongs to is alive.
Result<FileLock> lock_session(const std::filesystem::path& data_dir, std::string_view token);

}  // namespace canter
