#pragma once

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>

#include "chat/jinja/template.h"

namespace canter::test {

using OrderedJson = nlohmann::ordered_json;

/// What `source` writes; it must not fail.
inline jinja::Rendered render(const std::string& source, const OrderedJson& input = {},
                              const jinja::RenderOptions& options = {}) {
  const auto parsed = jinja::Template::parse(source);
  EXPECT_TRUE(parsed) << (parsed ? "" : parsed.error().message);
  if (!parsed) return {};
  const auto rendered = parsed->render(input, options);
  EXPECT_TRUE(rendered) << (rendered ? "" : rendered.error().error.message);
  return rendered.value_or(jinja::Rendered{});
}

/// Why it cannot be read or run.
inline Error failure(const std::string& source, const OrderedJson& input = {},
                     const jinja::RenderOptions& options = {}) {
  const auto parsed = jinja::Template::parse(source);
  if (!parsed) return parsed.error();
  const auto rendered = parsed->render(input, options);
  EXPECT_FALSE(rendered) << "it gives " << (rendered ? rendered->text : "");
  return rendered ? Error{} : rendered.error().error;
}

}  // namespace canter::test
