#include "support/fake_comparisons.h"

#include <QDateTime>
#include <algorithm>

#include "engine/comparison/comparison_result.h"
#include "support/canned_comparisons.h"

namespace canter::ui {
namespace {

constexpr int kTickMs = 8;

}  // namespace

FakeComparisons::FakeComparisons(Script script, std::function<void(engine::Event)> say)
    : script_(std::move(script)), say_(std::move(say)) {
  ticker_.setInterval(kTickMs);
  QObject::connect(&ticker_, &QTimer::timeout, &ticker_, [this] { tick(); });
}

bool FakeComparisons::handle(const engine::Command& command) {
  const auto find = [this](ComparisonId id) {
    return std::find_if(script_.kept.begin(), script_.kept.end(),
                        [id](const auto& each) { return each.summary.id == id; });
  };
  if (const auto* compared = std::get_if<engine::Compare>(&command)) {
    compare(*compared);
  } else if (std::holds_alternative<engine::StopComparison>(command)) {
    stop();
  } else if (std::holds_alternative<engine::ListComparisons>(command)) {
    engine::ComparisonsListed listed;
    for (const auto& each : script_.kept) listed.comparisons.push_back(each.summary);
    say_(std::move(listed));
  } else if (const auto* open = std::get_if<engine::OpenComparison>(&command)) {
    if (const auto found = find(open->id); found != script_.kept.end())
      say_(engine::ComparisonOpened{*found});
  } else if (const auto* remove = std::get_if<engine::DeleteComparison>(&command)) {
    if (const auto found = find(remove->id); found != script_.kept.end()) script_.kept.erase(found);
    say_(engine::ComparisonDeleted{remove->id});
  } else if (const auto* save = std::get_if<engine::ExportComparison>(&command)) {
    engine::ComparisonExported exported{save->id, save->path, {}};
    if (!script_.refuses_export.empty())
      exported.error = Error{ErrorKind::kIo, script_.refuses_export};
    say_(std::move(exported));
  } else {
    return false;
  }
  return true;
}

void FakeComparisons::compare(const engine::Compare& command) {
  request_ = command.request;
  if (!script_.error.empty()) {
    say_(engine::ComparisonFailed{request_, {ErrorKind::kTooLarge, script_.error}});
    return;
  }
  const ComparisonId id = ++last_id_;
  result_ = script_.next  ? *script_.next
            : command.set ? canned_set(id, command.most)
                          : canned_comparison(id, command.prompt, 160, 2.3);
  result_.summary.id = id;
  result_.summary.created = QDateTime::currentMSecsSinceEpoch();
  answers_ = 0;
  say_(engine::ComparisonStarted{request_, int(result_.pairs.size())});
  begin_answer();
  ticker_.start();
}

void FakeComparisons::stop() {
  if (!ticker_.isActive()) return;
  ticker_.stop();
  say_(engine::ComparisonFailed{request_, {ErrorKind::kInterrupted, "the comparison was stopped"}});
}

engine::ComparedSide FakeComparisons::side() const {
  const bool turned = answers_ / 2 % 2 == 1;
  return (answers_ % 2 == 1) == turned ? engine::ComparedSide::kAccelerated
                                       : engine::ComparedSide::kPlain;
}

void FakeComparisons::begin_answer() {
  said_ = 0;
  elapsed_ = 0;
  say_(engine::ComparedAnswerStarted{answers_ / 2, pair().prompt, side(), answers_ % 2 == 0});
}

void FakeComparisons::tick() {
  elapsed_ += kTickMs * script_.pace;
  const bool plain = side() == engine::ComparedSide::kPlain;
  const engine::ComparedAnswer& answer = plain ? pair().plain : pair().accelerated;
  engine::ComparedTextAppended more{side(), {}, {}, {}};
  while (said_ < answer.token_ms.size() && answer.token_ms[said_] <= elapsed_) {
    const std::size_t from = said_ == 0 ? 0 : answer.token_ends[said_ - 1];
    more.text += answer.text.substr(from, answer.token_ends[said_] - from);
    more.token_ms.push_back(answer.token_ms[said_]);
    more.token_ends.push_back(answer.token_ends[said_]);
    ++said_;
  }
  const bool done = said_ == answer.token_ms.size();
  if (!more.token_ms.empty()) say_(std::move(more));
  if (done) {
    say_(engine::ComparedAnswerFinished{side(), answer.statistics});
    finish_answer();
  }
}

void FakeComparisons::finish_answer() {
  if (answers_ % 2 == 1) {
    const int left = int(result_.pairs.size()) - answers_ / 2 - 1;
    say_(engine::ComparedPairFinished{answers_ / 2, pair().speedup(), !pair().difference,
                                      left * 9.0});
  }
  ++answers_;
  if (std::size_t(answers_ / 2) < result_.pairs.size()) {
    begin_answer();
    return;
  }
  ticker_.stop();
  script_.kept.insert(script_.kept.begin(), result_);
  say_(engine::ComparisonFinished{request_, result_});
}

}  // namespace canter::ui
