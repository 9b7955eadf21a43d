#pragma once

#include <map>
#include <string>
#include <string_view>

#include "chat/thinking.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// What the template writes around thought, else what the vocabulary has tokens for.
ThinkingMarkers find_thinking_markers(std::string_view jinja_template, const Tokenizer& tokenizer);

/// Whether it writes any of the known markers.
bool mentions_thinking(std::string_view jinja_template);

/// Those tokens of the markers that have no text of their own, and how they are written.
std::map<TokenId, std::string> hidden_tokens(const ThinkingMarkers& markers,
                                             const Tokenizer& tokenizer);

}  // namespace canter
