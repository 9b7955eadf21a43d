#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>
#include <QStringList>

namespace canter::ui {

/// A text that grows at its end, cut into pieces of a few thousand characters. Only the last piece
/// ever changes, so showing one more word costs the same however long the text has become.
class TextChunkModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by MessageListModel")

 public:
  enum Role { kText = Qt::UserRole };

  /// A piece is closed at the first line end after this many characters,
  static constexpr qsizetype kEnough = 2000;
  /// or, in a line that goes on and on, at a space before this many.
  static constexpr qsizetype kMost = 6000;

  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  const QString& text() const { return text_; }
  Q_INVOKABLE QString wholeText() const { return text_; }
  void set_text(const QString& text);
  void append(const QString& text);

 private:
  QString text_;
  QStringList chunks_;
};

}  // namespace canter::ui
