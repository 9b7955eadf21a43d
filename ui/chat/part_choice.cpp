#include "chat/part_choice.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace canter::ui {
namespace {

constexpr qsizetype kShown = 240;

}  // namespace

PartChoice::PartChoice(AttachmentList& attachments, ContextMeter& context, QObject* parent)
    : QObject(parent), attachments_(attachments), context_(context) {}

void PartChoice::begin() {
  const int too_many = context_.tokens_too_many();
  name_ = attachments_.longest_name();
  whole_ = attachments_.longest_tokens();
  room_ = std::max(0, whole_ - too_many);
  parts_ = attachments_.parts(too_many);
  first_ = last_ = 1;
  while (last_ < count() && parts_.share(1, last_ + 1) * whole_ <= room_) ++last_;
  if (!pages()) last_ = 1;
  Q_EMIT changed();
}

void PartChoice::accept() {
  attachments_.take_part(parts_.taken(first_, last_));
}

void PartChoice::set_first(int number) {
  first_ = std::clamp(number, 1, std::max(1, count()));
  last_ = pages() ? std::max(first_, last_) : first_;
  Q_EMIT changed();
}

void PartChoice::set_last(int number) {
  last_ = std::clamp(number, 1, std::max(1, count()));
  first_ = std::min(first_, last_);
  Q_EMIT changed();
}

int PartChoice::tokens() const {
  return int(std::ceil(parts_.share(first_, last_) * whole_));
}

QString PartChoice::size() const {
  const QLocale locale;
  return tr("About %1 tokens; %2 fit.").arg(locale.toString(tokens()), locale.toString(room_));
}

QString PartChoice::beginning() const {
  const QString text = parts_.text(first_, last_).simplified();
  return text.size() <= kShown ? text : text.left(kShown).trimmed() + u'…';
}

}  // namespace canter::ui
