#include "engine/generation/context_fit.h"

#include <algorithm>
#include <numeric>

namespace canter::engine {
namespace {

/// Of the context, for an answer.
constexpr int kAnswerShare = 4;

/// Where turns begin; what comes before the first question belongs to the first turn.
std::vector<std::size_t> turn_begins(const std::vector<Message>& branch) {
  std::vector<std::size_t> begins{0};
  bool asked = false;
  for (std::size_t i = 0; i < branch.size(); ++i) {
    const bool question = branch[i].role == MessageRole::kUser;
    if (question && asked && branch[i - 1].role != MessageRole::kUser) begins.push_back(i);
    asked = asked || question;
  }
  return begins;
}

std::vector<Message> without(const std::vector<Message>& branch, std::size_t from, std::size_t to) {
  std::vector<Message> rest(branch.begin(), branch.begin() + std::ptrdiff_t(from));
  rest.insert(rest.end(), branch.begin() + std::ptrdiff_t(to), branch.end());
  return rest;
}

/// Turn by turn as the chat grew: the first turn behind `kept` that is read.
std::size_t first_read(const std::vector<int>& sizes, std::size_t kept, int room, int context) {
  const int fixed = std::accumulate(sizes.begin(), sizes.begin() + std::ptrdiff_t(kept), 0);
  std::size_t first = kept;
  int read = fixed;
  for (std::size_t turn = kept; turn < sizes.size(); ++turn) {
    read += sizes[turn];
    if (read <= room) continue;
    while (first < turn && read > context / 2) read -= sizes[first++];
  }
  return first;
}

}  // namespace

LeftOut fit_context(std::vector<Message>& branch, WhenFull when_full, int context,
                    const PromptSize& size) {
  if (when_full == WhenFull::kStop || context <= 0 || branch.empty()) return {};
  const int room = context - context / kAnswerShare;
  if (size(branch) <= room) return {};
  const std::vector<std::size_t> begins = turn_begins(branch);
  const std::size_t kept = when_full == WhenFull::kDropMiddle ? 1 : 0;
  if (begins.size() < kept + 2) return {};
  std::vector<int> sizes;
  for (std::size_t turn = 0; turn < begins.size(); ++turn) {
    const std::size_t end = turn + 1 < begins.size() ? begins[turn + 1] : branch.size();
    sizes.push_back(std::max(0, size({branch.begin() + std::ptrdiff_t(begins[turn]),
                                      branch.begin() + std::ptrdiff_t(end)})));
  }
  const std::size_t from = begins[kept];
  std::size_t first = std::max(kept + 1, first_read(sizes, kept, room, context));
  std::vector<Message> rest = without(branch, from, begins[first]);
  // Sizes of turns alone say about how large they are together.
  while (size(rest) > room && first + 1 < begins.size())
    rest = without(branch, from, begins[++first]);
  const auto shown = [&](std::size_t end) {
    return int(std::count_if(branch.begin(), branch.begin() + std::ptrdiff_t(end),
                             [](const Message& m) { return m.role != MessageRole::kSystem; }));
  };
  const LeftOut left_out{shown(from), shown(begins[first]) - shown(from)};
  branch = std::move(rest);
  return left_out;
}

}  // namespace canter::engine
