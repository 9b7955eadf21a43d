#include "chat/built_in_format.h"

#include <algorithm>
#include <array>

#include "chat/trimmed.h"

namespace canter {
namespace {

/// What stands before and after a message.
struct Frame {
  std::string_view before;
  std::string_view after;
};

/// Where the system text goes.
enum class SystemPlace {
  kOwnTurn,      ///< a turn like all others, anywhere
  kOpening,      ///< in front of all turns
  kInFirstUser,  ///< inside the first user message
};

/// How a family writes a conversation. `<s>` and `</s>` stand for the model's own start and end
/// tokens; the first start token is the tokenizer's business.
struct BuiltInFormat {
  ChatFamily family;
  SystemPlace system_place;
  Frame system;
  Frame user;
  Frame assistant;
  std::string_view reply;  ///< asks for an answer
  bool alternates;         ///< user and assistant in turn, user first
  bool trims;              ///< blanks around a message are dropped
};

constexpr std::array kFormats = {
    BuiltInFormat{.family = ChatFamily::kStarter,
                  .system_place = SystemPlace::kOwnTurn,
                  .system = {"<|system|>", "</s>"},
                  .user = {"<|user|>", "</s>"},
                  .assistant = {"<|assistant|>", "</s>"},
                  .reply = "<|assistant|>",
                  .alternates = false,
                  .trims = false},
    BuiltInFormat{.family = ChatFamily::kChatML,
                  .system_place = SystemPlace::kOwnTurn,
                  .system = {"<|im_start|>system\n", "<|im_end|>\n"},
                  .user = {"<|im_start|>user\n", "<|im_end|>\n"},
                  .assistant = {"<|im_start|>assistant\n", "<|im_end|>\n"},
                  .reply = "<|im_start|>assistant\n",
                  .alternates = false,
                  .trims = false},
    BuiltInFormat{.family = ChatFamily::kLlama2,
                  .system_place = SystemPlace::kInFirstUser,
                  .system = {"<<SYS>>\n", "\n<</SYS>>\n\n"},
                  .user = {"[INST] ", " [/INST]"},
                  .assistant = {" ", " </s><s>"},
                  .reply = "",
                  .alternates = true,
                  .trims = true},
    BuiltInFormat{.family = ChatFamily::kLlama3,
                  .system_place = SystemPlace::kOwnTurn,
                  .system = {"<|start_header_id|>system<|end_header_id|>\n\n", "<|eot_id|>"},
                  .user = {"<|start_header_id|>user<|end_header_id|>\n\n", "<|eot_id|>"},
                  .assistant = {"<|start_header_id|>assistant<|end_header_id|>\n\n", "<|eot_id|>"},
                  .reply = "<|start_header_id|>assistant<|end_header_id|>\n\n",
                  .alternates = false,
                  .trims = true},
    BuiltInFormat{.family = ChatFamily::kZephyr,
                  .system_place = SystemPlace::kOwnTurn,
                  .system = {"<|system|>\n", "</s>\n"},
                  .user = {"<|user|>\n", "</s>\n"},
                  .assistant = {"<|assistant|>\n", "</s>\n"},
                  .reply = "<|assistant|>\n",
                  .alternates = false,
                  .trims = false},
    BuiltInFormat{.family = ChatFamily::kMistral,
                  .system_place = SystemPlace::kInFirstUser,
                  .system = {"", "\n\n"},
                  .user = {"[INST] ", " [/INST]"},
                  .assistant = {" ", "</s> "},
                  .reply = "",
                  .alternates = true,
                  .trims = false},
    BuiltInFormat{.family = ChatFamily::kMistralV3,
                  .system_place = SystemPlace::kInFirstUser,
                  .system = {"", "\n\n"},
                  .user = {"[INST] ", "[/INST]"},
                  .assistant = {" ", "</s>"},
                  .reply = "",
                  .alternates = true,
                  .trims = false},
    BuiltInFormat{.family = ChatFamily::kGemma,
                  .system_place = SystemPlace::kInFirstUser,
                  .system = {"", "\n\n"},
                  .user = {"<start_of_turn>user\n", "<end_of_turn>\n"},
                  .assistant = {"<start_of_turn>model\n", "<end_of_turn>\n"},
                  .reply = "<start_of_turn>model\n",
                  .alternates = true,
                  .trims = true},
    BuiltInFormat{.family = ChatFamily::kPhi3,
                  .system_place = SystemPlace::kOwnTurn,
                  .system = {"<|system|>\n", "<|end|>\n"},
                  .user = {"<|user|>\n", "<|end|>\n"},
                  .assistant = {"<|assistant|>\n", "<|end|>\n"},
                  .reply = "<|assistant|>\n",
                  .alternates = false,
                  .trims = false},
    BuiltInFormat{.family = ChatFamily::kVicuna,
                  .system_place = SystemPlace::kOpening,
                  .system = {"", " "},
                  .user = {"USER: ", " "},
                  .assistant = {"ASSISTANT: ", "</s>"},
                  .reply = "ASSISTANT:",
                  .alternates = false,
                  .trims = false},
};

const BuiltInFormat& format_of(ChatFamily family) {
  return *std::find_if(kFormats.begin(), kFormats.end(),
                       [&](const BuiltInFormat& format) { return format.family == family; });
}

/// Collects parts; markup with the model's own start and end tokens.
class PromptWriter {
 public:
  explicit PromptWriter(const TurnTokens& tokens) : tokens_(tokens) {}

