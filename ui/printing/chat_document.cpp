#include "printing/chat_document.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QDateTime>
#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <algorithm>

#include "blocks/markdown.h"
#include "blocks/text_direction.h"
#include "chat/attachment.h"
#include "math/formula_html.h"
#include "math/math_text.h"

namespace canter::ui {
namespace {

struct ChatDocument {
  Q_DECLARE_TR_FUNCTIONS(ChatDocument)
};

constexpr double kTextPoints = 10;
constexpr int kFooterPixels = 8;  ///< these are points on paper
constexpr int kIndent = 18;
constexpr int kPointsPerInch = 72;

QString style() {
  return QStringLiteral(
             "h1 { font-size: 16pt; margin-bottom: 2px; }"
             ".when, .note { color: #5f646b; font-size: 8pt; }"
             ".who { font-weight: 600; margin-top: 14px; margin-bottom: 2px; }"
             "p { margin-top: 3px; margin-bottom: 5px; }"
             "a { color: #0f766e; text-decoration: none; }"
             ".code, pre { font-family: '%1'; font-size: 8.5pt; background-color: #f1f1ee; }"
             "pre { margin-top: 0; margin-bottom: 0; white-space: pre-wrap; }"
             ".math { font-style: italic; }"
             "th { background-color: #f1f1ee; }")
      .arg(QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
}

QString direction_of(Qt::LayoutDirection direction) {
  return direction == Qt::RightToLeft ? QStringLiteral(" dir=\"rtl\" align=\"right\"")
                                      : QStringLiteral(" dir=\"ltr\"");
}

/// Lists and quotes around it.
QString margin_of(const Block& block) {
  const int margin = kIndent * (block.indent + block.quotes);
  if (margin == 0) return {};
  const auto side =
      block.direction == Qt::RightToLeft ? QStringLiteral("right") : QStringLiteral("left");
  return QStringLiteral(" style=\"margin-%1: %2px;\"").arg(side).arg(margin);
}

QString paragraph(const Block& block, const QString& tag, const QString& html) {
  const QString marker =
      block.marker.isEmpty() ? QString() : block.marker.toHtmlEscaped() + QStringLiteral("&nbsp; ");
  return QStringLiteral("<%1%2%3>%4%5</%1>")
      .arg(tag, direction_of(block.direction), margin_of(block), marker, html);
}

/// A table of one cell, whose ground goes to its edges; listings are read from left to right.
QString listing(const Block& block) {
  return QStringLiteral(
             "<table dir=\"ltr\" width=\"100%\" cellspacing=\"0\" cellpadding=\"%1\" "
             "bgcolor=\"#f1f1ee\"%2><tr><td><pre>%3</pre></td></tr></table>")
      .arg(6)
      .arg(margin_of(block), block.text.toHtmlEscaped());
}

QString cell_alignment(const Block& block, qsizetype column) {
  const Qt::Alignment wanted =
      column < block.columns.size() ? block.columns[column] : Qt::Alignment();
  if (wanted & Qt::AlignHCenter) return QStringLiteral(" align=\"center\"");
  if (wanted & Qt::AlignRight) return QStringLiteral(" align=\"right\"");
  return {};
}

QString table(const Block& block) {
  QString html = QStringLiteral("<table border=\"0.5\" cellspacing=\"0\" cellpadding=\"4\"%1%2>")
                     .arg(direction_of(block.direction), margin_of(block));
  for (qsizetype row = 0; row < block.cells.size(); ++row) {
    const auto tag = row == 0 ? QStringLiteral("th") : QStringLiteral("td");
    if (row == 0) html += QStringLiteral("<thead>");
    html += QStringLiteral("<tr>");
    for (qsizetype column = 0; column < block.cells[row].size(); ++column)
      html += QStringLiteral("<%1%2>%3</%1>")
                  .arg(tag, cell_alignment(block, column), block.cells[row][column]);
    html += QStringLiteral("</tr>");
    if (row == 0) html += QStringLiteral("</thead>");
  }
  return html + QStringLiteral("</table>");
}

QString formula(const QString& tex) {
  const QString set = math::formula_html(tex, true);
  if (!set.isEmpty()) return set;
  return math_text(tex).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
}

QString block_html(const Block& block) {
  switch (block.kind) {
    case Block::Paragraph:
      return paragraph(block, QStringLiteral("p"), block.html);
    case Block::Heading:
      return paragraph(block, QStringLiteral("h%1").arg(std::min(block.level + 1, 6)), block.html);
    case Block::Code:
      return listing(block);
    case Block::Table:
      return table(block);
    case Block::Rule:
      return QStringLiteral("<hr>");
    case Block::Math:
      return QStringLiteral("<p align=\"center\" class=\"math\">%1</p>").arg(formula(block.text));
  }
  return {};
}

QString blocks_html(const QString& markdown) {
  QString html;
  for (const Block& block : parse_markdown(markdown.toUtf8()).blocks) html += block_html(block);
  return html;
}

QString speaker(const Message& message) {
  if (message.role == MessageRole::kUser) return ChatDocument::tr("You");
  return message.model.empty() ? ChatDocument::tr("Answer") : QString::fromStdString(message.model);
}

QString message_html(const Message& message) {
  const MessageParts parts = message.role == MessageRole::kUser
                                 ? split_message(QString::fromStdString(message.content))
                                 : MessageParts{QString::fromStdString(message.content), {}};
  QString html =
      QStringLiteral("<p class=\"who\"%1>%2</p>")
          .arg(direction_of(QGuiApplication::layoutDirection()), speaker(message).toHtmlEscaped());
  html += blocks_html(parts.typed);
  for (const Attachment& each : parts.attachments)
    html += QStringLiteral("<p class=\"note\">%1</p>")
                .arg(ChatDocument::tr("Attached: %1").arg(each.name).toHtmlEscaped());
  if (message.edited)
    html += QStringLiteral("<p class=\"note\">%1</p>").arg(ChatDocument::tr("Edited by hand"));
  return html;
}

/// A device whose pixels are points, to lay out by.
QImage points() {
  constexpr double kMetresPerInch = 0.0254;
  QImage image(1, 1, QImage::Format_Grayscale8);
  image.setDotsPerMeterX(qRound(kPointsPerInch / kMetresPerInch));
  image.setDotsPerMeterY(image.dotsPerMeterX());
  return image;
}

void paint_footer(QPainter& painter, const QRectF& page, const QString& title,
                  const QString& number) {
  const bool mirrored = QGuiApplication::layoutDirection() == Qt::RightToLeft;
  const auto first = mirrored ? Qt::AlignRight : Qt::AlignLeft;
  const auto last = mirrored ? Qt::AlignLeft : Qt::AlignRight;
  const QFontMetricsF metrics(painter.font());
  QRectF room = page;
  painter.setPen(QColor(0x5f, 0x64, 0x6b));
  painter.drawText(room, int(last | Qt::AlignBottom), number);
  room.setWidth(page.width() - metrics.horizontalAdvance(number) - kIndent);
  if (mirrored) room.moveRight(page.right());
  painter.drawText(room, int(first | Qt::AlignBottom),
                   metrics.elidedText(title, Qt::ElideRight, room.width()));
}

}  // namespace

QString chat_html(const QString& title, const std::vector<Message>& branch) {
  QString html = QStringLiteral("<h1%1>%2</h1>")
                     .arg(direction_of(text_direction(title)), title.toHtmlEscaped());
  if (!branch.empty())
    html += QStringLiteral("<p class=\"when\"%1>%2</p>")
                .arg(direction_of(QGuiApplication::layoutDirection()),
                     QLocale().toString(QDateTime::fromMSecsSinceEpoch(branch.front().created),
                                        QLocale::LongFormat));
  for (const Message& message : branch)
    if (message.role != MessageRole::kSystem) html += message_html(message);
  return html;
}

std::unique_ptr<QTextDocument> chat_document(const QString& html) {
  auto document = std::make_unique<QTextDocument>();
  QFont font = QGuiApplication::font();
  font.setPointSizeF(kTextPoints);
  document->setDefaultFont(font);
  document->setDefaultStyleSheet(style());
  document->setHtml(
      math::with_room(html, QFontInfo(font).pixelSize(), QFontMetricsF(font).ascent()));
  return document;
}

// Laid out in points, so that pages are the same on every device.
bool paint_pages(const QTextDocument& original, const QString& title, QPagedPaintDevice& device) {
  const QSizeF room = device.pageLayout().paintRect(QPageLayout::Point).size();
  const double footer = 2.5 * kFooterPixels;
  QImage measure = points();
  const std::unique_ptr<QTextDocument> document(original.clone());
  document->documentLayout()->setPaintDevice(&measure);
  math::draw_formulas_of(*document, QFontInfo(document->defaultFont()).pixelSize());
  document->setDocumentMargin(0);
  document->setPageSize({room.width(), room.height() - footer});
  QPainter painter;
  if (!painter.begin(&device)) return false;
  painter.scale(double(device.logicalDpiX()) / kPointsPerInch,
                double(device.logicalDpiY()) / kPointsPerInch);
  QFont font = document->defaultFont();
  font.setPixelSize(kFooterPixels);
  const int pages = document->pageCount();
  for (int page = 0; page < pages; ++page) {
    if (page > 0 && !device.newPage()) return false;
    const double top = page * document->pageSize().height();
    painter.save();
    painter.translate(0, -top);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black);
    context.clip = QRectF(QPointF(0, top), document->pageSize());
    painter.setClipRect(context.clip);
    document->documentLayout()->draw(&painter, context);
    painter.restore();
    painter.setFont(font);
    paint_footer(painter, QRectF(QPointF(0, 0), room), title,
                 ChatDocument::tr("%1 / %2").arg(page + 1).arg(pages));
  }
  return painter.end();
}

}  // namespace canter::ui
