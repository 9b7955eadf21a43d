#pragma once

#include <span>
#include <string>
#include <vector>

#include "chat/chat_prompt.h"
#include "chat/jinja/template.h"
#include "chat/template_input.h"
#include "chat/template_probe.h"
#include "chat/thinking.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// A model's own template, with what was found out about it.
class TemplateFormat {
 public:
  /// `source`: not empty. kBadFile for what is no template.
  static Result<TemplateFormat> create(const std::string& source, const Tokenizer& tokenizer);

  /// As ChatFormat::render(). kUsage where the template refuses the conversation, kBadFile where it
  /// fails.
  Result<std::vector<PromptPart>> render(std::span<const ChatMessage> messages,
                                         const PromptOptions& options) const;

  const Thinking& thinking() const { return thinking_; }
  const TurnEnds& turn_ends() const { return turn_ends_; }
  bool takes_tools() const { return source_.names("tools"); }

 private:
  explicit TemplateFormat(jinja::Template source) : source_(std::move(source)) {}

  Result<std::vector<PromptPart>> run(std::span<const ChatMessage> messages,
                                      const PromptOptions& options) const;
  /// The prompt that ends inside the last message's content; empty where the template does not show
  /// it as it is.
  Result<std::vector<PromptPart>> cut_in_last(std::span<const ChatMessage> messages,
                                              const PromptOptions& options) const;
  Result<std::vector<PromptPart>> render_continued(std::span<const ChatMessage> messages,
                                                   PromptOptions options) const;

  jinja::Template source_;
  TemplateProbe::Variables variables_;
  TemplateTraits traits_;
  Thinking thinking_;
  ThinkingVariables thinking_variables_;
  TurnEnds turn_ends_;
};

}  // namespace canter
