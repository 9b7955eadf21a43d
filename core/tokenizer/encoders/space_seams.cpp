#include "tokenizer/encoders/space_seams.h"

#include "tokenizer/text/characters.h"
#include "tokenizer/vocabulary/space_symbol.h"

namespace canter {

void SpaceSeams::add(std::string_view token) {
  for (auto at = token.find(kSpaceSymbol, 1); at != token.npos;
       at = token.find(kSpaceSymbol, at + 1)) {
    const std::size_t before = character_before(token, at);
    before_space_.emplace(token.substr(before, at - before));
  }
}

void SpaceSeams::cut(std::string_view text, ByteRange range, std::string_view space,
                     std::vector<ByteRange>& pieces) const {
  auto [begin, end] = range;
  for (auto at = text.find(space, begin + 1); at < end; at = text.find(space, at + 1)) {
    const std::size_t before = character_before(text, at);
    const auto character = text.substr(before, at - before);
    const bool is_space = character == space || character == kSpaceSymbol;
    if (is_space || before_space_.contains(std::string(character))) continue;
    pieces.push_back({begin, at});
    begin = at;
  }
  pieces.push_back({begin, end});
}

}  // namespace canter
