#include "crash/rig.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace canter::crash {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::size_t occurrences(const std::string& text, const std::string& of) {
  std::size_t count = 0;
  for (std::size_t at = text.find(of); at != std::string::npos; at = text.find(of, at + of.size()))
    ++count;
  return count;
}

void expect_clean_folder(const fs::path& data) {
  require(fs::is_empty(data / "sessions"), "files of ended sessions stayed in the sessions folder");
  for (const fs::directory_entry& entry : fs::directory_iterator(data)) {
    const std::string name = entry.path().filename().string();
    require(name.find("partial") == std::string::npos && !name.ends_with("-wal"),
            name + " stayed behind");
  }
}

/// What is searched is what is there.
void expect_complete_index(const fs::path& file) {
  SQLite::Database database(file, SQLite::OPEN_READWRITE);
  try {
    for (const char* table : {"message_texts", "conversation_titles"})
      database.exec(std::string("INSERT INTO ") + table + " (" + table +
                    ", rank) VALUES ('integrity-check', 1)");
  } catch (const SQLite::Exception& error) {
    throw Violation(std::string("what is searched is not what is there: ") + error.what());
  }
}

}  // namespace

milliseconds Rig::time_below(milliseconds limit) {
  return milliseconds(below(std::max(1, int(limit.count()))));
}

fs::path Rig::fresh_folder(const std::string& name) const {
  const fs::path folder = setup_.folder / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

fs::path Rig::warm_folder(const std::string& name) const {
  const fs::path warm = setup_.folder / "warm";
  if (!fs::exists(warm)) {
    const test::ProcessResult started = run({"chat", "--model", setup_.model}, warm);
    require(started.exit_code == 0, "chat does not start: " + started.err);
  }
  const fs::path folder = setup_.folder / name;
  fs::remove_all(folder);
  fs::copy(warm, folder, fs::copy_options::recursive);
  return folder;
}

std::optional<Store> Rig::look(const fs::path& data) const {
  if (!fs::exists(data / "canter.db")) return std::nullopt;
  const fs::path copy = fresh_folder("look");
  for (const char* name : {"canter.db", "canter.db-wal"})
    if (fs::exists(data / name)) fs::copy_file(data / name, copy / name);
  return value_of(Store::open(copy));
}

test::ProcessResult Rig::run(const Arguments& arguments, const fs::path& data,
                             std::string_view input) const {
  return test::run_process(
      setup_.program, {.arguments = arguments, .environment = {{"CANTER_DATA_DIR", data.string()}}},
      input);
}

void Rig::expect_sound(const fs::path& data) const {
  const test::ProcessResult result = run({"db", "check", "--json"}, data);
  const Json report = Json::parse(result.out, nullptr, false);
  require(result.exit_code == 0 && report.is_object() && report.value("ok", false),
          "db check: " + result.out + result.err);
}

int Rig::examine(const fs::path& data, Restart restart) {
  std::vector<Message> streaming;
  if (auto store = look(data)) {
    streaming = all_messages(*store);
    std::erase_if(streaming,
                  [](const Message& m) { return m.status != MessageStatus::kStreaming; });
  }
  expect_sound(data);
  expect_recovery(data, streaming, restart);
  expect_clean_folder(data);
  if (const auto store = look(data)) expect_complete_index(setup_.folder / "look" / "canter.db");
  return int(streaming.size());
}

void Rig::expect_recovery(const fs::path& data, std::span<const Message> streaming,
                          Restart restart) const {
  if (restart == Restart::kChat) {
    const test::ProcessResult next = run({"chat", "--model", setup_.model}, data);
    require(next.exit_code == 0, "the next start failed: " + next.err);
    std::map<ConversationId, std::size_t> expected;
    for (const Message& answer : streaming) ++expected[answer.conversation];
    for (const auto& [conversation, count] : expected)
      require(occurrences(next.err,
                          "kept in conversation " + std::to_string(conversation) + "\n") == count,
              "the next start did not say what it recovered: " + next.err);
    require(occurrences(next.err, "kept in conversation") == streaming.size(),
            "the next start recovered more than was streaming: " + next.err);
  }
  Store store = value_of(Store::open(data));
  const auto recovered = value_of(store.recover_interrupted());
  require(recovered.size() == (restart == Restart::kStore ? streaming.size() : 0),
          std::to_string(recovered.size()) + " answers were recovered instead of " +
              std::to_string(streaming.size()));
  for (const Message& was : streaming) {
    const Message now = value_of(store.message(was.id));
    require(now.status == MessageStatus::kInterrupted && now.content == was.content,
            "answer " + std::to_string(was.id) + " was not recovered as it was kept");
  }
}

void kill_worker(Victim& victim) {
  const bool killed = victim.kill();
  require(killed, "the worker ended with " + std::to_string(victim.exit_code()) + ": " +
                      victim.out() + victim.err());
}

std::vector<Message> all_messages(Store& store) {
  std::vector<Message> all;
  for (const bool trashed : {false, true})
    for (const Conversation& conversation : value_of(store.conversations(trashed)))
      std::ranges::copy(value_of(store.messages(conversation.id)), std::back_inserter(all));
  return all;
}

}  // namespace canter::crash
