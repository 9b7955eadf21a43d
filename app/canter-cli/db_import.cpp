#include <spdlog/fmt/fmt.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "commands.h"
#include "engine/import/chat_import.h"
#include "store/store.h"

namespace canter::cli {
namespace {

std::string counted(int number, const char* one, const char* many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

Outcome<> print_report(const engine::ChatsImported& report, bool json) {
  if (json)
    return print_json({{"added", report.added},
                       {"known", report.known},
                       {"empty", report.empty},
                       {"problems", report.problems}});
  std::string text = counted(report.added, "chat", "chats") + " imported";
  if (report.known > 0) text += fmt::format(", {} there already", report.known);
  if (report.empty > 0) text += fmt::format(", {} without messages left out", report.empty);
  text += '\n';
  for (const std::string& problem : report.problems) text += problem + '\n';
  return print(text);
}

Outcome<> import_chats(const std::vector<std::string>& files, const CommonOptions& options) {
  const Outcome<std::filesystem::path> folder = data_folder(options);
  if (!folder) return tl::unexpected(folder.error());
  Result<Store> store = Store::open(*folder);
  if (!store) return data_failure(store.error());
  std::vector<std::filesystem::path> paths;
  for (const std::string& file : files) paths.push_back(path_from_utf8(file));
  const engine::ChatsImported report = engine::import_chats(*store, paths);
  if (Outcome<> printed = print_report(report, options.json); !printed) return printed;
  if (report.problems.empty()) return {};
  return tl::unexpected(
      Failure{ExitCode::kInputOutput,
              counted(int(report.problems.size()), "file or chat was", "files or chats were") +
                  " not imported; the list says why, all others are there"});
}

}  // namespace

void add_db_import(Command parent) {
  Command command =
      parent.add_command("import", "Add chats that Canter or another program exported");
  const auto files = std::make_shared<std::vector<std::string>>();
  command.add_option("FILE", *files, "Exports, or folders with them").required();
  command.note_above(
      "Takes conversations.json of ChatGPT and of Claude, *.conversation.json of LM Studio,\n"
      "thread.json of Jan with messages.jsonl beside it, chats of Open WebUI, and what\n"
      "`canter-cli db export` prints. What is there already is not added again.");
  command.does([files](const CommonOptions& options) { return import_chats(*files, options); });
}

}  // namespace canter::cli
