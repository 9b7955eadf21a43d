#include "blocks/block_list_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVariantList>
#include <algorithm>

#include "blocks/highlight.h"

namespace canter::ui {

int BlockListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant BlockListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Block& block = blocks_[std::size_t(index.row())];
  switch (role) {
    case kKind:
      return block.kind;
    case kLevel:
      return block.level;
    case kIndent:
      return block.indent;
    case kQuotes:
      return block.quotes;
    case kQuotesBefore:
      return index.row() > 0 ? blocks_[std::size_t(index.row() - 1)].quotes : 0;
    case kDirection:
      return block.direction;
    case kMarker:
      return block.marker;
    case kHtml:
      return block.html;
    case kText:
    case Qt::DisplayRole:
      return block.text;
    case kLanguage:
      return block.language;
    case kHighlightState:
      return block.highlight_state;
    case kCells: {
      QVariantList rows;
      for (const QStringList& row : block.cells) rows.append(QVariant(row));
      return rows;
    }
    case kColumns: {
      QVariantList columns;
      for (const Qt::Alignment column : block.columns) columns.append(int(column));
      return columns;
    }
    case kFirst:
      return block.first;
    case kLast:
      return block.last;
    case kWrapped:
      return wrapped_.contains(first_part(std::size_t(index.row())));
    default:
      return {};
  }
}

QHash<int, QByteArray> BlockListModel::roleNames() const {
  return {{kKind, "kind"},
          {kLevel, "level"},
          {kIndent, "indent"},
          {kQuotes, "quotes"},
          {kQuotesBefore, "quotesBefore"},
          {kDirection, "direction"},
          {kMarker, "marker"},
          {kHtml, "html"},
          {kText, "plainText"},
          {kLanguage, "language"},
          {kHighlightState, "highlightState"},
          {kCells, "cells"},
          {kColumns, "columns"},
          {kFirst, "first"},
          {kLast, "last"},
          {kWrapped, "wrapped"}};
}

void BlockListModel::set_text(const QString& text) {
  if (text == text_) return;
  if (!text_.isEmpty() && text.startsWith(text_)) {
    append(text.mid(text_.size()));
    return;
  }
  text_ = text;
  settled_text_.clear();
  settled_blocks_ = 0;
  refers_ = false;
  wrapped_.clear();
  drafted_.clear();
  tail_ = text.toUtf8();
  parse();
}

void BlockListModel::append(const QString& text, const Ranges& drafted) {
  if (text.isEmpty()) return;
  for (const auto& [begin, end] : drafted) {
    const qsizetype from = tail_.size() + begin;
    if (!drafted_.empty() && drafted_.back().second == from)
      drafted_.back().second = tail_.size() + end;
    else
      drafted_.emplace_back(from, tail_.size() + end);
  }
  text_ += text;
  tail_ += text.toUtf8();
  parse();
}

void BlockListModel::parse() {
  parsed_bytes_ += tail_.size();
  ParsedMarkdown parsed = parse_markdown(tail_, drafted_);
  if (parsed.refers && !refers_) {
    refers_ = true;
    if (!settled_text_.isEmpty()) {
      tail_.prepend(std::exchange(settled_text_, {}));
      settled_blocks_ = 0;
      drafted_.clear();
      parsed_bytes_ += tail_.size();
      parsed = parse_markdown(tail_, drafted_);
    }
  }
  const std::size_t first = settled_blocks_;
  settle(parsed);
  note_highlight_states(first, parsed.blocks);
  replace_from(first, std::move(parsed.blocks));
}

void BlockListModel::settle(const ParsedMarkdown& parsed) {
  if (refers_ || parsed.settled == 0) return;
  settled_text_ += tail_.left(parsed.settled);
  tail_.remove(0, parsed.settled);
  settled_blocks_ += parsed.settled_blocks;
  std::erase_if(drafted_, [&](const auto& range) { return range.second <= parsed.settled; });
  for (auto& [begin, end] : drafted_) {
    begin = std::max<qsizetype>(0, begin - parsed.settled);
    end -= parsed.settled;
  }
}

