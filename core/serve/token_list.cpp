#include "serve/token_list.h"

#include <algorithm>

namespace canter::serve {

bool is_token_list(const Json& list) {
  return list.is_array() && !list.empty() &&
         std::ranges::all_of(list, [](const Json& one) { return one.is_number_integer(); });
}

Checked<std::vector<TokenId>> read_token_list(const ServedModel& served, const Json& list,
                                              const std::string& place) {
  std::vector<TokenId> tokens;
  for (const Json& token : list) {
    if (token < 0 || token >= served.tokenizer().vocabulary_size())
      return refuse(
          400, "`" + place + "` has a token that the model does not know: " + token.dump(), place);
    tokens.push_back(token.get<TokenId>());
  }
  return tokens;
}

}  // namespace canter::serve
