#pragma once

#include <QtQml/qqmlregistration.h>
#include <QColor>
#include <QPointer>
#include <QQuickItem>
#include <QQuickTextDocument>
#include <QString>
#include <vector>

#include "math/formula_item.h"

namespace canter::ui::math {

/// Draws the formulas of a rich text in the places that its layout keeps free for them.
class InlineFormulas : public QQuickItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QQuickTextDocument* document READ document WRITE set_document NOTIFY documentChanged)
  Q_PROPERTY(qreal textSize READ text_size WRITE set_text_size NOTIFY textSizeChanged)
  Q_PROPERTY(QColor color READ color WRITE set_color NOTIFY colorChanged)
  /// What is selected of the text, and the colour of formulas there.
  Q_PROPERTY(int selectionStart MEMBER selection_start_ WRITE set_selection_start)
  Q_PROPERTY(int selectionEnd MEMBER selection_end_ WRITE set_selection_end)
  Q_PROPERTY(QColor selectedColor MEMBER selected_color_ WRITE set_selected_color)
  /// Of the first line, where it may be lower than without formulas; 0: there are none.
  Q_PROPERTY(qreal firstBaseline READ first_baseline NOTIFY firstBaselineChanged)

 public:
  using QQuickItem::QQuickItem;

  QQuickTextDocument* document() const { return document_; }
  void set_document(QQuickTextDocument* document);
  qreal text_size() const { return text_size_; }
  void set_text_size(qreal size);
  const QColor& color() const { return color_; }
  void set_color(const QColor& color);
  void set_selection_start(int position);
  void set_selection_end(int position);
  void set_selected_color(const QColor& color);
  qreal first_baseline() const { return first_baseline_; }

  /// Rich text with room for the formulas in it.
  Q_INVOKABLE static QString withRoom(const QString& html, qreal text_size);
  /// What stands between two places, formulas as readable text.
  QString text_between(int begin, int end) const;
  /// Puts that on the clipboard; false: no formula is there.
  Q_INVOKABLE bool copy(int begin, int end) const;
  /// Those that are drawn.
  const std::vector<FormulaItem*>& items() const { return items_; }

 Q_SIGNALS:
  void documentChanged();
  void textSizeChanged();
  void colorChanged();
  void firstBaselineChanged();

 protected:
  void updatePolish() override;

 private:
  void watch();
  void color_items();

  QPointer<QQuickTextDocument> document_;
  qreal text_size_ = 14;
  QColor color_;
  QColor selected_color_;
  int selection_start_ = 0;
  int selection_end_ = 0;
  qreal first_baseline_ = 0;
  std::vector<FormulaItem*> items_;
  std::vector<int> positions_;  ///< of items_ in the text; -1: never selected
};

}  // namespace canter::ui::math
