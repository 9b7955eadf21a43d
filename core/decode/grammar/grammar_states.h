#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "decode/grammar/grammar.h"

namespace canter {

/// The places where texts stand in a grammar, found as they are reached and remembered with what
/// leads from one to the next. Two texts that the same can follow by the same rules are in one
/// state. Belongs to one thread.
class GrammarStates {
 public:
  using State = std::uint32_t;
  static constexpr State kDead = 0;  ///< no text of the grammar begins so

  /// A text that may go on in more ways than this at once is given up.
  static constexpr std::size_t kMostWays = 1u << 13;
  static constexpr std::size_t kMostBeginnings = kMostWays / 2;

  explicit GrammarStates(std::shared_ptr<const Grammar> grammar);

  /// Of the empty text.
  State start();
  /// Behind one byte more of UTF-8; a character may be unfinished.
  State next(State state, unsigned char byte) {
    const State known = next_[std::size_t(state) << 8 | byte];
    return known != kUnknown ? known : find_next(state, byte);
  }
  /// The text is one of the grammar's.
  bool may_end(State state) const { return places_[state].may_end; }
  /// Nothing can follow.
  bool must_end(State state) const { return places_[state].tops.empty(); }

  /// More is remembered than it is worth: keep_only() is due.
  bool is_full() const {
    return places_.size() > 2 * kept_places_ + kMostStates ||
           frames_.size() > 2 * kept_frames_ + kMostFrames;
  }
  /// Forgets the others; `states` get new numbers.
  void keep_only(std::span<State> states);

 private:
  static constexpr State kUnknown = ~State{0};
  static constexpr std::size_t kMostStates = 1u << 12;
  static constexpr std::size_t kMostFrames = 1u << 17;
  /// For Frame::done: not a repetition, or one that is yet to begin.
  static constexpr std::uint32_t kArrives = ~std::uint32_t{0};

  /// Where a rule goes on when what it waits for is complete.
  struct Frame {
    std::uint32_t at = 0;    ///< element
    std::uint32_t done = 0;  ///< repetitions that are complete then, or kArrives
    std::uint32_t below = 0;

    bool operator==(const Frame&) const = default;
  };
  struct FrameHash {
    std::size_t operator()(const Frame& frame) const;
  };

  /// A set of characters that may come, and the frame that waits for its rule.
  struct Top {
    std::uint32_t at = 0;
    std::uint32_t frame = 0;

    auto operator<=>(const Top&) const = default;
  };

  /// The bytes of an unfinished character so far.
  struct Partial {
    std::uint32_t bits = 0;
    std::uint8_t missing = 0;  ///< bytes
    std::uint8_t length = 0;   ///< of the whole character
    bool any = false;          ///< whichever it becomes, each top takes it

    bool operator==(const Partial&) const = default;
  };

  struct Place {
    std::vector<Top> tops;  ///< sorted
    Partial partial;
    bool may_end = false;

    bool operator==(const Place&) const = default;
  };

  State find_next(State state, unsigned char byte);
  /// Behind a character that these take.
  State behind(std::vector<Top> tops);
  /// All that may come behind what was reached, which is forgotten then.
  Place expand();
  void reach(Frame frame);
  void iterate(const Frame& frame);
  State number_of(Place place);
  std::uint32_t frame_number(const Frame& frame);
  const CodePoints& set_of(const Top& top) const;
  static CodePoints::Range range_of(const Partial& partial);

  std::shared_ptr<const Grammar> grammar_;
  const GrammarRules& rules_;
  std::vector<Place> places_;
  std::vector<State> next_;  // [places, 256]
  std::unordered_multimap<std::size_t, State> by_hash_;
  std::vector<Frame> frames_;  // below a frame are earlier ones
  std::unordered_map<Frame, std::uint32_t, FrameHash> frame_numbers_;
  std::size_t kept_places_ = 0, kept_frames_ = 0;  // when last asked to keep some only
  std::map<std::vector<Top>, State> behind_;
  std::vector<Frame> reached_;
  std::vector<std::uint32_t> slots_;  // by hash: 1 + the place in reached_
};

/// One text on its way through a grammar.
class GrammarState {
 public:
  explicit GrammarState(std::shared_ptr<const Grammar> grammar);

  /// False when no text of the grammar goes on so; then that is how it stays.
  bool accept(std::string_view bytes);
  bool may_end() const { return states_.may_end(state_); }
  bool must_end() const { return states_.must_end(state_); }

 private:
  GrammarStates states_;
  GrammarStates::State state_;
};

}  // namespace canter
