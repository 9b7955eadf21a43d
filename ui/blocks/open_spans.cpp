#include "blocks/open_spans.h"

namespace canter::ui {
namespace {

/// More in one another look like so many.
constexpr qsizetype kMost = 30;

QString closing(const QString& opening) {
  if (opening.isEmpty()) return {};
  return QStringLiteral("</") + opening.mid(1).section(u' ', 0, 0).section(u'>', 0, 0) + u'>';
}

}  // namespace

QString OpenSpans::open(const QString& tag) {
  tags_.append(tags_.size() < kMost ? tag : QString());
  return tags_.last();
}

QString OpenSpans::close() {
  return tags_.isEmpty() ? QString() : closing(tags_.takeLast());
}

QString OpenSpans::close_all() {
  QString text;
  while (!tags_.isEmpty()) text += close();
  return text;
}

}  // namespace canter::ui
