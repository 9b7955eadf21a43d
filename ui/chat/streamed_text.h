#pragma once

#include <QString>
#include <utility>

#include "blocks/math_spans.h"

namespace canter::ui {

/// A text that comes in pieces, and which of it was drafted.
class StreamedText {
 public:
  StreamedText() = default;
  /// `drafted`: byte ranges of its UTF-8.
  explicit StreamedText(QString text, Ranges drafted = {})
      : text_(std::move(text)), drafted_(std::move(drafted)), bytes_(text_.toUtf8().size()) {}

  const QString& text() const { return text_; }
  const Ranges& drafted() const { return drafted_; }
  bool empty() const { return text_.isEmpty(); }

  void append(const StreamedText& piece) {
    for (const auto& [begin, end] : piece.drafted_)
      drafted_.emplace_back(bytes_ + begin, bytes_ + end);
    text_ += piece.text_;
    bytes_ += piece.bytes_;
  }

 private:
  QString text_;
  Ranges drafted_;
  qsizetype bytes_ = 0;  ///< of the UTF-8
};

}  // namespace canter::ui
