#include "decode/grammar/grammar_states.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace canter {
namespace {

using Element = GrammarRules::Element;
using Kind = GrammarRules::Kind;

/// No element: the frame below all others.
constexpr std::uint32_t kBottom = 0;

std::size_t mix(std::size_t hash, std::uint64_t value) {
  std::uint64_t mixed = (std::uint64_t(hash) ^ value) * 0x9E3779B97F4A7C15u;
  mixed ^= mixed >> 32;
  return std::size_t(mixed);
}

}  // namespace

std::size_t GrammarStates::FrameHash::operator()(const Frame& frame) const {
  return mix(mix(frame.below, frame.at), frame.done);
}

GrammarStates::GrammarStates(std::shared_ptr<const Grammar> grammar)
    : grammar_(std::move(grammar)), rules_(grammar_->rules()) {
  slots_.resize(4 * kMostWays);
  frames_.emplace_back();
  number_of({});
  std::ranges::fill(next_, kDead);
}

GrammarStates::State GrammarStates::start() {
  for (const std::uint32_t start : rules_.rules[rules_.root].starts)
    reach({start, kArrives, kBottom});
  return number_of(expand());
}

const CodePoints& GrammarStates::set_of(const Top& top) const {
  return rules_.sets[rules_.elements[top.at].index];
}

/// The characters that may come of it; empty when its bytes are no UTF-8.
CodePoints::Range GrammarStates::range_of(const Partial& partial) {
  static constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  const int shift = 6 * partial.missing;
  CodePoints::Range range{partial.bits << shift, (partial.bits + 1) << shift};
  --range.last;
  range.first = std::max(range.first, kLeast[partial.length]);
  range.last = std::min(range.last, kLastCodePoint);
  // Surrogates are none: they fill the second half of what begins with ED.
  if (range.first >= 0xD800 && range.last <= 0xDFFF) return {1, 0};
  if (range.first < 0xD800 && range.last >= 0xD800 && range.last <= 0xDFFF) range.last = 0xD7FF;
  return range;
}

GrammarStates::State GrammarStates::find_next(State state, unsigned char byte) {
  next_[std::size_t(state) << 8 | byte] = kDead;
  const Place& place = places_[state];
  Partial partial = place.partial;
  if (partial.missing == 0) {
    if (byte >= 0x80 && (byte < 0xC2 || byte > 0xF4)) return kDead;
    const int length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    partial = {.bits = length == 1 ? byte : byte & (0xFFu >> (length + 1)),
               .missing = std::uint8_t(length - 1),
               .length = std::uint8_t(length)};
  } else {
    if ((byte & 0xC0) != 0x80) return kDead;
    if (!partial.any) partial.bits = partial.bits << 6 | (byte & 0x3Fu);
    --partial.missing;
  }
  const CodePoints::Range range = partial.any ? CodePoints::Range{} : range_of(partial);
  if (!partial.any && range.first > range.last) return kDead;
  std::vector<Top> tops;
  std::ranges::copy_if(place.tops, std::back_inserter(tops),
                       [&](const Top& top) { return partial.any || set_of(top).meets(range); });
  if (tops.empty()) return kDead;
  const bool is_whole = range.last - range.first + 1 == char32_t{1} << (6 * partial.missing);
  if (partial.missing > 0 && !partial.any && is_whole &&
      std::ranges::all_of(tops, [&](const Top& top) { return set_of(top).covers(range); }))
    partial = {.missing = partial.missing, .any = true};
  const State found = partial.missing == 0
                          ? behind(std::move(tops))
                          : number_of({.tops = std::move(tops), .partial = partial});
  return next_[std::size_t(state) << 8 | byte] = found;
}

GrammarStates::State GrammarStates::behind(std::vector<Top> tops) {
  if (const auto known = behind_.find(tops); known != behind_.end()) return known->second;
  for (const Top& top : tops) reach({top.at + 1, kArrives, top.frame});
  Place place = expand();
  const State state = place.tops.empty() && !place.may_end ? kDead : number_of(std::move(place));
  behind_.emplace(std::move(tops), state);
  return state;
}

void GrammarStates::reach(Frame frame) {
  if (reached_.size() == kMostWays) return;
  std::size_t slot = FrameHash()(frame) % slots_.size();
  for (; slots_[slot] != 0; slot = (slot + 1) % slots_.size())
    if (reached_[slots_[slot] - 1] == frame) return;
  reached_.push_back(frame);
  slots_[slot] = std::uint32_t(reached_.size());
}

