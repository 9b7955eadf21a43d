#include "tune/answers.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace canter::tuning {
namespace {

/// Does one prompt go on where the other ends?
bool begins_with(const Transcript& longer, const Transcript& shorter) {
  return shorter.prompt < longer.prompt &&
         std::equal(shorter.tokens.begin(), shorter.tokens.begin() + shorter.prompt,
                    longer.tokens.begin());
}

}  // namespace

AnswerCollection::AnswerCollection(std::span<const std::vector<TokenId>> prompts,
                                   const TuningSettings& settings, std::filesystem::path file,
                                   std::string key)
    : prompts_(prompts), settings_(settings), file_(std::move(file)), key_(std::move(key)) {}

Result<void> AnswerCollection::load() {
  auto stored = read_transcripts(file_, key_);
  if (!stored) return propagate(stored);
  transcripts_ = std::move(*stored);
  return {};
}

Result<void> AnswerCollection::save() const {
  return write_transcripts(file_, transcripts_, key_);
}

std::size_t AnswerCollection::seen_count() const {
  const std::size_t all = greedy();
  const auto share = std::size_t(std::lround(settings_.unseen_share * double(all)));
  std::size_t seen = all - std::min(std::max<std::size_t>(1, share), all);
  while (seen > 0 && seen < all && begins_with(transcripts_[seen], transcripts_[seen - 1])) --seen;
  return seen;
}

std::vector<Question> AnswerCollection::next(std::size_t most) const {
  std::vector<Question> questions;
  // Which prompts are drawn answers to shows when all greedy ones are there.
  const std::size_t have = transcripts_.size();
  const std::size_t end = have < prompts_.size()
                              ? prompts_.size()
                              : prompts_.size() + seen_count() * std::size_t(settings_.samples);
  for (std::size_t next = have; next < std::min(end, have + most); ++next) {
    if (next < prompts_.size()) {
      questions.push_back({prompts_[next]});
      continue;
    }
    const std::size_t drawn = next - prompts_.size();
    questions.push_back(
        {prompts_[drawn % seen_count()],
         {.temperature = settings_.temperature, .seed = settings_.seed + drawn + 1}});
  }
  return questions;
}

Result<void> AnswerCollection::collect(const AnswerQuestions& answer, std::size_t together,
                                       const std::function<Next(double)>& after_each) {
  const double wanted = double(prompts_.size()) * (1 + settings_.samples);
  while (true) {
    const std::vector<Question> questions = next(together);
    if (questions.empty()) return {};
    const auto answers = answer(questions);
    if (!answers) return propagate(answers);
    for (std::size_t i = 0; i < answers->size(); ++i) {
      const auto prompt = questions[i].prompt;
      Transcript transcript{{prompt.begin(), prompt.end()}, int(prompt.size())};
      transcript.tokens.insert(transcript.tokens.end(), (*answers)[i].begin(), (*answers)[i].end());
      transcripts_.push_back(std::move(transcript));
    }
    switch (after_each(double(transcripts_.size()) / wanted)) {
      case Next::kGoOn:
        break;
      case Next::kEnough:
        return {};
      case Next::kStop:
        return fail(ErrorKind::kInterrupted, "stopped");
    }
  }
}

std::vector<Transcript> AnswerCollection::seen() const {
  std::vector<Transcript> seen;
  std::set<std::vector<TokenId>> known;
  const auto take = [&](std::span<const Transcript> transcripts) {
    for (const Transcript& transcript : transcripts)
      if (known.insert(transcript.tokens).second) seen.push_back(transcript);
  };
  const std::span all(transcripts_);
  take(all.first(seen_count()));
  take(all.subspan(greedy()));
  return seen;
}

std::vector<Transcript> AnswerCollection::unseen() const {
  const auto first = transcripts_.begin();
  return {first + std::ptrdiff_t(seen_count()), first + std::ptrdiff_t(greedy())};
}

}  // namespace canter::tuning
