#include "compare/lane.h"

#include <algorithm>

#include "compare/comparison_words.h"

namespace canter::ui {

double Lane::share() const {
  if (phase_ == Done) return 1;
  return expected_ > 0 ? std::min(1.0, double(shown_) / expected_) : 0;
}

QString Lane::speed_text() const {
  if (phase_ == Done) return ui::speed_text(recorded_.statistics.tokens_per_second());
  if (shown_ < 2) return {};
  const double took = recorded_.token_ms[std::size_t(shown_) - 1] - recorded_.token_ms.front();
  return took > 0 ? ui::speed_text(1000 * (shown_ - 1) / took) : QString();
}

QString Lane::time_text() const {
  if (phase_ == Empty || phase_ == Waiting) return {};
  return seconds_text(phase_ == Done ? recorded_.statistics.total_ms : elapsed_);
}

void Lane::begin(Phase phase) {
  phase_ = phase;
  recorded_ = {};
  finished_ = false;
  expected_ = 0;
  elapsed_ = 0;
  reset_text();
  set_difference(0, 0);
  Q_EMIT changed();
}

void Lane::replay() {
  phase_ = Replayed;
  elapsed_ = 0;
  reset_text();
  Q_EMIT changed();
}

void Lane::append(const engine::ComparedTextAppended& more) {
  recorded_.text += more.text;
  recorded_.token_ms.insert(recorded_.token_ms.end(), more.token_ms.begin(), more.token_ms.end());
  recorded_.token_ends.insert(recorded_.token_ends.end(), more.token_ends.begin(),
                              more.token_ends.end());
  if (phase_ == Live) reveal(int(recorded_.token_ms.size()), recorded_.text.size());
}

void Lane::finish(const AnswerStatistics& statistics) {
  recorded_.statistics = statistics;
  finished_ = true;
  if (phase_ == Live) complete();
}

void Lane::advance(double ms) {
  if (phase_ != Live && phase_ != Replayed) return;
  elapsed_ = ms;
  if (phase_ == Live) {
    Q_EMIT changed();
    return;
  }
  const auto& times = recorded_.token_ms;
  const auto count = std::size_t(std::upper_bound(times.begin(), times.end(), ms) - times.begin());
  if (finished_ && count == times.size() && ms >= recorded_.statistics.total_ms) {
    complete();
  } else {
    reveal(int(count), count == 0 ? 0 : recorded_.token_ends[count - 1]);
  }
}

void Lane::complete() {
  if (!finished_) return;
  phase_ = Done;
  reveal(int(recorded_.token_ms.size()), recorded_.text.size());
}

void Lane::show(const engine::ComparedAnswer& answer) {
  begin(Done);
  recorded_ = answer;
  finished_ = true;
  text_ = QString::fromStdString(answer.text);
  shown_ = int(answer.token_ms.size());
  shown_bytes_ = answer.text.size();
  Q_EMIT textReset();
  Q_EMIT changed();
}

void Lane::mark(int token, std::uint32_t byte) {
  const auto place = [this](std::size_t bytes) {
    return int(QString::fromUtf8(recorded_.text.data(), qsizetype(bytes)).size());
  };
  const bool there = std::size_t(token) < recorded_.token_ends.size();
  const std::size_t end = there ? recorded_.token_ends[std::size_t(token)] : byte;
  set_difference(place(byte), place(std::max<std::size_t>(end, byte)));
}

void Lane::reset_text() {
  shown_ = 0;
  shown_bytes_ = 0;
  text_.clear();
  Q_EMIT textReset();
}

void Lane::reveal(int tokens, std::size_t bytes) {
  if (bytes > shown_bytes_) {
    const QString more =
        QString::fromUtf8(recorded_.text.data() + shown_bytes_, qsizetype(bytes - shown_bytes_));
    shown_bytes_ = bytes;
    text_ += more;
    Q_EMIT appended(more);
  }
  shown_ = tokens;
  Q_EMIT changed();
}

void Lane::set_difference(int from, int to) {
  if (from == differs_from_ && to == differs_to_) return;
  differs_from_ = from;
  differs_to_ = to;
  Q_EMIT differenceChanged();
}

}  // namespace canter::ui
