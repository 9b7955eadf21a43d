#pragma once

#include <QString>

namespace canter::ui {

/// `4.4 GB`
QString size_text(quint64 bytes);
/// `~/models` below the user's folder.
QString short_folder(const QString& path);

}  // namespace canter::ui
