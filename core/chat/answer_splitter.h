#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "chat/thinking.h"
#include "tokenizer/tokenizer.h"

namespace canter {

struct AnswerPart {
  enum class Kind { kThinking, kAnswer };
  Kind kind = Kind::kAnswer;
  std::string text;

  bool operator==(const AnswerPart&) const = default;
};

/// Tells what a model thinks from what it answers while tokens are written. Text that may be the
/// beginning of a marker is held back; markers and the white space around them are left out,
/// nothing else. Costs time in proportion to the text. Made by ChatFormat::splitter().
class AnswerSplitter {
 public:
  /// `hidden`: tokens of markers that have no text of their own (control tokens), and how they are
  /// written.
  explicit AnswerSplitter(ThinkingMarkers markers, std::map<TokenId, std::string> hidden = {});

  /// What the prompt says of the answer's beginning: a block that it opens, or has closed already.
  /// `markup`: its last part; `inside_text`: the answer goes on in the middle of a text.
  void begin_behind(std::string_view markup, bool inside_text);

  /// `text`: what became certain with `token`, as WrittenToken has it. Parts in order, those of a
  /// kind joined; empty while nothing is certain.
  std::vector<AnswerPart> push(TokenId token, std::string_view text);
  /// What was held back, when the answer ends.
  std::vector<AnswerPart> finish();

  /// Whether what follows is thought.
  bool thinking() const { return state_ == State::kThinking; }

 private:
  enum class State {
    kBefore,    ///< tags: nothing but white space yet, so a block may open here
    kBetween,   ///< channels: no message has begun
    kHeader,    ///< channels: inside a message's header
    kThinking,  ///< inside a block, or a message of thought
    kAnswer,
  };

  std::vector<AnswerPart> split(bool at_end);
  /// Each deals with what is pending and says whether the state changed.
  bool read_before(bool at_end);
  bool read_block(bool at_end);
  bool read_between(bool at_end);
  bool read_header(bool at_end);
  bool read_message(bool at_end);

  void begin_thinking();
  void begin_message(std::string_view header);
  /// Thought without the line ends around it: they are held back until more follows.
  void emit_thought(std::string_view text);
  void emit(AnswerPart::Kind kind, std::string_view text);

  ThinkingMarkers markers_;
  std::map<TokenId, std::string> hidden_;
  State state_;
  bool at_start_ = false;  ///< line ends are dropped until the block's or the answer's text begins
  bool said_[2] = {};      ///< something of each kind
  bool parted_ = false;    ///< channels: what comes next is another message
  std::string blanks_;     ///< white space that is shown only if text follows
  std::string pending_;
  std::vector<AnswerPart> parts_;
};

}  // namespace canter
