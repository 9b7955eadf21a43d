#pragma once

#include <QQuickImageProvider>

namespace canter::ui {

/// `image://icon/<name>/<rrggbb>`: an icon of the set in resources/icons, drawn in that colour at
/// the size that is asked for.
class IconProvider : public QQuickImageProvider {
 public:
  IconProvider();
  QPixmap requestPixmap(const QString& id, QSize* size, const QSize& requested) override;
};

}  // namespace canter::ui
