#include "chat/template_format.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "chat/answer_splitter.h"
#include "chat/thinking_markers.h"
#include "chat/trimmed.h"

namespace canter {
namespace {

using nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> kUsualRoles = {"system", "developer", "user",
                                                         "assistant"};

tl::unexpected<Error> explain(const jinja::RenderError& error) {
  if (!error.raised) return tl::unexpected(error.error);
  return fail(ErrorKind::kUsage,
              "the model's chat template refuses the conversation: " + error.error.message);
}

/// Templates leave out roles that they do not know, or write them as if the model knew them.
/// Results of tools need only be shown.
Result<void> check_roles(std::span<const ChatMessage> messages, std::string_view source,
                         std::span<const PromptPart> prompt) {
  if (messages.empty()) return {};
  const auto is_shown = [&](const ChatMessage& message) {
    return std::ranges::any_of(prompt, [&](const PromptPart& part) {
      return part.text.find(trimmed(message.content)) != std::string::npos;
    });
  };
  for (const ChatMessage& message : messages) {
    const bool usual = std::ranges::find(kUsualRoles, message.role) != kUsualRoles.end();
    if (usual || source.find(message.role) != source.npos) continue;
    if (message.role == "tool" && is_shown(message)) continue;
    return fail(ErrorKind::kUsage, "the model's chat template has no place for the role \"" +
                                       message.role + "\"; leave those messages out");
  }
  return {};
}

}  // namespace

Result<TemplateFormat> TemplateFormat::create(const std::string& source,
                                              const Tokenizer& tokenizer) {
  auto parsed = jinja::Template::parse(source);
  if (!parsed) return propagate(parsed);
  TemplateFormat format(std::move(*parsed));
  format.variables_ = ordered_json::object();
  if (tokenizer.bos() >= 0)
    format.variables_["bos_token"] = tokenizer.stored_piece(tokenizer.bos());
  if (tokenizer.eos() >= 0)
    format.variables_["eos_token"] = tokenizer.stored_piece(tokenizer.eos());

  const TemplateProbe probe(format.source_, format.variables_, tokenizer);
  format.traits_ = probe.traits();
  format.turn_ends_ = probe.turn_ends();
  format.thinking_variables_ = probe.thinking_variables();
  Thinking& thinking = format.thinking_;
  thinking.markers = find_thinking_markers(source, tokenizer);
  thinking.can_switch = format.thinking_variables_.contains(ThinkingWish::kOff);
  thinking.has_effort = format.thinking_variables_.contains(ThinkingWish::kHigh);
  thinking.on_by_default = probe.thinks_by_default(format.thinking_variables_, thinking.markers);
  return format;
}

Result<std::vector<PromptPart>> TemplateFormat::render(std::span<const ChatMessage> messages,
                                                       const PromptOptions& options) const {
  if (messages.empty()) return fail(ErrorKind::kUsage, "the conversation has no message");
  const bool continues = options.add_generation_prompt && messages.back().role == "assistant";
  return continues ? render_continued(messages, options) : run(messages, options);
}

Result<std::vector<PromptPart>> TemplateFormat::run(std::span<const ChatMessage> messages,
                                                    const PromptOptions& options) const {
  ordered_json input = variables_;
  input["messages"] = messages_input(messages, source_, traits_, thinking_.markers);
  input["add_generation_prompt"] = options.add_generation_prompt;
  if (const auto wish = thinking_variables_.find(options.thinking);
      wish != thinking_variables_.end())
    input.update(wish->second);
  if (!options.tools.empty()) input["tools"] = ordered_json::parse(options.tools, nullptr, false);
  if (input.contains("tools") && !input["tools"].is_array())
    return fail(ErrorKind::kUsage, "the tools are no JSON array, give a list of them");
  const auto rendered = source_.render(input, {.now = options.now, .limits = {}});
  if (!rendered) return explain(rendered.error());
  auto parts = prompt_parts(*rendered);
  if (const auto known = check_roles(messages, source_.source(), parts); !known)
    return propagate(known);
  return parts;
}

Result<std::vector<PromptPart>> TemplateFormat::cut_in_last(std::span<const ChatMessage> messages,
                                                            const PromptOptions& options) const {
  PromptOptions complete = options;
  complete.add_generation_prompt = false;
  auto parts = run(messages, complete);
  if (!parts) return parts;
  while (!parts->empty() && parts->back().markup) parts->pop_back();
  const auto said = trimmed(messages.back().content);
  if (parts->empty() || !said.ends_with(trimmed(parts->back().text))) parts->clear();
  return parts;
}

Result<std::vector<PromptPart>> TemplateFormat::render_continued(
    std::span<const ChatMessage> messages, PromptOptions options) const {
  const ChatMessage& last = messages.back();
  const auto content = trimmed(last.content);
  if (last.thinking.empty() && !content.empty()) {
    auto cut = cut_in_last(messages, options);
    if (!cut || !cut->empty()) return cut;
  }
  const bool thought = !last.thinking.empty() && thinking_.thinks();
  const bool forbids = options.thinking == ThinkingWish::kOff ||
                       (options.thinking == ThinkingWish::kDefault && !thinking_.on_by_default);
  if (thought && forbids) options.thinking = ThinkingWish::kOn;
  auto parts = run(messages.first(messages.size() - 1), options);
  if (!parts) return parts;
  if (thought) {
    AnswerSplitter splitter(thinking_.markers);
    if (!parts->empty()) splitter.begin_behind(parts->back().text, !parts->back().markup);
    if (!splitter.thinking()) append_part(*parts, thinking_.markers.opening, true);
    append_part(*parts, last.thinking, false);
    if (!content.empty()) append_part(*parts, thinking_.markers.closing, true);
  }
  append_part(*parts, last.content, false);
  return parts;
}

}  // namespace canter
