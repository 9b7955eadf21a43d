#pragma once

#include "serve/json_fields.h"

namespace canter::serve {

/// Whether the reply comes piece by piece, as OpenAI's interfaces ask for it.
struct Streaming {
  bool wished = false;
  bool includes_usage = false;  ///< in a last piece
};

/// Reads `stream` and `stream_options`.
Streaming read_streaming(JsonFields& fields);

}  // namespace canter::serve
