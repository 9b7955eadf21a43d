#include "math/formula_html.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextDocument>
#include <QTextObjectInterface>
#include <algorithm>
#include <cmath>

namespace canter::ui::math {
namespace {

/// So much of a formula, in sizes of the text, may reach below the baseline of a line that is no
/// higher for it.
constexpr double kHangs = 0.6;

const QString kDisplayed = QStringLiteral("displayed");

QString opening() {
  return QStringLiteral("<img src=\"qrc:/math/room.png\" title=\"");
}

QString unescaped(QStringView html) {
  return html.toString()
      .replace(QStringLiteral("&lt;"), QStringLiteral("<"))
      .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
      .replace(QStringLiteral("&quot;"), QStringLiteral("\""))
      .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

/// An image whose bottom is on the baseline, or whose middle is where more hangs below it.
QString room(const Box& box, double text_size, double ascent) {
  const double em = em_in_text(text_size);
  const double up = std::ceil(box.height * em) + 1, down = std::ceil(box.depth * em) + 1;
  const int width = std::max(1, int(std::ceil(box.width * em)));
  if (down <= kHangs * text_size)
    return QStringLiteral(" width=\"%1\" height=\"%2\"").arg(width).arg(std::max(1, int(up)));
  return QStringLiteral(" width=\"%1\" height=\"%2\" style=\"vertical-align: middle\"")
      .arg(width)
      .arg(int(2 * std::max({up, down, std::ceil(ascent)})));
}

/// An image of rich text that is asked to be drawn.
class FormulaDrawer : public QObject, public QTextObjectInterface {
  Q_OBJECT
  Q_INTERFACES(QTextObjectInterface)

 public:
  FormulaDrawer(QTextDocument& document, double text_size)
      : QObject(&document), text_size_(text_size) {}

  QSizeF intrinsicSize(QTextDocument*, int, const QTextFormat& format) override {
    const QTextImageFormat image = format.toImageFormat();
    return {image.width(), image.height()};
  }

  void drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int,
                  const QTextFormat& format) override {
    const QTextCharFormat image = format.toCharFormat();
    const FormulaPlace place(image);
    if (place.box() == nullptr) return;
    const bool middle = image.verticalAlignment() == QTextCharFormat::AlignMiddle;
    const QPointF at(rect.x(), middle ? rect.center().y() : rect.bottom());
    draw(*painter, *place.box(), at, em_in_text(text_size_), Qt::black);
  }

 private:
  double text_size_;
};

}  // namespace

FormulaPlace::FormulaPlace(const QString& title, const QString& tex)
    : formula(find_formula(tex, title == kDisplayed)), piece(title.toUInt()) {}

FormulaPlace::FormulaPlace(const QTextCharFormat& format)
    : FormulaPlace(format.stringProperty(QTextFormat::ImageTitle),
                   format.stringProperty(QTextFormat::ImageAltText)) {}

const Box* FormulaPlace::box() const {
  return formula && piece < formula->pieces.size() ? &formula->pieces[piece] : nullptr;
}

QString formula_html(const QString& tex, bool display) {
  const auto formula = find_formula(tex, display);
  if (!formula) return {};
  const QString alt = QString(tex).replace(u'\n', u' ').toHtmlEscaped();
  QString html;
  for (std::size_t i = 0; i < formula->pieces.size(); ++i)
    html += (i > 0 ? QString(kMayBreak) : QString()) + opening() +
            (display ? kDisplayed : QString::number(i)) +
            QStringLiteral("\" alt=\"%1\"/>").arg(alt);
  return html;
}

QString with_room(const QString& html, double text_size, double ascent) {
  const QString mark = opening();
  qsizetype at = html.indexOf(mark);
  if (at < 0) return html;
  QString result;
  qsizetype done = 0;
  const QString between = QStringLiteral("\" alt=\"");
  for (; at >= 0; at = html.indexOf(mark, at)) {
    const qsizetype title = at + mark.size();
    const qsizetype title_end = html.indexOf(between, title);
    const qsizetype alt = title_end + between.size();
    const qsizetype end = title_end < 0 ? -1 : html.indexOf(u'"', alt);
    if (end < 0) break;
    const FormulaPlace place(html.mid(title, title_end - title),
                             unescaped(QStringView(html).mid(alt, end - alt)));
    result += QStringView(html).mid(done, end + 1 - done);
    if (const Box* box = place.box()) result += room(*box, text_size, ascent);
    done = at = end + 1;
  }
  result += QStringView(html).mid(done);
  return result;
}

void draw_formulas_of(QTextDocument& document, double text_size) {
  auto* drawer = new FormulaDrawer(document, text_size);
  document.documentLayout()->registerHandler(QTextFormat::ImageObject, drawer);
}

}  // namespace canter::ui::math

#include "formula_html.moc"
