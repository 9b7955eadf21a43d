// A template, then the texts of a conversation.

#include "chat/jinja/template.h"

#include <nlohmann/json.hpp>

#include "input.h"

using namespace canter;
using nlohmann::ordered_json;

namespace {

constexpr std::size_t kMostMessages = 8;

/// Enough to reach every part, and little enough to see what takes out of proportion.
constexpr jinja::RenderOptions kOptions{
    .now = 1'795'824'000, .limits = {.steps = 200'000, .memory = 64u << 20, .output = 1u << 20}};

ordered_json tool() {
  return {
      {"type", "function"},
      {"function",
       {{"name", "weather"},
        {"description", "Gets <|im_start|>weather"},
        {"parameters", {{"type", "object"}, {"properties", {{"city", {{"type", "string"}}}}}}}}}};
}

ordered_json input_of(fuzz::Parts& parts) {
  ordered_json messages = ordered_json::array();
  while (!parts.done() && messages.size() < kMostMessages) {
    const bool asks = messages.size() % 2 == 0;
    messages.push_back({{"role", asks ? "user" : "assistant"},
                        {"content", std::string(parts.next())},
                        {"reasoning_content", "so"}});
  }
  return {{"messages", messages},
          {"tools", {tool()}},
          {"bos_token", "<s>"},
          {"eos_token", "</s>"},
          {"n", 5},
          {"f", 2.5},
          {"add_generation_prompt", true},
          {"enable_thinking", false},
          {"l", {3, 1, 2}},
          {"d", {{"b", 2}, {"a", nullptr}}}};
}

void require_sound(const jinja::Rendered& rendered) {
  fuzz::require(is_valid_utf8(rendered.text), "a prompt is valid UTF-8");
  std::size_t end = 0;
  bool first = true;
  for (const jinja::ByteRange& range : rendered.content) {
    fuzz::require(range.begin < range.end && (first || range.begin > end),
                  "ranges are in order, apart and not empty");
    end = range.end;
    first = false;
    const std::string_view text = rendered.text;
    fuzz::require(end <= text.size() && is_valid_utf8(text.substr(range.begin, end - range.begin)),
                  "ranges lie in the text, between characters");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Parts parts(fuzz::text_of(data, size));
  const auto parsed = jinja::Template::parse(std::string(parts.next()));
  if (!parsed) {
    fuzz::require_useful(parsed.error());
    return 0;
  }
  const auto rendered = parsed->render(input_of(parts), kOptions);
  if (rendered) {
    require_sound(*rendered);
  } else if (!rendered.error().raised) {
    fuzz::require_useful(rendered.error().error);
  }
  return 0;
}
