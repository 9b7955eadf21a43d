#include <spdlog/fmt/fmt.h>

#include <nlohmann/json.hpp>

#include "commands.h"
#include "store/store.h"

namespace canter::cli {
namespace {

/// A database that cannot be opened is a finding like any other.
StoreReport examine(const std::filesystem::path& folder) {
  if (!has_database(folder)) return {};
  Result<StoreReport> report =
      Store::open(folder).and_then([](Store&& store) { return store.check(); });
  if (!report) return {.problems = {report.error().message}};
  return std::move(*report);
}

Outcome<> print_report(const StoreReport& report, bool json) {
  if (json) {
    return print_json({{"ok", report.ok()},
                       {"conversations", report.conversations},
                       {"messages", report.messages},
                       {"problems", report.problems}});
  }
  std::string text = fmt::format("{} conversations, {} messages: {}\n", report.conversations,
                                 report.messages, report.ok() ? "all is well" : "not sound");
  for (const std::string& problem : report.problems) text += problem + '\n';
  return print(text);
}

Outcome<> check(const CommonOptions& options) {
  const Outcome<std::filesystem::path> folder = data_folder(options);
  if (!folder) return tl::unexpected(folder.error());
  const StoreReport report = examine(*folder);
  if (Outcome<> printed = print_report(report, options.json); !printed) return printed;
  if (report.ok()) return {};
  return tl::unexpected(Failure{
      ExitCode::kInputOutput,
      fmt::format("the conversation database in {} has {} {}; `canter-cli db repair` mends damage "
                  "and keeps the file as it was",
                  folder->string(), report.problems.size(),
                  report.problems.size() == 1 ? "problem" : "problems")});
}

}  // namespace

void add_db_check(Command parent) {
  Command command = parent.add_command("check", "Examine the conversation database");
  command.note_above("Prints what was found in any case; exits with 4 when there are problems.");
  command.does(check);
}

}  // namespace canter::cli