  void markup(std::string_view text) {
    while (!text.empty()) {
      if (text.starts_with("</s>")) {
        append_part(parts_, tokens_.end, true);
        text.remove_prefix(4);
      } else if (text.starts_with("<s>")) {
        append_part(parts_, tokens_.start, true);
        text.remove_prefix(3);
      } else {
        const auto plain = text.substr(0, text.find('<', 1));
        append_part(parts_, plain, true);
        text.remove_prefix(plain.size());
      }
    }
  }

  void content(std::string_view text) { append_part(parts_, text, false); }

  std::vector<PromptPart> take() { return std::move(parts_); }

 private:
  TurnTokens tokens_;
  std::vector<PromptPart> parts_;
};

tl::unexpected<Error> refuse(const BuiltInFormat& format, const std::string& why) {
  return fail(ErrorKind::kUsage, "The conversation does not suit the " +
                                     std::string(chat_family_name(format.family)) +
                                     " chat format: " + why);
}

/// The role whose turns `role` is written in; empty for one that has none.
std::string_view turn_of(std::string_view role) {
  if (role == "developer") return "system";
  if (role == "tool") return "user";
  return role == "system" || role == "user" || role == "assistant" ? role : std::string_view();
}

Result<void> check_roles(const BuiltInFormat& format, std::span<const ChatMessage> messages) {
  if (messages.empty()) return refuse(format, "it has no message");
  bool expects_user = true;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const auto turn = turn_of(messages[i].role);
    if (turn.empty())
      return refuse(format, "a role is none of system, developer, user, assistant and tool");
    if (turn == "system") {
      if (format.system_place != SystemPlace::kOwnTurn && i > 0) {
        return refuse(format, "a system message may only be its first");
      }
      continue;
    }
    const bool is_user = turn == "user";
    if (format.alternates && is_user != expects_user) {
      return refuse(format, "user and assistant have to speak in turn, the user first");
    }
    expects_user = !is_user;
  }
  const bool lacks_user = messages.size() == 1 && turn_of(messages[0].role) == "system";
  if (format.system_place == SystemPlace::kInFirstUser && lacks_user) {
    return refuse(format, "a system message needs a user message after it");
  }
  return {};
}

std::vector<PromptPart> write_chat(const BuiltInFormat& format,
                                   std::span<const ChatMessage> messages,
                                   bool add_generation_prompt, const TurnTokens& tokens) {
  PromptWriter writer(tokens);
  const ChatMessage* inner_system = nullptr;
  if (format.system_place == SystemPlace::kInFirstUser &&
      turn_of(messages.front().role) == "system") {
    inner_system = &messages.front();
    messages = messages.subspan(1);
  }

  for (std::size_t i = 0; i < messages.size(); ++i) {
    const auto& content = messages[i].content;
    const auto turn = turn_of(messages[i].role);
    const auto text = format.trims ? trimmed(content) : std::string_view(content);
    const auto& frame = turn == "system" ? format.system
                        : turn == "user" ? format.user
                                         : format.assistant;
    const bool continues = add_generation_prompt && turn == "assistant" && i + 1 == messages.size();
    if (continues && text.empty()) break;
    writer.markup(frame.before);
    if (i == 0 && inner_system) {
      writer.markup(format.system.before);
      writer.content(inner_system->content);
      writer.markup(format.system.after);
    }
    writer.content(text);
    if (continues) return writer.take();
    writer.markup(frame.after);
  }
  if (add_generation_prompt) writer.markup(format.reply);
  return writer.take();
}

}  // namespace

Result<std::vector<PromptPart>> render_built_in(ChatFamily family,
                                                std::span<const ChatMessage> messages,
                                                bool add_generation_prompt,
                                                const TurnTokens& tokens) {
  const auto& format = format_of(family);
  if (const auto sound = check_roles(format, messages); !sound) return propagate(sound);
  return write_chat(format, messages, add_generation_prompt, tokens);
}

std::vector<std::string> built_in_stop_strings(ChatFamily family, const Tokenizer& tokenizer) {
  std::vector<std::string> stops;
  if (family == ChatFamily::kVicuna) stops = {"\nUSER:", " USER:"};

  const auto end = trimmed(format_of(family).assistant.after);
  const bool ends_with_eos = end.starts_with("</s>");
  const bool has_end_token =
      ends_with_eos ? tokenizer.eos() >= 0 : tokenizer.find_special(end) >= 0;
  if (!has_end_token) stops.emplace_back(ends_with_eos ? "</s>" : end);
  return stops;
}

}  // namespace canter
