#include <algorithm>
#include <sstream>
#include <string>

#include "store/database_error.h"
#include "store/export_selection.h"
#include "store/store.h"

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
      break;
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

/// Thinking is quoted, so that nobody takes it for the answer.
void append_thinking(std::string& text, const std::string& thinking) {
  text += "> *Thinking*\n>\n";
  std::istringstream lines(thinking);
  for (std::string line; std::getline(lines, line);)
    text += line.empty() ? ">\n" : "> " + line + "\n";
  text += "\n";
}

void append_message(std::string& text, const Message& message) {
  text += "**" + speaker(message) + "**\n\n";
  if (!message.thinking.empty()) append_thinking(text, message.thinking);
  if (!message.content.empty()) text += message.content + "\n\n";
  if (const std::string note = remark(message); !note.empty()) text += "*" + note + "*\n\n";
}

Result<void> append_conversation(std::string& text, Store& store,
                                 const Conversation& conversation) {
  text += "# " + (conversation.title.empty() ? "Untitled" : conversation.title) + "\n\n";
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

Result<std::string> document(Store& store, std::optional<ConversationId> only) {
  auto chosen = conversations_to_export(store, only);
  if (!chosen) return propagate(chosen);
  std::string text;
  for (const Conversation& conversation : *chosen) {
    if (auto done = append_conversation(text, store, conversation); !done) return propagate(done);
  }
  if (!text.empty()) text.pop_back();
  return text;
}

}  // namespace

Result<std::string> export_markdown(Store& store, std::optional<ConversationId> only) {
  return guarded("export the conversations", {}, [&] { return document(store, only); });
}

}  // namespace canter
