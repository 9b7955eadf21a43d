// A model's chat template, then the messages of a conversation, each a role's first letter and what
// is said.

#include "tokenizer/chat_template.h"

#include <algorithm>
#include <array>

#include "input.h"
#include "tokenizer/protobuf_wire.h"
#include "tokenizer/sentencepiece_model.h"

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
  const auto add = [&](std::string_view text, PieceType type) {
    ProtobufWriter piece;
    piece.add_bytes(1, text);
    piece.add_number(3, static_cast<std::uint64_t>(type));
    model.add_bytes(1, piece.message());
  };
  add("<unk>", PieceType::kUnknown);
  for (const auto* text : {"<s>", "</s>", "<|im_start|>", "<|im_end|>", "<|eot_id|>"})
    add(text, PieceType::kControl);
  for (const auto* text :
       {"<|user|>", "<|assistant|>", "[INST]", "[/INST]", "<end_of_turn>", "<b>"})
    add(text, PieceType::kUserDefined);
  for (int byte = 0; byte < 256; ++byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const char name[] = {'<', '0', 'x', kDigits[byte / 16], kDigits[byte % 16], '>'};
    add({name, sizeof name}, PieceType::kByte);
  }
  for (const auto* text : {"us", "er", "user", "\u2581", "in"}) add(text, PieceType::kNormal);
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

std::vector<TokenId> special_tokens(const Tokenizer& tokenizer, const Messages& messages) {
  auto tokens = encode_chat(tokenizer, messages);
  if (!tokens) {
    fuzz::require_useful(tokens.error());
    return {};
  }
  std::erase_if(*tokens, [&](TokenId token) { return !tokenizer.is_special(token); });
  return *tokens;
}

Messages with_other_words(Messages messages) {
  for (ChatMessage& message : messages)
    if (message.content.find_first_not_of(" \t\n\v\f\r") != std::string::npos)
      message.content = "x";
  return messages;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Folder folder;
  [[maybe_unused]] static const auto written = folder.write("tokenizer.model", vocabulary());

  fuzz::Parts parts(fuzz::text_of(data, size));
  folder.write("chat_template.jinja", parts.next());
  const Messages messages = read_messages(parts);
  for (const ChatFamily family : kFamilies) {
    const auto prompt = render_chat(family, messages);
    if (prompt)
      fuzz::require(!prompt_text(*prompt).empty(), "a conversation makes a prompt");
    else
      fuzz::require_useful(prompt.error());
  }

  const auto tokenizer = Tokenizer::from_folder(folder.path());
  fuzz::require(tokenizer.has_value(), "any text may be a template");
  (void)stop_strings(*tokenizer);
  fuzz::require(special_tokens(*tokenizer, messages) ==
                    special_tokens(*tokenizer, with_other_words(messages)),
                "what is said makes no turns");
  return 0;
}
