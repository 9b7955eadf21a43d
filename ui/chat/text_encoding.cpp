#include "chat/text_encoding.h"

#include <QStringDecoder>
#include <algorithm>
#include <string_view>

namespace canter::ui {
namespace {

std::optional<QString> decode_unicode(const QByteArray& bytes,
                                      QStringConverter::Encoding encoding) {
  // Stateless: a character that is cut off at the end is an error, too.
  QStringDecoder decode(encoding, QStringConverter::Flag::Stateless);
  const QString text = decode(bytes);
  if (decode.hasError() || !text.isValidUtf16() || text.contains(QChar::Null)) return std::nullopt;
  return text;
}

/// Windows-1252 from 0x80 to 0x9f, where it differs from Latin-1; zero where it has no character.
constexpr char16_t kWindows1252[] =
    u"€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0"
    u"\0‘’“”•–—˜™š›œ\0žŸ";

std::optional<QString> decode_windows_1252(const QByteArray& bytes) {
  QString text = QString::fromLatin1(bytes);
  for (QChar& c : text)
    if (c >= u'\x80' && c <= u'\x9f') c = kWindows1252[c.unicode() - 0x80];
  const auto is_control = [](QChar c) {
    constexpr std::u16string_view kInText = u"\t\n\v\f\r\x1b";
    return (c < u' ' && kInText.find(c.unicode()) == kInText.npos) || c == u'\x7f';
  };
  if (std::any_of(text.cbegin(), text.cend(), is_control)) return std::nullopt;
  return text;
}

}  // namespace

std::optional<QString> decode_text(const QByteArray& bytes) {
  if (const auto marked = QStringConverter::encodingForData(bytes))
    return decode_unicode(bytes, *marked);
  if (auto text = decode_unicode(bytes, QStringConverter::Utf8)) return text;
  return decode_windows_1252(bytes);
}

}  // namespace canter::ui
