#include "engine/import/chat_import.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <system_error>
#include <vector>

#include "base/file.h"
#include "engine/import/chat_documents.h"
#include "engine/import/chat_files.h"
#include "engine/import/chat_reader.h"
#include "format/strict_json.h"

namespace canter::engine {
namespace {

namespace fs = std::filesystem;

constexpr JsonLimits kLimits{.depth = 128, .values = 1u << 24, .members = SIZE_MAX};
constexpr std::size_t kMostProblems = 100;
constexpr std::size_t kLargestThread = 256u << 20;

bool is_thread(const fs::path& path) {
  return path.filename() == "thread.json" || path.filename() == "messages.jsonl";
}

class Import {
 public:
  Import(Store& store, const ImportProgress& progress) : store_(&store), progress_(&progress) {}

  void take(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) return take_folder(path);
    const auto done = is_thread(path) ? take_thread(path.parent_path()) : take_file(path);
    if (!done) note(done.error().message);
  }

  ChatsImported report() && { return std::move(report_); }

 private:
  void take_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator
             each(folder, fs::directory_options::skip_permission_denied, error),
         end;
         !error && each != end; each.increment(error))
      if (looks_like_chats(each->path()) && each->is_regular_file(error))
        files.push_back(each->path());
    std::ranges::sort(files);
    for (const fs::path& file : files)
      if (!ended_) take(file);
    if (files.empty())
      note("no chats are in " + folder.string() + "; choose a folder with exports of them");
  }

  Result<void> take_file(const fs::path& path) {
    auto documents = ChatDocuments::open(path);
    if (!documents) return propagate(documents);
    for (int number = 1; !ended_; ++number) {
      const auto text = documents->next();
      if (!text) return propagate(text);
      if (!*text) break;
      const std::string where = path.filename().string() + ", chat " + std::to_string(number);
      const auto json = parse_strict_json(**text, where, kLimits);
      auto chat = json ? read_chat(*json, documents->of_canter()) : propagate(json);
      add(std::move(chat), where);
    }
    return {};
  }

  /// A folder of Jan's.
  Result<void> take_thread(const fs::path& folder) {
    if (!threads_.insert(folder).second) return {};
    const std::string where = (folder / "thread.json").string();
    const auto text = read_text_file(folder / "thread.json");
    if (!text) return propagate(text);
    const auto thread = parse_strict_json(*text, where, kLimits);
    if (!thread) return propagate(thread);
    std::ifstream stream(folder / "messages.jsonl", std::ios::binary);
    std::vector<Json> messages;
    std::size_t size = 0;
    for (std::string line; std::getline(stream, line);) {
      if (line.find_first_not_of(" \r\t") == std::string::npos) continue;
      size += line.size();
      auto message = parse_strict_json(line, (folder / "messages.jsonl").string(), kLimits);
      if (!message) return propagate(message);
      if (size > kLargestThread)
        return fail(ErrorKind::kTooLarge, where + " is too large to be a chat");
      messages.push_back(std::move(*message));
    }
    add(read_jan_chat(*thread, messages), where);
    return {};
  }

  void add(Result<ImportedConversation> chat, const std::string& where) {
    if (!chat) {
      note(where + ": " + chat.error().message);
    } else if (chat->messages.empty()) {
      ++report_.empty;
    } else {
      complete_times(*chat);
      const auto added = store_->import_conversation(std::move(*chat));
      if (!added) {
        note(where + ": " + added.error().message);
        // A disk that is full is so for all.
        ended_ = added.error().kind == ErrorKind::kDatabase;
      } else if (!*added) {
        ++report_.known;
      } else {
        ++report_.added;
        if ((*added)->updated >= newest_) {
          newest_ = (*added)->updated;
          report_.newest = (*added)->id;
        }
      }
    }
    if (*progress_ && !(*progress_)(++seen_)) ended_ = true;
  }

  static void complete_times(ImportedConversation& chat) {
    Timestamp& created = chat.conversation.created;
    for (const Message& message : chat.messages) {
      if (created == 0) created = message.created;
      chat.conversation.updated = std::max(chat.conversation.updated, message.created);
    }
    for (Message& message : chat.messages)
      if (message.created == 0) message.created = created;
  }

  void note(const std::string& problem) {
    if (report_.problems.size() < kMostProblems) report_.problems.push_back(problem);
  }

  Store* store_;
  const ImportProgress* progress_;
  ChatsImported report_;
  std::set<fs::path> threads_;
  Timestamp newest_ = 0;
  int seen_ = 0;
  bool ended_ = false;
};

}  // namespace

ChatsImported import_chats(Store& store, std::span<const fs::path> paths,
                           const ImportProgress& progress) {
  Import all(store, progress);
  for (const fs::path& path : paths) all.take(path);
  return std::move(all).report();
}

}  // namespace canter::engine
