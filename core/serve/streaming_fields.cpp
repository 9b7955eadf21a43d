#include "serve/streaming_fields.h"

namespace canter::serve {

Streaming read_streaming(JsonFields& fields) {
  Streaming read{.wished = fields.boolean("stream").value_or(false)};
  const Json* options = fields.object("stream_options");
  if (!options) return read;
  if (!read.wished) fields.reject("stream_options", "needs `stream`: true");
  JsonFields inside(*options, "stream_options.");
  read.includes_usage = inside.boolean("include_usage").value_or(false);
  inside.only("include_obfuscation", {false});
  if (const auto checked = inside.finish(); !checked) fields.reject(checked.error());
  return read;
}

}  // namespace canter::serve
