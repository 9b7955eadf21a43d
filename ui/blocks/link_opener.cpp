#include "blocks/link_opener.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>

namespace canter::ui {

QString LinkOpener::address() const {
  return QString::fromLatin1(url_.toEncoded());
}

QString LinkOpener::host() const {
  return url_.host(QUrl::FullyEncoded);
}

bool LinkOpener::openable() const {
  const QString scheme = url_.scheme().toLower();
  return url_.isValid() && ((scheme == u"https" && !host().isEmpty()) ||
                            (scheme == u"http" && !host().isEmpty()) || scheme == u"mailto");
}

void LinkOpener::ask(const QString& link) {
  url_ = QUrl(link, QUrl::TolerantMode);
  Q_EMIT asked();
}

void LinkOpener::open() const {
  if (openable()) QDesktopServices::openUrl(url_);
}

void LinkOpener::copy() const {
  QGuiApplication::clipboard()->setText(address());
}

}  // namespace canter::ui
