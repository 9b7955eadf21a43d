#pragma once

#include <QtQml/qqmlregistration.h>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>
#include <vector>

#include "chat/attachment_list.h"
#include "chat/chat_options.h"
#include "chat/context_meter.h"
#include "chat/drafts.h"
#include "chat/message_list_model.h"
#include "chat/part_choice.h"
#include "session/model_status.h"
#include "session/session.h"

namespace canter::ui {

/// The conversation that is shown: its messages, the text being written, the answer being given.
class ChatController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  Q_PROPERTY(canter::ui::MessageListModel* messages READ messages CONSTANT)
  Q_PROPERTY(canter::ui::ChatOptions* options READ options CONSTANT)
  Q_PROPERTY(canter::ui::AttachmentList* attachments READ attachments CONSTANT)
  Q_PROPERTY(canter::ui::ContextMeter* context READ context CONSTANT)
  Q_PROPERTY(canter::ui::PartChoice* part READ part CONSTANT)
  Q_PROPERTY(QString title READ title NOTIFY titleChanged)
  /// Nothing was said here yet.
  Q_PROPERTY(bool blank READ blank NOTIFY blankChanged)
  /// What is being written here and not sent yet, without its attachments; every conversation has
  /// its own.
  Q_PROPERTY(QString draft READ draft WRITE set_draft NOTIFY draftChanged)
  /// An answer is wanted or being given in the conversation that is shown.
  Q_PROPERTY(bool answering READ answering NOTIFY answeringChanged)
  Q_PROPERTY(bool canSend READ can_send NOTIFY canSendChanged)
  /// What the wanted answer waits for; empty while it is being given.
  Q_PROPERTY(QString waitingFor READ waiting_for NOTIFY answeringChanged)
  /// `84 tok/s` while an answer is being given here.
  Q_PROPERTY(QString speed READ speed NOTIFY speedChanged)
  /// How many tokens each of the last steps of the answer brought, the newest last.
  Q_PROPERTY(QList<int> steps READ steps NOTIFY stepsChanged)
  /// What was deleted and can come back: `3 messages deleted`; empty when there is nothing.
  Q_PROPERTY(QString undoText READ undo_text NOTIFY undoChanged)
  /// Session::next_deed() of that, to undo the newest first; 0: nothing.
  Q_PROPERTY(int lastDeed READ last_deed NOTIFY undoChanged)
  Q_PROPERTY(bool accelerate READ accelerate NOTIFY accelerateChanged)
  /// What is true of acceleration in this conversation, in a few words.
  Q_PROPERTY(QString accelerationState READ acceleration_state NOTIFY accelerateChanged)
  /// The model that this chat uses, where it is not the one that is open; else empty. It opens with
  /// the next message.
  Q_PROPERTY(QString otherModel READ other_model NOTIFY otherModelChanged)
  /// Where the next message goes, a sentence; empty for a model that answers in this program.
  Q_PROPERTY(QString place READ place NOTIFY otherModelChanged)
  Q_PROPERTY(bool canAccelerate READ can_accelerate NOTIFY accelerateChanged)

 public:
  ChatController(Session& session, ModelStatus& model, QObject* parent = nullptr);

  MessageListModel* messages() { return &messages_; }
  ChatOptions* options() { return &options_; }
  ContextMeter* context() { return &context_; }
  PartChoice* part() { return &part_; }
  QString title() const { return title_; }
  bool blank() const { return messages_.count() == 0 && (session_.current() == 0 || opened_); }
  AttachmentList* attachments() { return &attachments_; }
  QString draft() const { return typed_; }
  void set_draft(const QString& text);
  bool answering() const { return shown_answer() != nullptr; }
  bool can_send() const;
  QString waiting_for() const;
  QString speed() const;
  QList<int> steps() const { return steps_; }
  QString undo_text() const;
  int last_deed() const { return removed_.empty() ? 0 : removed_.back().deed; }
  bool accelerate() const { return accelerate_; }
  bool can_accelerate() const;
  QString acceleration_state() const;
  QString other_model() const;
  QString place() const;

