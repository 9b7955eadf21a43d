#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QByteArray>
#include <QString>
#include <set>

#include "blocks/markdown.h"

namespace canter::ui {

/// A Markdown text that grows at its end, as blocks. What is added only has the part behind the
/// last settled paragraph parsed again, and only rows that differ change.
class BlockListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by MessageListModel")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    kKind = Qt::UserRole,  ///< Kind
    kLevel,
    kIndent,
    kQuotes,
    kQuotesBefore,  ///< around the block before
    kDirection,     ///< Qt::LayoutDirection
    kMarker,
    kHtml,
    kText,
    kLanguage,
    kHighlightState,  ///< of CodeHighlighter, where a part of a listing begins
    kCells,           ///< list of rows of rich text
    kColumns,         ///< alignments
    kFirst,
    kLast,
    kWrapped,  ///< lines of a listing are broken where it ends
  };
  enum Kind {
    Paragraph = Block::Paragraph,
    Heading = Block::Heading,
    Code = Block::Code,
    Table = Block::Table,
    Rule = Block::Rule,
    Math = Block::Math,
  };
  Q_ENUM(Kind)

  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return int(blocks_.size()); }

  /// The source.
  const QString& text() const { return text_; }
  Q_INVOKABLE QString wholeText() const { return text_; }
  void set_text(const QString& text);
  /// `drafted`: byte ranges within `text`.
  void append(const QString& text, const Ranges& drafted = {});

  /// The first with all words of a search, else with one of them; -1: none has any.
  Q_INVOKABLE int rowWith(const QString& words) const;
  /// The whole listing that a row is part of.
  QString code(int row) const;
  /// Puts the whole listing that a row is part of, or the source of a formula, on the clipboard.
  Q_INVOKABLE void copyCode(int row) const;
  Q_INVOKABLE void saveCode(int row);
  /// Of the whole listing that a row is part of.
  Q_INVOKABLE void setWrapped(int row, bool wrapped);

  /// Bytes that were given to the parser so far, to know that this grows with the text.
  qsizetype parsed_bytes() const { return parsed_bytes_; }

 Q_SIGNALS:
  void countChanged();
  /// The user wants a listing in a file.
  void codeSaveWanted(const QString& code, const QString& language);

 private:
  std::size_t first_part(std::size_t row) const;
  std::size_t last_part(std::size_t row) const;
  void parse();
  void replace_from(std::size_t row, std::vector<Block> blocks);
  void settle(const ParsedMarkdown& parsed);
  /// Of parts of listings among the blocks that will stand from `row` on.
  void note_highlight_states(std::size_t row, std::vector<Block>& blocks) const;

  QString text_;
  QByteArray settled_text_;  ///< UTF-8, before what is parsed again
  QByteArray tail_;
  Ranges drafted_;  ///< in tail_
  std::vector<Block> blocks_;
  std::size_t settled_blocks_ = 0;
  bool refers_ = false;
  std::set<std::size_t> wrapped_;  ///< first rows of listings
  qsizetype parsed_bytes_ = 0;
};

}  // namespace canter::ui
