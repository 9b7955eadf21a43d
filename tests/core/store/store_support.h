#pragma once

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "store/store.h"
#include "support/temporary_directory.h"

namespace canter::test {

/// The value, or a failed test that says the error.
template <typename T>
T value_of(Result<T> result) {
  if (!result) {
    ADD_FAILURE() << result.error().message;
    std::abort();
  }
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// Name and bytes of every file in a folder and below.
inline std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    files[entry.path().lexically_relative(folder).string()] =
        std::string(std::istreambuf_iterator<char>(stream), {});
  }
  return files;
}

/// Runs `body` in another process and returns that process's wait status.
template <typename Body>
int in_another_process(Body body) {
  const pid_t child = fork();
  if (child == 0) {
    body();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

/// Ends the calling process as a power cut would.
[[noreturn]] inline void die() {
  kill(getpid(), SIGKILL);
  std::abort();
}

class StoreTest : public testing::Test {
 protected:
  std::filesystem::path data_dir() const { return directory_.path() / "data"; }
  std::filesystem::path file() const { return data_dir() / "canter.db"; }
  Store open() const { return value_of(Store::open(data_dir())); }

  /// Past the store, for what it would not do itself.
  SQLite::Database raw() const { return SQLite::Database(file(), SQLite::OPEN_READWRITE, 5000); }

 private:
  TemporaryDirectory directory_;
};

/// A complete message to add below `parent`.
inline Message said(ConversationId conversation, std::optional<MessageId> parent, MessageRole role,
                    std::string content) {
  Message message;
  message.conversation = conversation;
  message.parent = parent;
  message.role = role;
  message.content = std::move(content);
  return message;
}

/// What an answer says while it is being written.
inline Message so_far(MessageId id, std::string content) {
  Message answer;
  answer.id = id;
  answer.content = std::move(content);
  return answer;
}

}  // namespace canter::test
