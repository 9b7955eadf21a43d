#include "format/strict_json.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "format/message.h"

namespace canter {
namespace {

using nlohmann::json;

std::string not_json(std::size_t position) {
  return "is no JSON (at byte " + std::to_string(position) + ")";
}

/// Builds the document while it is parsed; returning false ends the parsing.
template <typename Json>
class Builder final : public nlohmann::json_sax<Json> {
 public:
  explicit Builder(const JsonLimits& limits) : limits_(limits) {}

  Json take() { return std::move(root_); }
  const std::string& problem() const { return problem_; }

  bool null() override { return add(nullptr) != nullptr; }
  bool boolean(bool value) override { return add(value) != nullptr; }
  bool number_integer(std::int64_t value) override { return add(value) != nullptr; }
  bool number_unsigned(std::uint64_t value) override { return add(value) != nullptr; }
  bool number_float(double value, const std::string&) override { return add(value) != nullptr; }
  bool string(std::string& value) override { return add(std::move(value)) != nullptr; }
  bool binary(typename Json::binary_t&) override { return stop("holds binary data"); }

  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(std::string& name) override {
    if (open_.back()->size() == limits_.members) return stop("has too many entries");
    const auto [position, is_new] = open_.back()->emplace(name, nullptr);
    if (!is_new) return stop("names " + in_quotes(name) + " twice");
    member_ = &*position;
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    return stop(not_json(position));
  }

 private:
  bool stop(std::string problem) {
    problem_ = std::move(problem);
    return false;
  }

  Json* add(Json value) {
    if (++values_ > limits_.values) {
      stop("has too many entries");
      return nullptr;
    }
    Json* place = &root_;
    if (!open_.empty() && open_.back()->is_array()) {
      place = &open_.back()->emplace_back();
    } else if (!open_.empty()) {
      place = member_;
    }
    *place = std::move(value);
    return place;
  }

  bool open(Json container) {
    if (open_.size() == limits_.depth) return stop("is nested too deeply");
    Json* place = add(std::move(container));
    if (place) open_.push_back(place);
    return place != nullptr;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  JsonLimits limits_;
  Json root_;
  std::vector<Json*> open_;  // an array grows only while it is the last, so these stay valid
  Json* member_ = nullptr;
  std::uint64_t values_ = 0;
  std::string problem_;
};

template <typename Json>
Result<Json> parse(std::string_view text, const std::string& where, const JsonLimits& limits) {
  const auto refuse = [&](const std::string& problem) {
    return fail(ErrorKind::kBadFile, where + " " + problem + "; " + std::string(kDamagedFile));
  };
  // The library would take it for the end and ignore what follows.
  if (const auto zero = text.find('\0'); zero != text.npos) return refuse(not_json(zero));
  Builder<Json> builder(limits);
  if (!Json::sax_parse(text.begin(), text.end(), &builder)) return refuse(builder.problem());
  return builder.take();
}

}  // namespace

Result<json> parse_strict_json(std::string_view text, const std::string& where,
                               const JsonLimits& limits) {
  return parse<json>(text, where, limits);
}

Result<nlohmann::ordered_json> parse_ordered_json(std::string_view text, const std::string& where,
                                                  JsonLimits limits) {
  constexpr std::size_t kMostMembers = 1024;
  limits.members = std::min(limits.members, kMostMembers);
  return parse<nlohmann::ordered_json>(text, where, limits);
}

}  // namespace canter
