#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/local_time.h"

namespace canter {

namespace jinja {
struct Rendered;
}

struct ChatMessage {
  std::string role;  ///< `system`, `developer`, `user`, `assistant`, `tool`
  std::string content;
  /// What the model thought before this answer. A template decides whether it is told again.
  std::string thinking = {};
  /// The texts that `content` was joined from, if it came in several.
  std::vector<std::string> parts = {};
  /// More for the template, as a JSON object: `tool_calls`, `tool_call_id`, `name`. Empty: nothing.
  std::string more = {};

  bool operator==(const ChatMessage&) const = default;
};

/// What the user wants of a model's thinking. A model that cannot do it answers as it does anyway.
enum class ThinkingWish { kDefault, kOff, kOn, kLow, kMedium, kHigh };

struct PromptOptions {
  /// The prompt ends where the assistant's text begins. An answer that comes last is continued
  /// then; otherwise it is complete.
  bool add_generation_prompt = true;
  ThinkingWish thinking = ThinkingWish::kDefault;
  std::int64_t now = local_seconds();  ///< for templates that name the date
  /// What the model may call, as a JSON array, for templates that take it. Empty: nothing.
  std::string tools = {};
};

/// A piece of a rendered prompt. `markup` comes from the template and may hold special tokens;
/// everything else was typed by somebody and must not.
struct PromptPart {
  std::string text;
  bool markup = false;

  bool operator==(const PromptPart&) const = default;
};

/// Adds a piece, joined with the last one where both are of the same kind.
void append_part(std::vector<PromptPart>& parts, std::string_view text, bool markup);

std::vector<PromptPart> prompt_parts(const jinja::Rendered& rendered);

/// The parts joined.
std::string prompt_text(std::span<const PromptPart> parts);

}  // namespace canter
