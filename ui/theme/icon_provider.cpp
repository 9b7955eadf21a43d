#include "theme/icon_provider.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace canter::ui {

IconProvider::IconProvider() : QQuickImageProvider(QQuickImageProvider::Pixmap) {}

QPixmap IconProvider::requestPixmap(const QString& id, QSize* size, const QSize& requested) {
  const QString name = id.section(u'/', 0, 0);
  const QString colour = u'#' + id.section(u'/', 1);
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QSvgRenderer renderer(file.readAll().replace("currentColor", colour.toLatin1()));
  QPixmap pixmap(requested.isEmpty() ? renderer.defaultSize() : requested);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  renderer.render(&painter);
  *size = pixmap.size();
  return pixmap;
}

}  // namespace canter::ui
