#include "chat/text_chunk_model.h"

#include <utility>

namespace canter::ui {
namespace {

struct Cut {
  qsizetype length;
  qsizetype skipped;  ///< the character that the gap between two pieces stands for
};

Cut find_cut(const QString& text) {
  const qsizetype line_end = text.indexOf(u'\n', TextChunkModel::kEnough);
  if (line_end >= 0 && line_end < TextChunkModel::kMost) return {line_end, 1};
  if (text.size() <= TextChunkModel::kMost) return {text.size(), 0};
  const qsizetype space = text.lastIndexOf(u' ', TextChunkModel::kMost);
  if (space >= TextChunkModel::kEnough) return {space, 1};
  const bool splits_a_pair = text.at(TextChunkModel::kMost).isLowSurrogate();
  return {TextChunkModel::kMost - (splits_a_pair ? 1 : 0), 0};
}

QStringList cut_up(QString text) {
  QStringList chunks;
  for (;;) {
    const Cut cut = find_cut(text);
    if (cut.length == text.size()) break;
    chunks.append(text.left(cut.length));
    text.remove(0, cut.length + cut.skipped);
  }
  chunks.append(std::move(text));
  return chunks;
}

}  // namespace

int TextChunkModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(chunks_.size());
}

QVariant TextChunkModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != kText) return {};
  return chunks_.at(index.row());
}

QHash<int, QByteArray> TextChunkModel::roleNames() const {
  return {{kText, "chunk"}};
}

void TextChunkModel::set_text(const QString& text) {
  if (text == text_) return;
  if (text.startsWith(text_)) {
    append(text.mid(text_.size()));
    return;
  }
  beginResetModel();
  text_ = text;
  chunks_ = text.isEmpty() ? QStringList{} : cut_up(text);
  endResetModel();
}

void TextChunkModel::append(const QString& text) {
  if (text.isEmpty()) return;
  text_ += text;
  const int last = int(chunks_.size()) - 1;
  QStringList pieces = cut_up(last < 0 ? text : chunks_.at(last) + text);
  if (last >= 0) {
    chunks_[last] = pieces.takeFirst();
    Q_EMIT dataChanged(index(last), index(last), {kText});
  }
  if (pieces.isEmpty()) return;
  beginInsertRows({}, last + 1, last + int(pieces.size()));
  chunks_ += pieces;
  endInsertRows();
}

}  // namespace canter::ui
