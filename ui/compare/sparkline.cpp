#include "compare/sparkline.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <algorithm>

namespace canter::ui {
namespace {

constexpr qreal kLine = 1.5;

}  // namespace

Sparkline::Sparkline(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setAntialiasing(true);
  connect(this, &Sparkline::changed, this, [this] { update(); });
}

void Sparkline::paint(QPainter* painter) {
  if (plain_.size() < 2 || accelerated_.size() < 2) return;
  const qreal longest = std::max(plain_.constLast(), accelerated_.constLast());
  if (longest <= 0) return;
  const QRectF area = QRectF(0, 0, width(), height()).adjusted(kLine, kLine, -kLine, -kLine);
  const auto line = [&](const QList<qreal>& times) {
    QPolygonF points;
    for (qsizetype i = 0; i < times.size(); ++i)
      points << QPointF(area.left() + area.width() * times[i] / longest,
                        area.bottom() - area.height() * qreal(i) / qreal(times.size() - 1));
    return points;
  };
  const QPolygonF plain = line(plain_), accelerated = line(accelerated_);
  QPolygonF gap = accelerated;
  for (qsizetype i = plain.size() - 1; i >= 0; --i) gap << plain[i];
  painter->setPen(Qt::NoPen);
  painter->setBrush(gap_color_);
  painter->drawPolygon(gap);
  painter->setBrush(Qt::NoBrush);
  for (const auto& [points, color] :
       {std::pair(plain, plain_color_), std::pair(accelerated, accelerated_color_)}) {
    painter->setPen(QPen(color, kLine, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(points);
  }
}

}  // namespace canter::ui
