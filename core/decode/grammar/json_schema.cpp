#include "decode/grammar/json_schema.h"

#include "decode/grammar/gbnf_text.h"
#include "decode/grammar/schema_converter.h"
#include "format/json_builder.h"

namespace canter {

Result<std::string> gbnf_of_json_schema(std::string_view json) {
  constexpr JsonLimits kLimits{.depth = 128, .values = 200'000, .members = 1024};
  JsonBuilder<SchemaJson> builder(kLimits);
  const bool read = json.find('\0') == std::string_view::npos &&
                    SchemaJson::sax_parse(json.begin(), json.end(), &builder);
  if (!read)
    return fail(ErrorKind::kUsage,
                "the schema " +
                    (builder.problem().empty() ? std::string("is no JSON") : builder.problem()) +
                    "; mend it");
  return SchemaConverter(builder.take()).run();
}

std::string any_json_object_gbnf() {
  return "root ::= object\n" + std::string(json_rules());
}

}  // namespace canter
