#include "db_repair.h"

#include <spdlog/fmt/fmt.h>

#include <nlohmann/json.hpp>

#include "commands.h"
#include "store/repair.h"

namespace canter::cli {
namespace {

Outcome<> print_report(const std::optional<RepairReport>& report, bool json) {
  if (json) {
    nlohmann::ordered_json document = {{"repaired", report.has_value()}};
    if (report) {
      document.update({{"kept", report->kept.string()},
                       {"conversations", report->conversations},
                       {"messages", report->messages},
                       {"unreadable", report->unreadable},
                       {"changes", report->changes}});
    }
    return print_json(document);
  }
  return print((report ? repair_text(*report) : "no damage was found, nothing was changed") + "\n");
}

Outcome<> repair(const CommonOptions& options) {
  const Outcome<std::filesystem::path> folder = data_folder(options);
  if (!folder) return tl::unexpected(folder.error());
  const auto report = repair_database(*folder);
  if (!report) return data_failure(report.error());
  return print_report(*report, options.json);
}

}  // namespace

std::string repair_text(const RepairReport& report) {
  std::string text = fmt::format(
      "the database was damaged: {} conversations and {} messages are in a new one, {} rows could "
      "not be read; the damaged file is kept as {}.",
      report.conversations, report.messages, report.unreadable, report.kept.string());
  for (const std::string& change : report.changes) text += " " + change;
  return text;
}

void add_db_repair(Command parent) {
  Command command = parent.add_command(
      "repair", "Bring what can be read of a damaged conversation database into a new one");
  command.note_above(
      "Does nothing to a sound database. Chats do this by themselves when they start.");
  command.does(repair);
}

}  // namespace canter::cli
