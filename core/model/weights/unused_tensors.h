#pragma once

#include <string_view>

#include "base/error.h"
#include "model/weights/tensor_source.h"

namespace canter {

/// Whether a tensor can be left out without another answer: it stands outside the text model
/// (pictures, sound, draft heads, what somebody added), or is a buffer that programs compute for
/// themselves, such as a rotary embedding's frequencies or an attention mask. `integers`: its
/// numbers are no weights.
bool is_known_unused(const TensorSource& source, std::string_view name, bool integers);

/// kUnsupported, naming it, for a tensor of the text model that bind_weights() does not read: the
/// model's graph is another one.
Result<void> check_all_used(const TensorSource& source, const ModelPlan& plan);

}  // namespace canter
