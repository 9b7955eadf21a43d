#pragma once

#include <QByteArray>
#include <QString>

namespace canter::ui {

/// A file of a zip archive, unpacked; empty when there is none, or it is longer than a document is.
QByteArray zip_entry(const QString& archive, const char* name);

}  // namespace canter::ui
