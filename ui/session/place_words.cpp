#include "session/place_words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "engine/models/servers.h"

namespace canter::ui {
namespace {

class PlaceWords {
  Q_DECLARE_TR_FUNCTIONS(PlaceWords)
};

}  // namespace

std::optional<engine::Elsewhere> place_of_source(const QString& source) {
  return engine::place_of(source.toStdString());
}

QString place_text(const engine::Elsewhere& place) {
  const QString host = QString::fromStdString(place.host);
  if (place.this_computer)
    return PlaceWords::tr("Another program on this computer answers, at %1.").arg(host);
  if (place.encrypted)
    return PlaceWords::tr("What you write leaves this computer: it goes to %1.").arg(host);
  return PlaceWords::tr("What you write leaves this computer, unencrypted: it goes to %1.")
      .arg(host);
}

QString name_of_source(const QString& source) {
  if (!place_of_source(source)) return QFileInfo(source).fileName();
  return source.mid(source.indexOf(QLatin1Char('#')) + 1);
}

}  // namespace canter::ui
