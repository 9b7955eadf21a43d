#include "engine/unsaved_answers.h"

#include <algorithm>

namespace canter::engine {

std::vector<Message> UnsavedAnswers::save(Store& store) {
  std::vector<Message> saved;
  std::erase_if(answers_, [&](const Message& answer) {
    const auto kept = store.finish_answer(answer);
    if (kept) saved.push_back(answer);
    // Whatever else is wrong will stay so: its conversation may be gone for good.
    return kept || kept.error().kind != ErrorKind::kDatabase;
  });
  return saved;
}

void UnsavedAnswers::complete(std::vector<Message>& branch) const {
  for (Message& message : branch) {
    const auto found = std::ranges::find(answers_, message.id, &Message::id);
    if (found != answers_.end()) message = *found;
  }
}

}  // namespace canter::engine