  Q_INVOKABLE void send(const QString& text);
  /// Nothing happens while a summary is made that belongs to it.
  Q_INVOKABLE void sendDraft();
  Q_INVOKABLE void stop();
  /// Opens the model that this chat uses.
  Q_INVOKABLE void openModel();
  Q_INVOKABLE void copyMessage(int row) const;
  /// The message of a row with another text; a question is answered anew. What was there stays a
  /// version.
  Q_INVOKABLE void edit(int row, const QString& text);
  /// Another answer in place of a row's, or the first one to a question without.
  Q_INVOKABLE void regenerate(int row);
  /// Goes on with a row's answer, which ended early.
  Q_INVOKABLE void continueAnswer(int row);
  /// The same where the context is full: from now on the oldest turns are left out.
  Q_INVOKABLE void continueWithoutOldest(int row);
  /// Opens a new chat with all up to this row.
  Q_INVOKABLE void branch(int row);
  /// With all that follows.
  Q_INVOKABLE void remove(int row);
  /// Of the newest, in whichever chat it was.
  Q_INVOKABLE void undoRemoval();
  /// Puts a question that was asked before into the draft: `step` 1 is one earlier, -1 one later.
  /// False, and nothing happens, while something else is being written.
  Q_INVOKABLE bool recall(int step);
  /// Adds a file with text to the message that is being written.
  Q_INVOKABLE void attach(const QUrl& file);
  /// So that the message fits into the model's context.
  Q_INVOKABLE void shortenAttachments();
  /// The version so many places on.
  Q_INVOKABLE void showVersion(int row, int step);
  Q_INVOKABLE void setAccelerate(bool wished);
  /// Brings a message into view, once its conversation is there, at the words that are searched
  /// for; another branch is shown for it.
  void showMessage(qint64 message, const QString& words = {});

 Q_SIGNALS:
  void titleChanged();
  void draftChanged();
  void answeringChanged();
  void canSendChanged();
  void speedChanged();
  void stepsChanged();
  void blankChanged();
  void undoChanged();
  /// Something was deleted just now.
  void removed();
  void accelerateChanged();
  void otherModelChanged();
  void messageShown(int row, const QString& words);
  /// The reader asked, so the view may go to the end.
  void sent();

 private:
  void follow(const engine::Event& event);
  void add_turn(const engine::TurnAdded& added);
  void append_text(const engine::TextAppended& appended);
  void finish(const engine::AnswerFinished& finished);
  /// Messages that were in memory alone have other ids now.
  void show_renumbered();
  void take_back(quint64 request);
  /// What would be sent.
  QString draft_message() const;
  void set_parts(const MessageParts& parts);
  void show_draft();
  void show_current();
  void say_again();
  void update(const Conversation& conversation);
  void use_model(const QString& path);
  /// In a new chat, unless another was asked for.
  void use_default_model();
  void set_speed(double tokens_per_second);
  void note_steps(const std::vector<engine::TokenSpan>& tokens);
  void recount();
  void show_wanted();
  void announce_answering();
  const MessageListModel::Live* shown_answer() const;

  Session& session_;
  ModelStatus& model_;
  MessageListModel messages_;
  ChatOptions options_;
  ContextMeter context_;
  Drafts drafts_;
  AttachmentList attachments_;
  PartChoice part_;
  QString typed_;  ///< of the draft that is shown
  QHash<MessageId, MessageListModel::Live> live_;
  /// Sent and not confirmed yet, by request.
  QHash<quint64, QString> unconfirmed_;
  quint64 last_request_ = 0;
  /// The request whose answer opens the conversation that is shown and has no number yet.
  quint64 opening_request_ = 0;
  QString title_;
  bool opened_ = false;  ///< what is shown has come from the database
  double tokens_per_second_ = 0;
  QList<int> steps_;
  int drafted_in_step_ = 0;
  bool renumbered_ = false;
  int recalled_ = 0;  ///< which question stands in the draft, from the newest; 0: none
  struct Removed {
    engine::MessageTrashed messages;
    int deed = 0;
  };
  std::vector<Removed> removed_;  ///< the newest last
  MessageId wanted_ = 0;          ///< to be shown
  QString wanted_words_;
  bool wanted_asked_ = false;  ///< the branch with it
  bool accelerate_ = true;
  QString default_model_;     ///< path of what new chats begin with; empty: what is open
  bool chosen_here_ = false;  ///< a model was asked for since this new chat was begun
  QString chat_model_;        ///< path of the model that the chat uses
  QString chat_model_name_;   ///< as its answers name it
};

}  // namespace canter::ui
