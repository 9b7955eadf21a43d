#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QList>
#include <QString>
#include <QUrl>

#include "chat/attachment.h"
#include "session/model_status.h"
#include "session/session.h"

namespace canter::ui {

/// The files of the message that is being written, with what they take of the model's context.
class AttachmentList : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by ChatController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  /// Files that are being read.
  Q_PROPERTY(int reading READ reading NOTIFY readingChanged)

 public:
  enum Role { kName = Qt::UserRole, kDetails };

  AttachmentList(Session& session, ModelStatus& model, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }
  int reading() const { return reading_; }

  QList<Attachment> all() const;
  void show(const QList<Attachment>& attachments);
  /// Reads it without holding up the window, for the conversation that is shown, then says
  /// wasRead() or why not.
  void read(const QUrl& file);
  /// Shortens what is longest by so many tokens.
  void shorten(int tokens);

  Q_INVOKABLE void remove(int row);

 Q_SIGNALS:
  void countChanged();
  void readingChanged();
  /// By the user: the message has other files now.
  void changed();
  void wasRead(qint64 conversation, const canter::ui::Attachment& attachment);

 private:
  struct Row {
    Attachment attachment;
    quint64 request = 0;
    int tokens = 0;  ///< 0: not counted yet
  };

  void count_tokens(Row& row);
  void count_all();

  Session& session_;
  ModelStatus& model_;
  QList<Row> rows_;
  quint64 last_request_ = 0;
  int reading_ = 0;
};

}  // namespace canter::ui
