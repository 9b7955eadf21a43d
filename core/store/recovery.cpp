#include <set>

#include "store/rows.h"
#include "store/state.h"

namespace canter {
namespace {

namespace fs = std::filesystem;

/// Sessions that left an answer, and those that left only their file.
std::set<std::string> known_sessions(const SQLite::Database& database, const fs::path& data_dir) {
  std::set<std::string> tokens;
  SQLite::Statement owners(database, "SELECT DISTINCT owner FROM messages WHERE owner IS NOT NULL");
  while (owners.executeStep()) tokens.insert(owners.getColumn(0).getString());
  for (const fs::directory_entry& entry : fs::directory_iterator(sessions_folder(data_dir))) {
    const std::string token = entry.path().stem().string();
    if (entry.path().extension() == ".lock" && is_session_token(token)) tokens.insert(token);
  }
  return tokens;
}

std::vector<Message> interrupt_answers_of(const SQLite::Database& database,
                                          const std::string& token) {
  SQLite::Statement update(database,
                           std::string("UPDATE messages SET status = 'interrupted', owner = NULL "
                                       "WHERE owner = ? RETURNING ") +
                               kMessageColumns);
  update.bind(1, token);
  std::vector<Message> interrupted;
  while (update.executeStep()) interrupted.push_back(read_message(update));
  return interrupted;
}

}  // namespace

Result<std::vector<Message>> Store::recover_interrupted() {
  using Messages = std::vector<Message>;
  auto tokens = state_->read("look for unfinished answers", [&]() -> Result<std::set<std::string>> {
    return known_sessions(state_->database, state_->data_dir);
  });
  if (!tokens) return propagate(tokens);
  tokens->erase(state_->session->token());

  Messages interrupted;
  for (const std::string& token : *tokens) {
    std::optional<FileLock> lock;
    if (is_session_token(token)) {
      auto taken = lock_session(state_->data_dir, token);
      if (!taken) return propagate(taken);
      if (!taken->held()) continue;
      lock = std::move(*taken);  // its file goes once the answers are saved
    }
    auto saved = state_->write("save unfinished answers", [&]() -> Result<Messages> {
      return interrupt_answers_of(state_->database, token);
    });
    if (!saved) return propagate(saved);
    interrupted.insert(interrupted.end(), saved->begin(), saved->end());
  }
  return interrupted;
}

}  // namespace canter
