#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "commands.h"
#include "store/store.h"

namespace canter::cli {
namespace {

struct Arguments {
  std::string format = "json";
  std::optional<ConversationId> conversation;
};

Outcome<> export_conversations(const Arguments& arguments, const CommonOptions& options) {
  const bool markdown = arguments.format == "markdown";
  if (markdown && options.json) {
    return usage_failure("--json and --format markdown exclude each other, leave one out");
  }
  const Outcome<std::filesystem::path> folder = data_folder(options);
  if (!folder) return tl::unexpected(folder.error());
  if (!has_database(*folder)) {
    return data_failure({ErrorKind::kDatabase, "there is no conversation database in " +
                                                   folder->string() +
                                                   ", choose its folder with --data-dir"});
  }
  Result<Store> store = Store::open(*folder);
  if (!store) return data_failure(store.error());
  const Result<std::string> text = markdown ? export_markdown(*store, arguments.conversation)
                                            : export_json(*store, arguments.conversation);
  if (!text) return data_failure(text.error());
  return print(text->ends_with('\n') ? *text : *text + '\n');
}

}  // namespace

void add_db_export(CLI::App& parent, Program& program) {
  CLI::App* command = add_command(parent, "export", "Print conversations, complete and readable");
  const auto arguments = std::make_shared<Arguments>();
  command->add_option("--format", arguments->format, "json or markdown")
      ->check(CLI::IsMember({"json", "markdown"}))
      ->capture_default_str();
  command->add_option("--conversation", arguments->conversation, "Only this one; all without")
      ->option_text("ID");
  command->callback([arguments, &program] {
    program.action = [arguments, &program] {
      return export_conversations(*arguments, program.options);
    };
  });
}

}  // namespace canter::cli
