#include "decode/sampler.h"
#include "engine/generation/chat_sampling.h"
#include "engine/session/chat_messages.h"
#include "engine/session/json.h"

namespace canter {

NLOHMANN_JSON_SERIALIZE_ENUM(ThinkingWish, {{ThinkingWish::kDefault, "default"},
                                            {ThinkingWish::kOff, "off"},
                                            {ThinkingWish::kOn, "on"},
                                            {ThinkingWish::kLow, "low"},
                                            {ThinkingWish::kMedium, "medium"},
                                            {ThinkingWish::kHigh, "high"}})

namespace engine {

NLOHMANN_JSON_SERIALIZE_ENUM(WhenFull, {{WhenFull::kStop, "stop"},
                                        {WhenFull::kDropOldest, "drop oldest"},
                                        {WhenFull::kDropMiddle, "drop middle"}})

namespace {

/// Calls `use(key, member)` for each setting; writing and reading share the list.
template <typename Settings, typename Use>
void for_each_setting(Settings& s, const Use& use) {
  use("system_prompt", s.system_prompt);
  use("temperature", s.sampling.temperature);
  use("top_k", s.sampling.top_k);
  use("top_p", s.sampling.top_p);
  use("min_p", s.sampling.min_p);
  use("repeat_penalty", s.sampling.repeat_penalty);
  use("repeat_window", s.sampling.repeat_window);
  use("seed", s.seed);
  use("fixed_seed", s.fixed_seed);
  use("max_tokens", s.max_tokens);
  use("thinking", s.thinking);
  use("when_full", s.when_full);
}

bool fits(const Json& value, const std::string&) {
  return value.is_string();
}
bool fits(const Json& value, ThinkingWish) {
  return value.is_string();
}
bool fits(const Json& value, WhenFull) {
  return value.is_string();
}
bool fits(const Json& value, bool) {
  return value.is_boolean();
}
bool fits(const Json& value, double) {
  return value.is_number();
}
bool fits(const Json& value, std::uint64_t) {
  return value.is_number_unsigned();
}
bool fits(const Json& value, int) {
  return value.is_number_integer() && value.get<std::int64_t>() == std::int64_t(value.get<int>());
}
template <typename Value>
bool fits(const Json& value, const std::optional<Value>&) {
  return fits(value, Value());
}

template <typename Value>
void take(const Json& value, Value& into) {
  value.get_to(into);
}
template <typename Value>
void take(const Json& value, std::optional<Value>& into) {
  into = value.get<Value>();
}

template <typename Value>
void put(Json& object, const char* key, const Value& value) {
  object[key] = value;
}
template <typename Value>
void put(Json& object, const char* key, const std::optional<Value>& value) {
  if (value) object[key] = *value;
}

/// Earlier programs wrote all values, these when nobody had changed any.
const PartialSampling kWrittenUnchanged{
    .temperature = 0, .top_k = 0, .top_p = 1, .min_p = 0, .repeat_penalty = 1, .repeat_window = 64};

}  // namespace

ChatSettings read_chat_settings(const std::string& text) {
  ChatSettings settings;
  const Json object = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) return settings;
  for_each_setting(settings, [&](const char* key, auto& value) {
    const auto found = object.find(key);
    if (found != object.end() && fits(*found, value)) take(*found, value);
  });
  if (settings.sampling == kWrittenUnchanged || !check_settings(changed({}, settings.sampling)))
    settings.sampling = {};
  if (settings.max_tokens < 0) settings.max_tokens = 0;
  return settings;
}

std::string write_chat_settings(const ChatSettings& settings) {
  Json object;
  for_each_setting(settings, [&](const char* key, const auto& value) { put(object, key, value); });
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace engine
}  // namespace canter
