#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "chat/chat_format.h"

namespace canter::tuning {

/// A conversation that the model is to answer.
using Prompt = std::vector<ChatMessage>;

/// What is asked one after another, each with the answers before it in the conversation.
struct Questions {
  std::string kind;  ///< may be empty
  Prompt first;
  std::vector<std::string> further;
};

/// Those that come with the program: questions, writing, code, lists and more, in several
/// languages, in mixed order.
std::filesystem::path built_in_prompts_path();

/// A file of JSON lines, each {"messages": [{"role": …, "content": …}, …]} or {"turns": ["first
/// question", "second", …]}, "kind" and more keys allowed. kIo when it cannot be read, kUsage for a
/// line that is no such object, with its number.
Result<std::vector<Questions>> read_questions(const std::filesystem::path& path);
/// The first prompt of each line of such a file.
Result<std::vector<Prompt>> read_prompts(const std::filesystem::path& path);
/// Those of `file`, or where none is named those that come with the program.
Result<std::vector<Prompt>> read_prompts_or_built_in(const std::string& file);
/// The same from a file's text; `name` is for messages.
Result<std::vector<Prompt>> parse_prompts(std::string_view text, const std::filesystem::path& name);
/// The same as token sequences in the model's chat format; kUsage for one that the format has no
/// place for, with its number.
Result<std::vector<std::vector<TokenId>>> read_prompts(const std::filesystem::path& path,
                                                       const ChatFormat& format);
/// As read_prompts() reads them.
std::string write_prompts(std::span<const Prompt> prompts);

/// Token sequences as above. Prompts of more than `most_tokens`, and those that
/// the format has no place for, are left out.
std::vector<std::vector<TokenId>> encode_prompts(std::span<const Prompt> prompts,
                                                 const ChatFormat& format, int most_tokens);

/// Each question of a conversation as a prompt of its own, what comes first standing first; each
/// prompt once.
std::vector<Prompt> with_earlier_questions(std::span<const Prompt> prompts);

/// Both in their order, mixed evenly.
std::vector<Prompt> mix_prompts(std::vector<Prompt> many, std::vector<Prompt> others);

}  // namespace canter::tuning