void BlockListModel::replace_from(std::size_t row, std::vector<Block> blocks) {
  const std::size_t common = std::min(blocks_.size() - row, blocks.size());
  for (std::size_t i = 0; i < common; ++i) {
    Block& old = blocks_[row + i];
    if (old == blocks[i]) continue;
    old = std::move(blocks[i]);
    Q_EMIT dataChanged(index(int(row + i)), index(int(row + i)));
  }
  const int end = int(row + common);
  if (count() > end) {
    beginRemoveRows({}, end, count() - 1);
    blocks_.resize(std::size_t(end));
    endRemoveRows();
    Q_EMIT countChanged();
  }
  if (blocks.size() > common) {
    beginInsertRows({}, end, int(row + blocks.size()) - 1);
    std::move(blocks.begin() + std::ptrdiff_t(common), blocks.end(), std::back_inserter(blocks_));
    endInsertRows();
    Q_EMIT countChanged();
  }
}

// A part behind one that did not change begins as it did before.
void BlockListModel::note_highlight_states(std::size_t row, std::vector<Block>& blocks) const {
  bool same_before = true;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block& block = blocks[i];
    const Block* old = row + i < blocks_.size() ? &blocks_[row + i] : nullptr;
    const Language* language = find_language(block.language);
    if (block.kind == Block::Code && !block.first && i > 0 && language != nullptr) {
      if (same_before && old != nullptr && old->kind == Block::Code && !old->first) {
        block.highlight_state = old->highlight_state;
      } else {
        block.highlight_state = blocks[i - 1].highlight_state;
        for (const QString& line : blocks[i - 1].text.split(u'\n'))
          block.highlight_state = highlight_line(*language, line, block.highlight_state).state;
      }
    }
    same_before = same_before && old != nullptr && *old == block;
  }
}

int BlockListModel::rowWith(const QString& words) const {
  const QStringList wanted = words.simplified().split(u' ', Qt::SkipEmptyParts);
  int best = -1;
  qsizetype most = 0;
  for (int row = 0; row < count() && most < wanted.size(); ++row) {
    const QString& text = blocks_[std::size_t(row)].text;
    const qsizetype found = std::count_if(wanted.begin(), wanted.end(), [&](const QString& word) {
      return text.contains(word, Qt::CaseInsensitive);
    });
    if (found <= most) continue;
    most = found;
    best = row;
  }
  return best;
}

QString BlockListModel::code(int row) const {
  if (row < 0 || row >= count()) return {};
  QStringList parts;
  const std::size_t last = last_part(std::size_t(row));
  for (std::size_t i = first_part(std::size_t(row)); i <= last; ++i) parts += blocks_[i].text;
  return parts.join(u'\n');
}

std::size_t BlockListModel::first_part(std::size_t row) const {
  while (row > 0 && !blocks_[row].first) --row;
  return row;
}

std::size_t BlockListModel::last_part(std::size_t row) const {
  while (row + 1 < blocks_.size() && !blocks_[row].last) ++row;
  return row;
}

void BlockListModel::copyCode(int row) const {
  QGuiApplication::clipboard()->setText(code(row));
}

void BlockListModel::saveCode(int row) {
  if (row < 0 || row >= count()) return;
  Q_EMIT codeSaveWanted(code(row), blocks_[std::size_t(row)].language);
}

void BlockListModel::setWrapped(int row, bool wrapped) {
  if (row < 0 || row >= count()) return;
  const std::size_t first = first_part(std::size_t(row));
  if (wrapped)
    wrapped_.insert(first);
  else
    wrapped_.erase(first);
  Q_EMIT dataChanged(index(int(first)), index(int(last_part(first))), {kWrapped});
}

}  // namespace canter::ui
