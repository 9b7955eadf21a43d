#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chat/chat_prompt.h"
#include "output.h"
#include "tokenizer/tokenizer.h"

namespace canter::cli {

/// The content of a file, without a byte order mark; `-` is standard input.
Outcome<std::string> read_input(const std::string& path);

/// `1,2,3`, none of them negative; `option` and `example` are for the message.
Outcome<std::vector<int>> parse_numbers(std::string_view list, const std::string& option,
                                        const std::string& example);

Outcome<std::vector<TokenId>> parse_tokens(std::string_view list);

/// A JSON array of {role, content} from a file or standard input.
Outcome<std::vector<ChatMessage>> read_chat(const std::string& path);

}  // namespace canter::cli
