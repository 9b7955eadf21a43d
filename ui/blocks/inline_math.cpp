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

QString inline_math(const QByteArray& utf8, const MathSpan& span) {
  const QString tex = formula_source(utf8, span);
  const QString set = math::formula_html(tex, span.display);
  if (!set.isEmpty()) {
    const QString before = is_joined(utf8, span.begin - 1) ? QString(math::kNoBreak) : QString();
    return before + set + math::kMayBreak;
  }
  return QStringLiteral("<span class=\"math\">") +
         math_text(tex).toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>")) +
         QStringLiteral("</span>");
}

}  // namespace canter::ui
