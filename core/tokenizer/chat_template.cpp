#include "tokenizer/chat_template.h"

#include <algorithm>
#include <array>

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
struct ChatFormat {
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
    ChatFormat{.family = ChatFamily::kStarter,
               .system_place = SystemPlace::kOwnTurn,
               .system = {"<|system|>", "</s>"},
               .user = {"<|user|>", "</s>"},
               .assistant = {"<|assistant|>", "</s>"},
               .reply = "<|assistant|>",
               .alternates = false,
               .trims = false},
    ChatFormat{.family = ChatFamily::kChatML,
               .system_place = SystemPlace::kOwnTurn,
               .system = {"<|im_start|>system\n", "<|im_end|>\n"},
               .user = {"<|im_start|>user\n", "<|im_end|>\n"},
               .assistant = {"<|im_start|>assistant\n", "<|im_end|>\n"},
               .reply = "<|im_start|>assistant\n",
               .alternates = false,
               .trims = false},
    ChatFormat{.family = ChatFamily::kLlama2,
               .system_place = SystemPlace::kInFirstUser,
               .system = {"<<SYS>>\n", "\n<</SYS>>\n\n"},
               .user = {"[INST] ", " [/INST]"},
               .assistant = {" ", " </s><s>"},
               .reply = "",
               .alternates = true,
               .trims = true},
    ChatFormat{.family = ChatFamily::kLlama3,
               .system_place = SystemPlace::kOwnTurn,
               .system = {"<|start_header_id|>system<|end_header_id|>\n\n", "<|eot_id|>"},
               .user = {"<|start_header_id|>user<|end_header_id|>\n\n", "<|eot_id|>"},
               .assistant = {"<|start_header_id|>assistant<|end_header_id|>\n\n", "<|eot_id|>"},
               .reply = "<|start_header_id|>assistant<|end_header_id|>\n\n",
               .alternates = false,
               .trims = true},
    ChatFormat{.family = ChatFamily::kZephyr,
               .system_place = SystemPlace::kOwnTurn,
               .system = {"<|system|>\n", "</s>\n"},
               .user = {"<|user|>\n", "</s>\n"},
               .assistant = {"<|assistant|>\n", "</s>\n"},
               .reply = "<|assistant|>\n",
               .alternates = false,
               .trims = false},
    ChatFormat{.family = ChatFamily::kMistral,
               .system_place = SystemPlace::kInFirstUser,
               .system = {"", "\n\n"},
               .user = {"[INST] ", " [/INST]"},
               .assistant = {" ", "</s> "},
               .reply = "",
               .alternates = true,
               .trims = false},
    ChatFormat{.family = ChatFamily::kMistralV3,
               .system_place = SystemPlace::kInFirstUser,
               .system = {"", "\n\n"},
               .user = {"[INST] ", "[/INST]"},
               .assistant = {" ", "</s>"},
               .reply = "",
               .alternates = true,
               .trims = false},
    ChatFormat{.family = ChatFamily::kGemma,
               .system_place = SystemPlace::kInFirstUser,
               .system = {"", "\n\n"},
               .user = {"<start_of_turn>user\n", "<end_of_turn>\n"},
               .assistant = {"<start_of_turn>model\n", "<end_of_turn>\n"},
               .reply = "<start_of_turn>model\n",
               .alternates = true,
               .trims = true},
    ChatFormat{.family = ChatFamily::kPhi3,
               .system_place = SystemPlace::kOwnTurn,
               .system = {"<|system|>\n", "<|end|>\n"},
               .user = {"<|user|>\n", "<|end|>\n"},
               .assistant = {"<|assistant|>\n", "<|end|>\n"},
               .reply = "<|assistant|>\n",
               .alternates = false,
               .trims = false},
    ChatFormat{.family = ChatFamily::kVicuna,
               .system_place = SystemPlace::kOpening,
               .system = {"", " "},
               .user = {"USER: ", " "},
               .assistant = {"ASSISTANT: ", "</s>"},
               .reply = "ASSISTANT:",
               .alternates = false,
               .trims = false},
};

const ChatFormat& format_of(ChatFamily family) {
  return *std::find_if(kFormats.begin(), kFormats.end(),
                       [&](const ChatFormat& format) { return format.family == family; });
}

/// How the model itself writes the tokens that templates call `bos_token` and `eos_token`.
struct TurnTokens {
  std::string_view start = "<s>";
  std::string_view end = "</s>";
};

/// Collects parts, joining neighbours of the same kind.
class PromptWriter {
 public:
  explicit PromptWriter(const TurnTokens& tokens) : tokens_(tokens) {}

  void markup(std::string_view text) {
    while (!text.empty()) {
      if (text.starts_with("</s>")) {
        append(tokens_.end, true);
        text.remove_prefix(4);
      } else if (text.starts_with("<s>")) {
        append(tokens_.start, true);
        text.remove_prefix(3);
      } else {
        const auto plain = text.substr(0, text.find('<', 1));
        append(plain, true);
        text.remove_prefix(plain.size());
      }
    }
  }

