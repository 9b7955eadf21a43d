#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "serve/request_error.h"

namespace canter::serve {

using Json = nlohmann::ordered_json;

/// Lists and objects in each other, in requests and calls.
inline constexpr std::size_t kMostJsonDepth = 64;

/// A request's body: valid UTF-8 and a JSON object.
Checked<Json> parse_request(std::string_view body);

/// As it goes over the wire; what is no UTF-8 is replaced.
std::string written(const Json& json);

/// Reads an object of a request member by member. `null` counts as missing. The first member that
/// is wrong is kept for finish(), and so is one that nobody asked for: nothing is ignored.
class JsonFields {
 public:
  /// `object` must outlive it. `place`: where it stands, `options.`; empty for the request itself.
  explicit JsonFields(const Json& object, std::string place = {});

  /// nullptr where there is none.
  const Json* value(const std::string& name);
  std::optional<bool> boolean(const std::string& name);
  std::optional<std::string> text(const std::string& name);
  std::optional<double> number(const std::string& name, double least, double most);
  std::optional<std::int64_t> integer(const std::string& name, std::int64_t least,
                                      std::int64_t most);
  const Json* object(const std::string& name);
  const Json* array(const std::string& name);

  /// Members that say something about the request and change no answer.
  void labels(std::initializer_list<const char*> names);
  /// Members that only have these values; with others they ask for what is not supported.
  void only(const std::string& name, std::initializer_list<Json> values);
  /// Members that may be empty, but are not supported.
  void unsupported(std::initializer_list<const char*> names);

  /// Keeps that the member is wrong, and why.
  void reject(const std::string& name, const std::string& why, const std::string& code = {});
  void reject(RequestError error);

  bool sound() const { return !error_; }
  std::string place(const std::string& name) const { return place_ + name; }
  /// To be called last.
  Checked<void> finish() const;

 private:
  const Json* object_;
  std::string place_;
  std::set<std::string> known_;
  std::optional<RequestError> error_;
};

}  // namespace canter::serve
