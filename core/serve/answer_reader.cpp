#include "serve/answer_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace canter::serve {

AnswerReader::AnswerReader(AnswerSplitter splitter, const std::set<std::string>& tools)
    : splitter_(std::move(splitter)) {
  if (!tools.empty()) tools_.emplace(tools);
}

AnswerAddition AnswerReader::push(TokenId token, std::string_view text) {
  taken_ += text.size();
  return take(splitter_.push(token, text));
}

AnswerAddition AnswerReader::finish(std::string_view whole) {
  constexpr TokenId kNone = -1;
  std::vector<AnswerPart> parts =
      splitter_.push(kNone, whole.substr(std::min(taken_, whole.size())));
  std::ranges::move(splitter_.finish(), std::back_inserter(parts));
  AnswerAddition addition = take(parts);
  if (tools_) add_content(addition, tools_->finish());
  return addition;
}

AnswerAddition AnswerReader::take(const std::vector<AnswerPart>& parts) {
  AnswerAddition addition;
  for (const AnswerPart& part : parts) {
    if (part.kind == AnswerPart::Kind::kThinking) {
      addition.thinking += part.text;
      all_.thinking += part.text;
    } else {
      add_content(addition, tools_ ? tools_->push(part.text) : ToolCallReader::Part{part.text});
    }
  }
  return addition;
}

void AnswerReader::add_content(AnswerAddition& addition, ToolCallReader::Part part) {
  addition.content += part.text;
  all_.content += part.text;
  for (ToolCall& call : part.calls) {
    all_.calls.push_back(call);
    addition.calls.push_back(std::move(call));
  }
}

}  // namespace canter::serve
