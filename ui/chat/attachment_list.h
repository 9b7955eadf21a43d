#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QList>
#include <QString>
#include <QUrl>
#include <optional>

#include "chat/attachment.h"
#include "chat/document_parts.h"
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
  /// A summary takes the place of a file here, as soon as it is made.
  Q_PROPERTY(bool summarizing READ summarizing NOTIFY summaryChanged)
  /// How far that is.
  Q_PROPERTY(QString summaryText READ summary_text NOTIFY summaryChanged)

 public:
  enum Role { kName = Qt::UserRole, kDetails };

  AttachmentList(Session& session, ModelStatus& model, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }
  int reading() const { return reading_; }
  bool summarizing() const;
  QString summary_text() const;

  QList<Attachment> all() const;
  void show(const QList<Attachment>& attachments);
  /// Reads it without holding up the window, for the conversation that is shown, then says
  /// wasRead() or why not.
  void read(const QUrl& file);
  /// Shortens what is longest by so many tokens.
  void shorten(int tokens);
  /// Of what is longest, with room for all but so many tokens of it.
  DocumentParts parts(int tokens_too_many) const;
  QString longest_name() const;
  int longest_tokens() const;
  /// In place of the whole.
  void take_part(const QString& text);

  Q_INVOKABLE void remove(int row);
  /// Puts a summary in the place of what is longest.
  Q_INVOKABLE void summarize();
  Q_INVOKABLE void stopSummary();

 Q_SIGNALS:
  void countChanged();
  void readingChanged();
  void summaryChanged();
  /// By the user: the message has other files now.
  void changed();
  void wasRead(qint64 conversation, const canter::ui::Attachment& attachment);
  void wasSummarized(qint64 conversation, const canter::ui::Attachment& whole,
                     const canter::ui::Attachment& summary);

 private:
  struct Row {
    Attachment attachment;
    quint64 request = 0;
    int tokens = 0;  ///< 0: not counted yet
  };

  struct Summary {
    quint64 request = 0;
    qint64 conversation = 0;
    Attachment whole;
    int part = 0;
    int parts = 0;
  };

  /// -1 while tokens were not counted.
  int longest() const;
  void end_summary(const engine::SummaryEnded& ended);
  void count_tokens(Row& row);
  void count_all();

  Session& session_;
  ModelStatus& model_;
  QList<Row> rows_;
  quint64 last_request_ = 0;
  int reading_ = 0;
  std::optional<Summary> summary_;
};

}  // namespace canter::ui
