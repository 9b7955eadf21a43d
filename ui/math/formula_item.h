#pragma once

#include <QtQml/qqmlregistration.h>
#include <QColor>
#include <QQuickPaintedItem>
#include <QString>
#include <memory>

#include "math/formula.h"

namespace canter::ui::math {

/// Draws a formula, or a piece of one.
class FormulaItem : public QQuickPaintedItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString source READ source WRITE set_source NOTIFY sourceChanged)
  Q_PROPERTY(qreal textSize READ text_size WRITE set_text_size NOTIFY textSizeChanged)
  Q_PROPERTY(QColor color READ color WRITE set_color NOTIFY colorChanged)
  /// False: it cannot be set.
  Q_PROPERTY(bool known READ known NOTIFY sourceChanged)

 public:
  explicit FormulaItem(QQuickItem* parent = nullptr);

  const QString& source() const { return source_; }
  /// Displayed, on lines of its own.
  void set_source(const QString& source);
  /// Of the text that it stands in.
  qreal text_size() const { return text_size_; }
  void set_text_size(qreal size);
  const QColor& color() const { return color_; }
  void set_color(const QColor& color);
  bool known() const { return formula_ != nullptr; }

  /// A piece of one that stands in a text.
  void set_piece(std::shared_ptr<const Formula> formula, std::size_t piece);
  /// Where its baseline begins in it; signs may reach over its box.
  QPointF origin() const;

  void paint(QPainter* painter) override;

 Q_SIGNALS:
  void sourceChanged();
  void textSizeChanged();
  void colorChanged();

 private:
  const Box* box() const;
  double margin() const;
  void measure();

  QString source_;
  qreal text_size_ = 14;
  QColor color_;
  std::shared_ptr<const Formula> formula_;
  std::size_t piece_ = 0;
};

}  // namespace canter::ui::math
