#include "serve/sampling_fields.h"

#include <limits>
#include <random>

namespace canter::serve {
namespace {

constexpr std::size_t kMostStops = 16;

}  // namespace

void read_sampling(JsonFields& fields, SamplingSettings& sampling, double most_temperature) {
  constexpr double kAboveZero = 1e-9;
  constexpr double kMostPenalty = 100;
  const auto take = [](auto& into, const auto& given) {
    if (given) into = static_cast<std::remove_reference_t<decltype(into)>>(*given);
  };
  take(sampling.temperature, fields.number("temperature", 0, most_temperature));
  take(sampling.top_p, fields.number("top_p", kAboveZero, 1));
  take(sampling.top_k, fields.integer("top_k", 0, std::numeric_limits<int>::max()));
  take(sampling.min_p, fields.number("min_p", 0, 1));
  take(sampling.repeat_penalty, fields.number("repeat_penalty", kAboveZero, kMostPenalty));
}

std::uint64_t read_seed(JsonFields& fields) {
  constexpr auto kAny = std::numeric_limits<std::int64_t>();
  if (const auto seed = fields.integer("seed", kAny.min(), kAny.max())) return std::uint64_t(*seed);
  std::random_device device;
  return (std::uint64_t(device()) << 32) | device();
}

std::vector<std::string> read_stop(JsonFields& fields) {
  std::vector<std::string> stops;
  const Json* given = fields.value("stop");
  if (!given) return stops;
  const Json list = given->is_array() ? *given : Json::array({*given});
  bool sound = list.size() <= kMostStops;
  for (const Json& stop : list) {
    const auto* text = stop.get_ptr<const std::string*>();
    sound = sound && text && !text->empty();
    if (sound) stops.push_back(*text);
  }
  if (!sound) fields.reject("stop", "has to be a text or a list of up to 16 texts, none empty");
  return stops;
}

GenerationSettings settings_of(GenerationSettings settings, int answer) {
  settings.sampling.seed += std::uint64_t(answer);
  return settings;
}

}  // namespace canter::serve
