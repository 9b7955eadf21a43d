#include "crash/script.h"

#include <algorithm>

namespace canter::crash {
namespace {

constexpr auto kMostLost = milliseconds(1000);

std::string numbered(const char* what, std::size_t index) {
  return std::string(what) + " " + std::to_string(index + 1);
}

}  // namespace

Script::Script(Rig& rig, std::vector<std::string> questions, Arguments more)
    : questions_(std::move(questions)),
      arguments_{"chat", "--model", rig.setup().model, "--temperature", "0"} {
  arguments_.insert(arguments_.end(), more.begin(), more.end());
  const auto data = rig.warm_folder("reference");
  const auto began = std::chrono::steady_clock::now();
  const test::ProcessResult whole = rig.run(arguments_, data, input());
  duration_ = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - began);
  require(whole.exit_code == 0, "chat fails without being killed: " + whole.err);
  Store store = value_of(Store::open(data));
  for (Message& message : all_messages(store)) {
    if (message.role != MessageRole::kAssistant) continue;
    printed_ += message.content + "\n";
    answers_.push_back(std::move(message));
  }
  require(answers_.size() == questions_.size() && whole.out == printed_,
          "what chat prints is not what it keeps");
}

std::string Script::input() const {
  std::string lines;
  for (const std::string& question : questions_) lines += question + "\n";
  return lines;
}

Loss Script::compare(const Victim& victim, std::span<const Message> kept) const {
  const std::string& out = victim.out();
  require(printed_.starts_with(out), "the killed program had printed another text: " + out);
  require(kept.size() % 2 == 0, "a question is there without an answer");
  require(kept.size() <= 2 * questions_.size(), "there are more messages than were sent");
  Loss loss;
  std::size_t begin = 0;  // of an answer in what is printed
  const std::size_t certain = victim.printed_before(kMostLost);
  for (std::size_t i = 0; i < answers_.size(); ++i) {
    const std::string& whole = answers_[i].content;
    const std::size_t end = begin + whole.size();
    const bool there = kept.size() > 2 * i;
    require(there || out.size() <= begin, numbered("a lost question: number", i));
    if (!there) break;
    require(kept[2 * i].content == questions_[i], numbered("another text: question", i));
    const Message& answer = kept[2 * i + 1];
    require(whole.starts_with(answer.content), numbered("another text: answer", i));
    if (out.size() > end)
      require(answer.content == whole && answer.status == answers_[i].status,
              numbered("a lost end: answer", i));
    const std::size_t safe = begin + answer.content.size();
    const std::size_t shown = std::min(out.size(), end);
    if (shown > safe) {
      loss.bytes += shown - safe;
      loss.ms = std::max(loss.ms, victim.age_ms(safe));
    }
    require(safe >= std::min(certain, end),
            numbered("more than a second is gone: of answer", i) + " " +
                std::to_string(shown - safe) + " bytes, the first printed " +
                std::to_string(victim.age_ms(safe)) + " ms before the kill");
    begin = end + 1;
  }
  return loss;
}

}  // namespace canter::crash
