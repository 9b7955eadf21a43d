#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "chat/chat_prompt.h"
#include "chat/jinja/template.h"
#include "chat/thinking.h"

namespace canter {

/// What a template makes of messages that not all templates know.
struct TemplateTraits {
  bool refuses_system = false;  ///< raises on a system message, not without it
  bool knows_developer = false;
  bool takes_parts = false;  ///< content as a list of texts
  /// It has no place for thought, but takes it off content that begins with it.
  bool splits_thought = false;
};

/// The variable `messages`, as the template can read them. A system message that it refuses stands
/// inside the first question. Thinking goes in under the names that the template reads.
nlohmann::ordered_json messages_input(std::span<const ChatMessage> messages,
                                      const jinja::Template& chat_template,
                                      const TemplateTraits& traits, const ThinkingMarkers& markers);

}  // namespace canter