  void content(std::string_view text) { append(text, false); }

  std::vector<PromptPart> take() { return std::move(parts_); }

 private:
  void append(std::string_view text, bool markup) {
    if (text.empty()) return;
    if (parts_.empty() || parts_.back().markup != markup) parts_.push_back({"", markup});
    parts_.back().text += text;
  }

  TurnTokens tokens_;
  std::vector<PromptPart> parts_;
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n\v\f\r";
  const auto begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

tl::unexpected<Error> refuse(const ChatFormat& format, const std::string& why) {
  return fail(ErrorKind::kUsage, "The conversation does not suit the " +
                                     std::string(chat_family_name(format.family)) +
                                     " chat format: " + why);
}

Result<void> check_roles(const ChatFormat& format, std::span<const ChatMessage> messages) {
  if (messages.empty()) return refuse(format, "it has no message");
  bool expects_user = true;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const auto& role = messages[i].role;
    if (role == "system") {
      if (format.system_place != SystemPlace::kOwnTurn && i > 0) {
        return refuse(format, "a system message may only be its first");
      }
      continue;
    }
    const bool is_user = role == "user";
    if (!is_user && role != "assistant") {
      return refuse(format, "a role is none of system, user and assistant");
    }
    if (format.alternates && is_user != expects_user) {
      return refuse(format, "user and assistant have to speak in turn, the user first");
    }
    expects_user = !is_user;
  }
  const bool lacks_user = messages.size() == 1 && messages[0].role == "system";
  if (format.system_place == SystemPlace::kInFirstUser && lacks_user) {
    return refuse(format, "a system message needs a user message after it");
  }
  return {};
}

std::vector<PromptPart> write_chat(const ChatFormat& format, std::span<const ChatMessage> messages,
                                   const TurnTokens& tokens) {
  PromptWriter writer(tokens);
  const ChatMessage* inner_system = nullptr;
  if (format.system_place == SystemPlace::kInFirstUser && messages.front().role == "system") {
    inner_system = &messages.front();
    messages = messages.subspan(1);
  }

  for (std::size_t i = 0; i < messages.size(); ++i) {
    const auto& [role, content] = messages[i];
    const auto text = format.trims ? trimmed(content) : std::string_view(content);
    const auto& frame = role == "system" ? format.system
                        : role == "user" ? format.user
                                         : format.assistant;
    const bool continues = role == "assistant" && i + 1 == messages.size();
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
  writer.markup(format.reply);
  return writer.take();
}

ChatFamily family_of(const Tokenizer& tokenizer) {
  if (const auto family = recognise_chat_family(tokenizer.chat_template())) return *family;
  return tokenizer.find_special("<|im_start|>") >= 0 ? ChatFamily::kChatML : ChatFamily::kVicuna;
}

/// The end token's own spelling, so that an end that is no `</s>` is found in markup.
TurnTokens turn_tokens(const Tokenizer& tokenizer) {
  TurnTokens tokens;
  if (tokenizer.is_special(tokenizer.bos())) tokens.start = tokenizer.stored_piece(tokenizer.bos());
  if (tokenizer.is_special(tokenizer.eos())) tokens.end = tokenizer.stored_piece(tokenizer.eos());
  return tokens;
}

}  // namespace

Result<std::vector<PromptPart>> render_chat(ChatFamily family,
                                            std::span<const ChatMessage> messages) {
  const auto& format = format_of(family);
  if (const auto sound = check_roles(format, messages); !sound) return propagate(sound);
  return write_chat(format, messages, {});
}

std::string prompt_text(std::span<const PromptPart> parts) {
  std::string text;
  for (const auto& part : parts) text += part.text;
  return text;
}

Result<std::vector<TokenId>> encode_chat(const Tokenizer& tokenizer,
                                         std::span<const ChatMessage> messages) {
  const auto& format = format_of(family_of(tokenizer));
  if (const auto sound = check_roles(format, messages); !sound) return propagate(sound);
  const auto prompt = write_chat(format, messages, turn_tokens(tokenizer));
  std::vector<Tokenizer::TextPart> parts;
  for (const auto& part : prompt) parts.push_back({part.text, part.markup});
  return tokenizer.encode_parts(parts, true);
}

std::vector<std::string> stop_strings(const Tokenizer& tokenizer) {
  const auto& format = format_of(family_of(tokenizer));
  std::vector<std::string> stops;
  if (format.family == ChatFamily::kVicuna) stops = {"\nUSER:", " USER:"};

  const auto end = trimmed(format.assistant.after);
  const bool ends_with_eos = end.starts_with("</s>");
  const bool has_end_token =
      ends_with_eos ? tokenizer.eos() >= 0 : tokenizer.find_special(end) >= 0;
  if (!has_end_token) stops.emplace_back(ends_with_eos ? "</s>" : end);
  return stops;
}

}  // namespace canter
