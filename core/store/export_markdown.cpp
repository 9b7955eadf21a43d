#include <algorithm>
#include <string>
#include <string_view>

#include "store/database_error.h"
#include "store/export_selection.h"
#include "store/store.h"
#include "store/text.h"

namespace canter {
namespace {

std::string speaker(const Message& message) {
  switch (message.role) {
    case MessageRole::kSystem:
      return "System";
    case MessageRole::kUser:
      return "You";
    case MessageRole::kAssistant:
      break;
  }
  return message.model.empty() ? "Assistant" : message.model;
}

std::string remark(const Message& message) {
  switch (message.status) {
    case MessageStatus::kComplete:
      return message.edited ? "This answer was edited by hand." : "";
    case MessageStatus::kStreaming:
      return "This answer is still being written.";
    case MessageStatus::kStopped:
      return "This answer was stopped.";
    case MessageStatus::kInterrupted:
      return "This answer was interrupted.";
    case MessageStatus::kFailed:
      return "This answer failed: " + message.error;
  }
  return "";
}

/// Nothing leaves a quotation: no fence, list, heading or comment that the text opens.
void append_quoted(std::string& text, std::string_view content) {
  while (true) {
    const std::size_t end = content.find_first_of("\r\n");
    const std::string_view line = content.substr(0, end);
    text += line.empty() ? ">" : "> ";
    text += line;
    text += '\n';
    if (end == std::string_view::npos) break;
    content.remove_prefix(end + (content.substr(end).starts_with("\r\n") ? 2 : 1));
    if (content.empty()) break;
  }
  text += '\n';
}

void append_message(std::string& text, const Message& message) {
  text += "**" + collapse_white_space(speaker(message)) + "**\n\n";
  if (!message.thinking.empty()) {
    text += "*Thinking*\n\n";
    append_quoted(text, message.thinking);
    text += "*Answer*\n\n";
  }
  if (!message.content.empty()) append_quoted(text, message.content);
  if (const std::string note = remark(message); !note.empty())
    text += "*" + collapse_white_space(note) + "*\n\n";
}

Result<void> append_conversation(std::string& text, Store& store, const Conversation& conversation,
                                 const FolderNames& folders) {
  const std::string title = collapse_white_space(conversation.title);
  text += "# " + (title.empty() ? "Untitled" : title) + "\n\n";
  if (const auto folder = folder_of(folders, conversation)) text += "*Folder: " + *folder + "*\n\n";
  std::size_t shown = 0;
  if (conversation.head) {
    auto branch = store.branch(*conversation.head);
    if (!branch) return propagate(branch);
    for (const Message& message : *branch) append_message(text, message);
    shown = branch->size();
  }
  auto all = store.messages(conversation.id);
  if (!all) return propagate(all);
  const auto in_use = std::size_t(
      std::ranges::count_if(*all, [](const Message& message) { return !message.trashed; }));
  if (in_use > shown) {
    const std::size_t others = in_use - shown;
    text += "*" + std::to_string(others) +
            (others == 1 ? " more message is" : " more messages are") +
            " in other versions of this conversation; the JSON export has them.*\n\n";
  }
  return {};
}

Result<std::string> markdown_document(Store& store, std::optional<ConversationId> only) {
  auto chosen = conversations_to_export(store, only);
  if (!chosen) return propagate(chosen);
  const auto folders = folder_names(store);
  if (!folders) return propagate(folders);
  std::string text;
  for (const Conversation& conversation : *chosen) {
    if (auto done = append_conversation(text, store, conversation, *folders); !done)
      return propagate(done);
  }
  if (!text.empty()) text.pop_back();
  return text;
}

}  // namespace

Result<std::string> export_markdown(Store& store, std::optional<ConversationId> only) {
  return guarded("export the conversations", {}, [&] { return markdown_document(store, only); });
}

}  // namespace canter
