#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decode/grammar/schema_keywords.h"

namespace canter {

/// Turns one JSON Schema into GBNF.
class SchemaConverter {
 public:
  explicit SchemaConverter(SchemaJson root) : root_(std::move(root)) {}

  Result<std::string> run();

 private:
  // Each gives GBNF for a value, the name of a rule for the most part. After the first failure the
  // results mean nothing.
  std::string value(const SchemaJson& schema, const std::string& where, int depth);
  std::string constrained(const SchemaJson& schema, const std::string& where, int depth);
  std::string reference(const std::string& target, const std::string& where, int depth);
  std::string all_of(const SchemaJson& schema, const std::string& where, int depth);
  std::string any_of(const SchemaJson& schema, std::string_view keyword, const std::string& where,
                     int depth);
  std::string listed(const SchemaJson& schema, const std::string& where);
  std::string of_type(const SchemaJson& schema, const std::string& type, const std::string& where,
                      int depth);
  std::string object(const SchemaJson& schema, const std::string& where, int depth);
  std::string array(const SchemaJson& schema, const std::string& where, int depth);
  std::string string(const SchemaJson& schema, const std::string& where);
  std::string number(const SchemaJson& schema, bool integer, const std::string& where);

  struct Property {
    std::string rule;
    bool required = false;
  };
  std::vector<Property> properties_of(const SchemaJson& schema, const std::string& rest,
                                      const std::string& where, int depth);
  std::string property(const std::string& name, const std::string& value);
  std::string other_name(const SchemaJson& schema);
  std::optional<std::int64_t> bound(const SchemaJson& schema, std::string_view name, bool integer,
                                    const std::string& where);

  /// The schema itself without references at its top, nor siblings of them.
  SchemaJson resolved(const SchemaJson& schema, const std::string& where);
  const SchemaJson* find(const std::string& target) const;
  SchemaJson merged(const SchemaJson& first, const SchemaJson& second, const std::string& where);

  std::string add_rule(const std::string& text);
  std::string new_name() { return "v" + std::to_string(++names_); }
  std::string refuse(tl::unexpected<Error> error);

  SchemaJson root_;
  std::string rules_;
  std::map<std::string, std::string> references_;  ///< names of their rules
  int names_ = 0;
  int values_ = 0;
  std::optional<Error> error_;
};

}  // namespace canter
