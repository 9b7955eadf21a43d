// A model's chat template, then the messages of a conversation, each a role's first letter and what
// is said.

#include "chat/chat_format.h"

#include <algorithm>
#include <array>

#include "chat/built_in_format.h"
#include "input.h"
#include "tokenizer/sentencepiece/protobuf_wire.h"
#include "tokenizer/vocabulary/vocabulary.h"

using namespace canter;

namespace {

using Messages = std::vector<ChatMessage>;

constexpr std::array kFamilies = {
    ChatFamily::kStarter, ChatFamily::kChatML,  ChatFamily::kLlama2, ChatFamily::kLlama3,
    ChatFamily::kZephyr,  ChatFamily::kMistral, ChatFamily::kGemma,  ChatFamily::kMistralV3,
    ChatFamily::kPhi3,    ChatFamily::kVicuna};
constexpr std::size_t kMostMessages = 16;

/// A tokenizer.model with markup of several families, some as control pieces.
std::string vocabulary() {
  ProtobufWriter model;
  const auto add = [&](std::string_view text, TokenKind type) {
    ProtobufWriter piece;
    piece.add_bytes(1, text);
    piece.add_number(3, static_cast<std::uint64_t>(type));
    model.add_bytes(1, piece.message());
  };
  add("<unk>", TokenKind::kUnknown);
  for (const auto* text : {"<s>", "</s>", "<|im_start|>", "<|im_end|>", "<|eot_id|>"})
    add(text, TokenKind::kControl);
  for (const auto* text :
       {"<|user|>", "<|assistant|>", "[INST]", "[/INST]", "<end_of_turn>", "<b>"})
    add(text, TokenKind::kUserDefined);
  for (int byte = 0; byte < 256; ++byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const char name[] = {'<', '0', 'x', kDigits[byte / 16], kDigits[byte % 16], '>'};
    add({name, sizeof name}, TokenKind::kByte);
  }
  for (const auto* text : {"us", "er", "user", "\u2581", "in"}) add(text, TokenKind::kNormal);
  ProtobufWriter trainer;
  trainer.add_number(3, 2);   // BPE
  trainer.add_number(35, 1);  // unknown characters as bytes
  model.add_bytes(2, trainer.message());
  return model.message();
}

Messages read_messages(fuzz::Parts& parts) {
  Messages messages;
  while (!parts.done() && messages.size() < kMostMessages) {
    const std::string_view part = parts.next();
    const char letter = part.empty() ? '?' : part.front();
    const std::string role = letter == 's'   ? "system"
                             : letter == 'u' ? "user"
                             : letter == 'a' ? "assistant"
                                             : "tool";
    messages.push_back({role, std::string(part.substr(part.empty() ? 0 : 1))});
  }
  return messages;
}

std::size_t count_special(const Tokenizer& tokenizer, const std::vector<TokenId>& tokens) {
  return std::size_t(
      std::ranges::count_if(tokens, [&](TokenId token) { return tokenizer.is_special(token); }));
}

/// What is said makes no turns: all special tokens are there without it, too.
void check_tokens(const ChatFormat& format, const Tokenizer& tokenizer,
                  const std::vector<PromptPart>& prompt) {
  const auto tokens = format.encode(prompt);
  if (!tokens) return fuzz::require_useful(tokens.error());
  std::size_t most = 1;  // the start token
  for (const PromptPart& part : prompt)
    if (part.markup)
      if (const auto markup =
              tokenizer.encode(part.text, {.add_bos = false, .allow_special = true}))
        most += count_special(tokenizer, *markup);
  fuzz::require(count_special(tokenizer, *tokens) <= most, "content becomes no special token");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Folder folder;
  [[maybe_unused]] static const auto written = folder.write("tokenizer.model", vocabulary());

  fuzz::Parts parts(fuzz::text_of(data, size));
  folder.write("chat_template.jinja", parts.next());
  const Messages messages = read_messages(parts);
  for (const ChatFamily family : kFamilies) {
    const auto prompt = render_built_in(family, messages);
    if (prompt)
      fuzz::require(!prompt_text(*prompt).empty(), "a conversation makes a prompt");
    else
      fuzz::require_useful(prompt.error());
  }

  const auto tokenizer = Tokenizer::from_folder(folder.path());
  fuzz::require(tokenizer.has_value(), "any text may be a template");
  const ChatFormat format(*tokenizer);
  const auto prompt = format.render(messages);
  if (!prompt) {
    fuzz::require_useful(prompt.error());
    return 0;
  }
  check_tokens(format, *tokenizer, *prompt);
  AnswerSplitter splitter = format.splitter(*prompt);
  for (const ChatMessage& message : messages) (void)splitter.push(0, message.content);
  (void)splitter.finish();
  return 0;
}
