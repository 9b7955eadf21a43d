#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "blocks/block_list_model.h"
#include "chat/attachment.h"
#include "chat/streamed_text.h"
#include "chat/thought.h"
#include "decode/statistics.h"
#include "engine/session/statistics.h"
#include "store/records.h"

namespace canter::ui {

/// The branch of a conversation that is shown, root first. System messages are left out.
class MessageListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by ChatController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    kFromUser = Qt::UserRole,
    kBlocks,        ///< BlockListModel
    kAttachments,   ///< of a question: names and details
    kThought,       ///< Thought, before an answer; may be empty
    kStatus,        ///< Status
    kNote,          ///< how an answer ended, when that is worth saying
    kStatistics,    ///< one line
    kDetails,       ///< several lines
    kEmpty,         ///< no text yet
    kVersion,       ///< which of the versions this is, from 1 on
    kVersions,      ///< how many there are
    kContinuation,  ///< Continuation of the last message, of others NotAtAll
    kLeftOut,       ///< that messages before it are not read any more
  };
  enum Status { Complete, Waiting, Streaming, Stopped, Interrupted, Failed, Elsewhere };
  Q_ENUM(Status)
  /// How one can go on with an answer that ended early.
  enum Continuation { NotAtAll, AsItIs, WithoutTheOldest };
  Q_ENUM(Continuation)

  /// An answer that this program is about to write or writing.
  struct Live {
    ConversationId conversation = 0;
    bool begun = false;
    StreamedText text;
    StreamedText thinking;
    qint64 thinking_ms = 0;
  };

  explicit MessageListModel(QObject* parent = nullptr);
  ~MessageListModel() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }

  /// Answers of other models say who wrote them.
  void set_current_model(const QString& path);
  /// What is read of a chat that the context cannot hold.
  void set_when_full(engine::WhenFull wish);

  void clear();
  /// Shows this branch. Rows that both have stay as they are. `live_of` gives the answers that are
  /// being written, else null.
  void show(const std::vector<Message>& branch, const std::vector<Versions>& versions,
            const std::function<const Live*(MessageId)>& live_of);
  void append(const Message& message, const Live* live = nullptr);
  /// These do nothing when the answer is not among the messages.
  void begin(MessageId answer);
  void append_text(MessageId answer, const StreamedText& piece);
  void append_thinking(MessageId answer, const StreamedText& piece, qint64 milliseconds);
  void finish(const Message& answer, const AnswerStatistics& statistics);

  /// The whole text of a row, without what was thought before it.
  QString text(int row) const;
  /// What was thought before the answer of a row; nullptr: there is no such row.
  Thought* thought(int row) const;
  std::optional<int> row_of(MessageId id) const;
  /// Of a question.
  QList<Attachment> attachments(int row) const;
  /// One of them, to be looked at.
  Q_INVOKABLE canter::ui::BlockListModel* attachment(int row, int number);
  /// All that the user asked, oldest first.
  QStringList questions() const;
  /// 0: no such row.
  MessageId id(int row) const;
  /// The version `step` places from the one that is shown; 0: there is none.
  MessageId version(int row, int step) const;

 Q_SIGNALS:
  void countChanged();
  /// The user wants a listing in a file.
  void codeSaveWanted(const QString& code, const QString& language);

 private:
  struct Row;
  void remove_from(int row);
  void await(int row);
  void changed(int row, const QList<int>& roles);
  void note_left_out();
  Continuation continuation(int row) const;
  /// Questions that the newest answer was given to or knows of.
  int turns_read() const;
  QString note(int row) const;

  std::vector<std::unique_ptr<Row>> rows_;
  QString current_model_;
  engine::WhenFull when_full_ = engine::WhenFull::kStop;
  engine::LeftOut left_out_;  ///< for the newest answer
};

}  // namespace canter::ui
