#pragma once

#include <QtQml/qqmlregistration.h>
#include <QColor>
#include <QList>
#include <QQuickPaintedItem>

namespace canter::ui {

/// Tokens over time in small, both ways: when each equal share of all tokens was there.
class Sparkline : public QQuickPaintedItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QList<qreal> plain MEMBER plain_ NOTIFY changed)
  Q_PROPERTY(QList<qreal> accelerated MEMBER accelerated_ NOTIFY changed)
  Q_PROPERTY(QColor plainColor MEMBER plain_color_ NOTIFY changed)
  Q_PROPERTY(QColor acceleratedColor MEMBER accelerated_color_ NOTIFY changed)
  Q_PROPERTY(QColor gapColor MEMBER gap_color_ NOTIFY changed)

 public:
  explicit Sparkline(QQuickItem* parent = nullptr);

  void paint(QPainter* painter) override;

 Q_SIGNALS:
  void changed();

 private:
  QList<qreal> plain_, accelerated_;
  QColor plain_color_, accelerated_color_, gap_color_;
};

}  // namespace canter::ui
