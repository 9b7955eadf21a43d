#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chat/answer_splitter.h"
#include "serve/tool_calls.h"

namespace canter::serve {

/// What was added to an answer.
struct AnswerAddition {
  std::string thinking = {};
  std::string content = {};
  std::vector<ToolCall> calls = {};

  bool empty() const { return thinking.empty() && content.empty() && calls.empty(); }
};

/// Takes an answer of a chat apart while it is written, and keeps all of it.
class AnswerReader {
 public:
  /// `tools`: the names of what may be called; empty: calls are text like any other.
  AnswerReader(AnswerSplitter splitter, const std::set<std::string>& tools);

  AnswerAddition push(TokenId token, std::string_view text);
  /// What was held back. `whole`: Answer::text.
  AnswerAddition finish(std::string_view whole);

  const AnswerAddition& all() const { return all_; }

 private:
  AnswerAddition take(const std::vector<AnswerPart>& parts);
  void add_content(AnswerAddition& addition, ToolCallReader::Part part);

  AnswerSplitter splitter_;
  std::optional<ToolCallReader> tools_;
  std::size_t taken_ = 0;
  AnswerAddition all_;
};

}  // namespace canter::serve
