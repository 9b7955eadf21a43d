#include <memory>
#include <optional>

#include "commands.h"
#include "store/store.h"

namespace canter::cli {
namespace {

struct ExportArguments {
  std::string format = "json";
  std::optional<ConversationId> conversation;
};

Outcome<> export_conversations(const ExportArguments& arguments, const CommonOptions& options) {
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

void add_db_export(Command parent) {
  Command command = parent.add_command("export", "Print conversations, complete and readable");
  const auto arguments = std::make_shared<ExportArguments>();
  command.add_option("--format", arguments->format, "json or markdown")
      .one_of({"json", "markdown"})
      .shows_default();
  command.add_option("--conversation", arguments->conversation, "Only this one; all without")
      .value_name("ID");
  command.does([arguments](const CommonOptions& options) {
    return export_conversations(*arguments, options);
  });
}

}  // namespace canter::cli
