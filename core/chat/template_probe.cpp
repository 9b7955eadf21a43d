#include "chat/template_probe.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "chat/answer_splitter.h"
#include "chat/has.h"

namespace canter {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kQuestion = "Which question?";
constexpr std::string_view kAnswer = "Some answer.";
/// A probe is short; a template that needs more than this for it is not worth the wait.
constexpr jinja::RenderOptions kProbing = {
    .now = 0, .limits = {.steps = 500'000, .memory = 32u << 20, .output = 1u << 20}};

ordered_json message(std::string_view role, ordered_json content) {
  return {{"role", role}, {"content", std::move(content)}};
}

ordered_json user() {
  return message("user", kQuestion);
}

/// The end of a turn as the text that ends an answer: a marker by itself, else a line.
std::string stop_string(std::string_view behind) {
  const auto begin = behind.find_first_not_of(" \t\r\n");
  if (behind[begin] == '<' || behind[begin] == '[') {
    const auto end = behind.find(behind[begin] == '<' ? '>' : ']', begin);
    if (end != behind.npos) return std::string(behind.substr(begin, end + 1 - begin));
  }
  const auto line = behind.substr(0, behind.find_first_of("\n<[", begin + 1));
  return std::string(line.substr(0, line.find_last_not_of(" \t\r\n") + 1));
}

}  // namespace

std::optional<jinja::Rendered> TemplateProbe::render(const ordered_json& messages,
                                                     bool add_generation_prompt,
                                                     const ordered_json& more) const {
  ordered_json input = *variables_;
  input["messages"] = messages;
  input["add_generation_prompt"] = add_generation_prompt;
  input.update(more);
  auto rendered = source_->render(input, kProbing);
  if (!rendered) return std::nullopt;
  return std::move(*rendered);
}

std::optional<std::string> TemplateProbe::question(const ordered_json& more) const {
  auto rendered = render(ordered_json::array({user()}), true, more);
  if (!rendered) return std::nullopt;
  return std::move(rendered->text);
}

TemplateTraits TemplateProbe::traits() const {
  TemplateTraits traits;
  traits.knows_developer = has(source_->source(), "developer");
  traits.splits_thought = has(source_->source(), "</think>");
  const auto works = [&](const ordered_json& messages) {
    return render(messages, true).has_value();
  };
  traits.refuses_system = !works(ordered_json::array({message("system", kAnswer), user()})) &&
                          works(ordered_json::array({user()}));
  const ordered_json part = {{"type", "text"}, {"text", kQuestion}};
  const auto parts =
      render(ordered_json::array({message("user", ordered_json::array({part}))}), true);
  traits.takes_parts = parts && has(parts->text, kQuestion) && !has(parts->text, "'type'") &&
                       !has(parts->text, "\"type\"");
  return traits;
}

ThinkingVariables TemplateProbe::thinking_variables() const {
  const auto effort = [](std::string_view level) {
    return ordered_json{{"reasoning_effort", level}};
  };
  const auto thinking = [](bool on) {
    return ordered_json{{"enable_thinking", on}, {"thinking", on}};
  };
  const auto differ = [&](const ordered_json& a, const ordered_json& b) {
    const auto with_a = question(a), with_b = question(b);
    return with_a && with_b && *with_a != *with_b;
  };
  ThinkingVariables wishes;
  const auto low = effort("low"), medium = effort("medium"), high = effort("high");
  const bool has_levels = differ(low, medium) && differ(medium, high) && differ(low, high);
  if (differ(thinking(true), thinking(false))) {
    wishes = {{ThinkingWish::kOn, thinking(true)}, {ThinkingWish::kOff, thinking(false)}};
  } else if (!has_levels) {
    for (const std::string_view none : {"none", "no_think", "minimal"})
      if (wishes.empty() && differ(high, effort(none)))
        wishes = {{ThinkingWish::kOn, high}, {ThinkingWish::kOff, effort(none)}};
  }
  if (has_levels) {
    ordered_json on =
        wishes[ThinkingWish::kOn].is_null() ? ordered_json::object() : wishes[ThinkingWish::kOn];
    for (const auto& [wish, level] : {std::pair(ThinkingWish::kLow, low),
                                      {ThinkingWish::kMedium, medium},
                                      {ThinkingWish::kHigh, high}}) {
      wishes[wish] = on;
      wishes[wish].update(level);
    }
  }
  std::erase_if(wishes, [](const auto& wish) { return wish.second.is_null(); });
  return wishes;
}

bool TemplateProbe::thinks_by_default(const ThinkingVariables& wishes,
                                      const ThinkingMarkers& markers) const {
  if (markers.style == ThinkingStyle::kNone) return false;
  const auto on = wishes.find(ThinkingWish::kOn), off = wishes.find(ThinkingWish::kOff);
  if (on == wishes.end() || off == wishes.end()) return true;
  const auto usual = question(ordered_json::object());
  return usual != question(off->second);
}

std::string TemplateProbe::behind_answer(const ordered_json& messages) const {
  const auto rendered = render(messages, false);
  if (!rendered) return {};
  const auto& ranges = rendered->content;
  for (auto range = ranges.begin(); range != ranges.end(); ++range) {
    if (rendered->text.substr(range->begin, range->end - range->begin) != kAnswer) continue;
    const auto next = range + 1 == ranges.end() ? rendered->text.size() : (range + 1)->begin;
    return rendered->text.substr(range->end, next - range->end);
  }
  return {};
}

TurnEnds TemplateProbe::turn_ends() const {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto answer = message("assistant", kAnswer);
  const auto question = ordered_json::array({user()});
  const auto asked = render(question, true), told = render(question, false);
  // One that always asks for an answer has that behind a last answer, too.
  const bool always_asks = asked && told && asked->text == told->text;
  std::string behind = always_asks ? "" : behind_answer(ordered_json::array({user(), answer}));
  if (behind.find_first_not_of(kBlanks) == behind.npos)
    behind = behind_answer(ordered_json::array({user(), answer, user()}));
  const auto begin = behind.find_first_not_of(kBlanks);
  if (begin == behind.npos) return {};
  const auto tokens = tokenizer_->encode(std::string_view(behind).substr(begin),
                                         {.add_bos = false, .allow_special = true});
  if (!tokens || tokens->empty()) return {};
  const TokenId first = tokens->front();
  if (tokenizer_->ends_generation(first)) return {};
  if (tokenizer_->is_special(first)) return {.stop_strings = {}, .end_tokens = {first}};
  return {.stop_strings = {stop_string(behind)}, .end_tokens = {}};
}

}  // namespace canter