/// At a repetition, `done` of which is complete: one more, or what stands behind it.
void GrammarStates::iterate(const Frame& frame) {
  const Element& element = rules_.elements[frame.at];
  const std::uint32_t done = frame.done == kArrives ? 0 : frame.done;
  if (done >= element.least) reach({frame.at + 1, kArrives, frame.below});
  if (done >= element.most) return;
  const bool endless = element.most == GrammarRules::kEndless;
  // Without an end only the least number matters, and behind the last one nothing is counted.
  Frame waiting{frame.at, endless ? std::min(done + 1, element.least) : done + 1, frame.below};
  if (done + 1 == element.most) waiting = {frame.at + 1, kArrives, frame.below};
  const bool is_last = rules_.elements[waiting.at].kind == Kind::kEnd;
  const std::uint32_t below = is_last ? frame.below : frame_number(waiting);
  for (const std::uint32_t start : rules_.rules[element.index].starts)
    reach({start, kArrives, below});
}

GrammarStates::Place GrammarStates::expand() {
  Place place;
  for (std::size_t i = 0; i < reached_.size(); ++i) {
    const Frame frame = reached_[i];
    const Element& element = rules_.elements[frame.at];
    switch (element.kind) {
      case Kind::kSet:
        place.tops.push_back({frame.at, frame.below});
        break;
      case Kind::kEnd:
        if (frame.below == kBottom)
          place.may_end = true;
        else
          reach(frames_[frame.below]);
        break;
      case Kind::kRule: {
        // What nothing follows need not be come back to, so that endless texts need no more room.
        const bool is_last = rules_.elements[frame.at + 1].kind == Kind::kEnd;
        const std::uint32_t below =
            is_last ? frame.below : frame_number({frame.at + 1, kArrives, frame.below});
        for (const std::uint32_t start : rules_.rules[element.index].starts)
          reach({start, kArrives, below});
        break;
      }
      case Kind::kRepeat:
        iterate(frame);
        break;
    }
  }
  // Given up as a whole: what is left out must not depend on the order.
  if (reached_.size() == kMostWays) place = {};
  for (const Frame& frame : reached_) {
    std::size_t slot = FrameHash()(frame) % slots_.size();
    for (; slots_[slot] != 0; slot = (slot + 1) % slots_.size()) slots_[slot] = 0;
  }
  reached_.clear();
  std::ranges::sort(place.tops);
  return place;
}

std::uint32_t GrammarStates::frame_number(const Frame& frame) {
  const auto [place, is_new] = frame_numbers_.try_emplace(frame, std::uint32_t(frames_.size()));
  if (is_new) frames_.push_back(frame);
  return place->second;
}

GrammarStates::State GrammarStates::number_of(Place place) {
  const Partial& partial = place.partial;
  std::size_t hash =
      mix(partial.bits, std::uint64_t(partial.missing) << 16 | std::uint64_t(partial.length) << 8 |
                            std::uint64_t(partial.any) << 1 | place.may_end);
  for (const Top& top : place.tops) hash = mix(hash, std::uint64_t(top.at) << 32 | top.frame);
  const auto [first, last] = by_hash_.equal_range(hash);
  for (auto known = first; known != last; ++known)
    if (places_[known->second] == place) return known->second;
  const State state = State(places_.size());
  by_hash_.emplace(hash, state);
  places_.push_back(std::move(place));
  next_.resize(next_.size() + 256, kUnknown);
  return state;
}

void GrammarStates::keep_only(std::span<State> states) {
  auto places = std::exchange(places_, {});
  const auto frames = std::exchange(frames_, {});
  next_.clear();
  by_hash_.clear();
  behind_.clear();
  frame_numbers_.clear();
  frames_.emplace_back();
  number_of({});
  std::ranges::fill(next_, kDead);

  std::vector<char> used(frames.size(), 0);
  for (const State state : states)
    for (const Top& top : places[state].tops) used[top.frame] = 1;
  for (std::size_t i = frames.size(); i-- > 1;)
    if (used[i]) used[frames[i].below] = 1;
  std::vector<std::uint32_t> renumbered(frames.size(), kBottom);
  for (std::size_t i = 1; i < frames.size(); ++i)
    if (used[i])
      renumbered[i] = frame_number({frames[i].at, frames[i].done, renumbered[frames[i].below]});
  for (State& state : states) {
    Place place = places[state];
    for (Top& top : place.tops) top.frame = renumbered[top.frame];
    std::ranges::sort(place.tops);
    state = number_of(std::move(place));
  }
  kept_places_ = places_.size();
  kept_frames_ = frames_.size();
}

GrammarState::GrammarState(std::shared_ptr<const Grammar> grammar)
    : states_(std::move(grammar)), state_(states_.start()) {}

bool GrammarState::accept(std::string_view bytes) {
  for (const char byte : bytes) {
    state_ = states_.next(state_, static_cast<unsigned char>(byte));
    if (states_.is_full()) states_.keep_only({&state_, 1});
  }
  return state_ != GrammarStates::kDead;
}

}  // namespace canter
