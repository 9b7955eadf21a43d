#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "format/message.h"
#include "format/strict_json.h"

namespace canter {

/// Builds a document while it is parsed, within limits; returning false ends the parsing.
template <typename Json>
class JsonBuilder final : public nlohmann::json_sax<Json> {
 public:
  explicit JsonBuilder(const JsonLimits& limits) : limits_(limits) {}

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
    return stop("is no JSON (at byte " + std::to_string(position) + ")");
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

}  // namespace canter
