#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "chat/chat_prompt.h"
#include "chat/jinja/template.h"
#include "chat/template_input.h"
#include "chat/thinking.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// The variables that make a template do as is wished.
using ThinkingVariables = std::map<ThinkingWish, nlohmann::ordered_json>;

/// Where an answer ends, besides the tokenizer's own end tokens.
struct TurnEnds {
  std::vector<std::string> stop_strings;
  std::vector<TokenId> end_tokens;
};

/// Finds out what a template does by rendering short conversations with it.
class TemplateProbe {
 public:
  using Variables = nlohmann::ordered_json;

  /// All must outlive the object. `variables`: those that do not depend on a conversation.
  TemplateProbe(const jinja::Template& source, const Variables& variables,
                const Tokenizer& tokenizer)
      : source_(&source), variables_(&variables), tokenizer_(&tokenizer) {}

  TemplateTraits traits() const;
  /// Empty where the template cannot be told what to do about thinking.
  ThinkingVariables thinking_variables() const;
  /// Whether it thinks unless it is told.
  bool thinks_by_default(const ThinkingVariables& wishes, const ThinkingMarkers& markers) const;
  TurnEnds turn_ends() const;

 private:
  std::optional<jinja::Rendered> render(const Variables& messages, bool add_generation_prompt,
                                        const Variables& more = Variables::object()) const;
  std::optional<std::string> question(const Variables& more) const;
  /// Markup between the probe's answer and what comes next.
  std::string behind_answer(const Variables& messages) const;

  const jinja::Template* source_;
  const Variables* variables_;
  const Tokenizer* tokenizer_;
};

}  // namespace canter
