#include "math/inline_formulas.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

#include "math/formula_html.h"
#include "math/math_text.h"

namespace canter::ui::math {
namespace {

template <typename Visit>
void visit_formulas(const QTextDocument& document, const Visit& visit) {
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    for (auto it = block.begin(); !it.atEnd(); ++it) {
      const QTextFragment fragment = it.fragment();
      if (!fragment.charFormat().isImageFormat()) continue;
      for (int i = 0; i < fragment.length(); ++i)
        visit(block, fragment.position() + i, fragment.charFormat());
    }
  }
}

/// Whether Qt Quick marks what is there when it is selected: it looks for an image that begins a
/// line at the left, wherever the line begins.
bool is_marked(const QTextBlock& block, int position) {
  const int inside = position - block.position();
  const QTextLine line = block.layout()->lineForTextPosition(inside);
  if (!line.isValid() || line.cursorToX(line.textStart()) < 1) return true;
  const QString before = block.text().mid(line.textStart(), inside - line.textStart());
  return std::any_of(before.begin(), before.end(), [](QChar c) {
    return c != kMayBreak && c != kNoBreak && c != QChar::ObjectReplacementCharacter;
  });
}

/// The left end of what is there, on the baseline.
QPointF baseline_at(const QTextBlock& block, int position) {
  const int inside = position - block.position();
  const QTextLine line = block.layout()->lineForTextPosition(inside);
  if (!line.isValid()) return {};
  const double x = std::min(line.cursorToX(inside), line.cursorToX(inside + 1));
  return block.layout()->position() + QPointF(x, line.y() + line.ascent());
}

}  // namespace

QString InlineFormulas::withRoom(const QString& html, qreal text_size) {
  return with_room(html, text_size);
}

QString InlineFormulas::text_between(int begin, int end) const {
  if (!document_) return {};
  const QTextDocument& text = *document_->textDocument();
  QString result;
  int done = begin;
  const auto plain = [&](int from, int to) {
    for (int i = from; i < to; ++i) {
      const QChar c = text.characterAt(i);
      if (c == QChar::ParagraphSeparator || c == QChar::LineSeparator)
        result += u'\n';
      else if (c != kNoBreak && c != kMayBreak)
        result += c == QChar::Nbsp ? QChar(u' ') : c;
    }
  };
  visit_formulas(text, [&](const QTextBlock&, int position, const QTextCharFormat& format) {
    if (position < begin || position >= end) return;
    plain(done, position);
    if (FormulaPlace(format).piece == 0)
      result += math_text(format.stringProperty(QTextFormat::ImageAltText));
    done = position + 1;
  });
  plain(done, end);
  return result;
}

bool InlineFormulas::copy(int begin, int end) const {
  bool any = false;
  if (document_)
    visit_formulas(*document_->textDocument(),
                   [&](const QTextBlock&, int position, const QTextCharFormat&) {
                     any = any || (position >= begin && position < end);
                   });
  if (any) QGuiApplication::clipboard()->setText(text_between(begin, end));
  return any;
}

void InlineFormulas::set_document(QQuickTextDocument* document) {
  if (document == document_) return;
  if (document_) document_->textDocument()->disconnect(this);
  document_ = document;
  watch();
  polish();
  Q_EMIT documentChanged();
}

void InlineFormulas::watch() {
  if (!document_) return;
  QTextDocument* text = document_->textDocument();
  connect(text, &QTextDocument::contentsChanged, this, &QQuickItem::polish);
  connect(text->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
          &QQuickItem::polish);
  connect(text->documentLayout(), &QAbstractTextDocumentLayout::update, this, &QQuickItem::polish);
}

void InlineFormulas::set_text_size(qreal size) {
  if (size == text_size_) return;
  text_size_ = size;
  polish();
  Q_EMIT textSizeChanged();
}

void InlineFormulas::set_color(const QColor& color) {
  if (color == color_) return;
  color_ = color;
  color_items();
  Q_EMIT colorChanged();
}

void InlineFormulas::set_selection_start(int position) {
  selection_start_ = position;
  color_items();
}

void InlineFormulas::set_selection_end(int position) {
  selection_end_ = position;
  color_items();
}

void InlineFormulas::set_selected_color(const QColor& color) {
  selected_color_ = color;
  color_items();
}

void InlineFormulas::color_items() {
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const bool selected = selection_start_ <= positions_[i] && positions_[i] < selection_end_;
    items_[i]->set_color(selected ? selected_color_ : color_);
  }
}

void InlineFormulas::updatePolish() {
  std::size_t used = 0;
  positions_.clear();
  if (document_) {
    const auto show = [&](const QTextBlock& block, int position, const QTextCharFormat& format) {
      const FormulaPlace place(format);
      if (place.box() == nullptr) return;
      if (used == items_.size()) items_.push_back(new FormulaItem(this));
      FormulaItem* item = items_[used++];
      positions_.push_back(is_marked(block, position) ? position : -1);
      item->set_text_size(text_size_);
      item->set_piece(place.formula, place.piece);
      item->setPosition(baseline_at(block, position) - item->origin());
    };
    visit_formulas(*document_->textDocument(), show);
  }
  for (std::size_t i = used; i < items_.size(); ++i) delete items_[i];
  items_.resize(used);
  color_items();
  const double baseline =
      used > 0 ? baseline_at(document_->textDocument()->firstBlock(), 0).y() : 0;
  if (baseline == first_baseline_) return;
  first_baseline_ = baseline;
  Q_EMIT firstBaselineChanged();
}

}  // namespace canter::ui::math
