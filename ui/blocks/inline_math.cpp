#include "blocks/inline_math.h"

#include "math/formula_html.h"
#include "math/math_text.h"

namespace canter::ui {
namespace {

bool is_joined(const QByteArray& utf8, qsizetype neighbour) {
  const char c = neighbour >= 0 && neighbour < utf8.size() ? utf8[neighbour] : ' ';
  return c > ' ' && c < '\x7f';
}

}  // namespace

QString formula_source(const QByteArray& utf8, const MathSpan& span) {
  return QString::fromUtf8(utf8.mid(span.begin + span.mark, span.end - span.begin - 2 * span.mark))
      .trimmed();
}

qsizetype closing_signs(const QByteArray& utf8, qsizetype begin, qsizetype end) {
  qsizetype at = begin;
  while (at < end && QByteArrayView(",.;:!?)]").contains(utf8[at])) ++at;
  return at - begin;
}

QString inline_math(const QByteArray& utf8, const MathSpan& span, qsizetype signs) {
  const QString tex = formula_source(utf8, span);
  const QString behind = QString::fromUtf8(utf8.mid(span.end, signs));
  // Rich text may always be broken behind an image, so the signs are part of it.
  const QString closing = QStringLiteral("\\mathclose{\\text{%1}}").arg(behind);
  const QString set = math::formula_html(behind.isEmpty() ? tex : tex + closing, span.display);
  if (!set.isEmpty()) {
    const QString before = is_joined(utf8, span.begin - 1) ? QString(math::kNoBreak) : QString();
    return before + set + math::kMayBreak;
  }
  return QStringLiteral("<span class=\"math\">") +
         math_text(tex).toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>")) +
         QStringLiteral("</span>") + behind;
}

}  // namespace canter::ui
