#include "documents/text_encoding.h"

#include <QList>
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

constexpr std::u16string_view kControlsInText = u"\t\n\v\f\r\x1b";

bool is_in_text(char32_t c) {
  switch (QChar::category(c)) {
    case QChar::Other_Control:
      return kControlsInText.find(char16_t(c)) != kControlsInText.npos;
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Other_Surrogate:
      return false;
    default:
      return true;
  }
}

std::optional<QString> only_text(std::optional<QString> decoded) {
  if (!decoded) return std::nullopt;
  const auto characters = decoded->toUcs4();
  if (!std::all_of(characters.cbegin(), characters.cend(), is_in_text)) return std::nullopt;
  return decoded;
}

/// Blanks, line breaks and Latin letters have a zero byte, which is no part of other texts.
std::optional<QString> decode_unmarked_utf16(const QByteArray& bytes) {
  qsizetype zeros[2] = {};
  for (qsizetype i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0';
  if (bytes.size() % 2 != 0 || zeros[0] == zeros[1]) return std::nullopt;
  return only_text(decode_unicode(
      bytes, zeros[0] > zeros[1] ? QStringConverter::Utf16BE : QStringConverter::Utf16LE));
}

/// Most pairs of bytes above ASCII are of the commonest characters. In other encodings such bytes
/// come alone, or in pairs of other ranges.
bool looks_like_gbk(const QByteArray& bytes) {
  qsizetype pairs = 0;
  qsizetype common = 0;
  for (qsizetype i = 0; i < bytes.size(); ++i) {
    const auto first = uchar(bytes[i]);
    if (first < 0x80) continue;
    if (++i == bytes.size()) return false;
    ++pairs;
    common += first >= 0xb0 && first <= 0xd7 && uchar(bytes[i]) >= 0xa1;
  }
  return common > 1 && 2 * common > pairs;
}

std::optional<QString> decode_gbk(const QByteArray& bytes) {
  if (!looks_like_gbk(bytes)) return std::nullopt;
  QStringDecoder decode("GB18030", QStringConverter::Flag::Stateless);
  if (!decode.isValid()) return std::nullopt;
  const QString text = decode(bytes);
  return decode.hasError() ? std::nullopt : only_text(text);
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
    return (c < u' ' && kControlsInText.find(c.unicode()) == kControlsInText.npos) || c == u'\x7f';
  };
  if (std::any_of(text.cbegin(), text.cend(), is_control)) return std::nullopt;
  return text;
}

}  // namespace

std::optional<QString> decode_text(const QByteArray& bytes) {
  if (const auto marked = QStringConverter::encodingForData(bytes))
    return decode_unicode(bytes, *marked);
  if (auto text = decode_unicode(bytes, QStringConverter::Utf8)) return text;
  if (auto text = decode_unmarked_utf16(bytes)) return text;
  if (auto text = decode_gbk(bytes)) return text;
  return decode_windows_1252(bytes);
}

}  // namespace canter::ui
