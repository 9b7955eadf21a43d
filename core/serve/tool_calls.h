#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "serve/json_fields.h"

namespace canter::serve {

/// What a model may call.
struct Tools {
  std::string list = {};  ///< as the request has it, for the chat template; empty: none
  std::set<std::string> names = {};
  /// What an answer that has to be a call looks like, as a JSON schema; empty: it need be none.
  std::string forced = {};
};

struct ToolCall {
  std::string id = {};
  std::string name = {};
  std::string arguments = {};  ///< a JSON object as text

  bool operator==(const ToolCall&) const = default;
};

/// Reads `tools` and `tool_choice`.
Tools read_tools(JsonFields& fields, bool model_takes_tools);

/// Tells a model's calls from its text while it is written: `<tool_call>{"name": …, "arguments":
/// …}</tool_call>` anywhere, and answers that are nothing but JSON of that form (`parameters` is
/// understood as well). What turns out to be no call of a known tool is text.
class ToolCallReader {
 public:
  struct Part {
    std::string text = {};
    std::vector<ToolCall> calls = {};
  };

  explicit ToolCallReader(std::set<std::string> names) : names_(std::move(names)) {}

  /// What became certain.
  Part push(std::string_view text);
  Part finish();

 private:
  enum class State { kStart, kText, kMarked, kBare };

  /// False when more text is needed.
  bool advance(Part& part, bool at_end);
  bool read_start(bool at_end);
  bool read_text(Part& part, bool at_end);
  bool read_marked(Part& part, bool at_end);
  void read_bare(Part& part);
  std::optional<ToolCall> read_call(std::string_view json) const;

  std::set<std::string> names_;
  State state_ = State::kStart;
  std::string pending_;
  bool called_ = false;
};

}  // namespace canter::serve
