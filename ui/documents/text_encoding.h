#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace canter::ui {

/// The text of a file in UTF-8, UTF-16 or UTF-32 with a byte order mark, in UTF-8 or UTF-16 without
/// one, in GBK (where Qt has ICU), or else in Windows-1252, of which Latin-1's letters are a part.
/// Nothing when it is no text: it has errors or zero characters, or is in none of these and has
/// control characters.
std::optional<QString> decode_text(const QByteArray& bytes);

}  // namespace canter::ui
