#pragma once

#include <string>
#include <vector>

#include "serve/json_fields.h"
#include "serve/served_model.h"

namespace canter::serve {

/// Whether it is a list of whole numbers, one at least.
bool is_token_list(const Json& list);

/// 400, naming the member `place`, for a token that the model does not know.
Checked<std::vector<TokenId>> read_token_list(const ServedModel& served, const Json& list,
                                              const std::string& place);

}  // namespace canter::serve
