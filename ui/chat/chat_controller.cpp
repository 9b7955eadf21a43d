#include "chat/chat_controller.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <algorithm>
#include <utility>

#include "session/place_words.h"

namespace canter::ui {
namespace {

constexpr int kStepsShown = 24;

/// `bytes`: those that each token brought to this text.
StreamedText piece_of(const std::string& text, const std::vector<engine::TokenSpan>& tokens,
                      int engine::TokenSpan::*bytes) {
  Ranges drafted;
  qsizetype at = 0;
  for (const engine::TokenSpan& token : tokens) {
    if (token.drafted && token.*bytes > 0) drafted.emplace_back(at, at + token.*bytes);
    at += token.*bytes;
  }
  return StreamedText(QString::fromStdString(text), std::move(drafted));
}

/// An answer that will be given, or gone on with.
MessageListModel::Live live_from(const Message& answer) {
  return {answer.conversation, false, StreamedText(QString::fromStdString(answer.content)),
          StreamedText(QString::fromStdString(answer.thinking)), answer.thinking_ms};
}

}  // namespace

ChatController::ChatController(Session& session, ModelStatus& model, QObject* parent)
    : QObject(parent),
      session_(session),
      model_(model),
      options_(session),
      context_(session, model),
      drafts_(session),
      attachments_(session, model),
      part_(attachments_, context_) {
  connect(&session, &Session::event, this, &ChatController::follow);
  connect(&session, &Session::currentChanged, this, &ChatController::show_current);
  connect(&session, &Session::languageChanged, this, &ChatController::say_again);
  connect(&model, &ModelStatus::changed, this, [this] {
    if (model_.state() == ModelStatus::Ready) messages_.set_current_model(model_.source());
    Q_EMIT accelerateChanged();
    Q_EMIT otherModelChanged();
    announce_answering();
  });
  connect(&model, &ModelStatus::wished, this, [this] {
    chosen_here_ = true;
    use_default_model();
  });
  connect(&messages_, &MessageListModel::countChanged, this, &ChatController::blankChanged);
  connect(&options_, &ChatOptions::changed, this, [this] {
    messages_.set_when_full(options_.settings().when_full);
    recount();
  });
  connect(&drafts_, &Drafts::changed, this, [this](qint64 conversation) {
    if (conversation != session_.current()) return;
    show_draft();
    Q_EMIT canSendChanged();
    recount();
  });
  connect(&attachments_, &AttachmentList::changed, this, [this] {
    set_parts({typed_, attachments_.all()});
  });
  connect(&attachments_, &AttachmentList::wasRead, this,
          [this](qint64 conversation, const Attachment& attachment) {
            MessageParts parts = split_message(drafts_.text(conversation));
            parts.attachments.append(attachment);
            drafts_.set(conversation, join_message(parts));
          });
  connect(&attachments_, &AttachmentList::wasSummarized, this,
          [this](qint64 conversation, const Attachment& whole, const Attachment& summary) {
            MessageParts parts = split_message(drafts_.text(conversation));
            if (const qsizetype at = parts.attachments.indexOf(whole); at >= 0)
              parts.attachments[at] = summary;
            drafts_.set(conversation, join_message(parts));
          });
}

// Messages have their words from when they came; the running answer keeps them.
void ChatController::say_again() {
  announce_answering();
  Q_EMIT undoChanged();
  Q_EMIT accelerateChanged();
  if (session_.current() != 0 && !answering())
    session_.post(engine::OpenConversation{session_.current()});
}

void ChatController::set_draft(const QString& text) {
  if (text == draft()) return;
  recalled_ = 0;
  set_parts({text, attachments_.all()});
}

void ChatController::set_parts(const MessageParts& parts) {
  drafts_.set(session_.current(), join_message(parts));
}

void ChatController::show_draft() {
  const MessageParts parts = split_message(drafts_.text(session_.current()));
  typed_ = parts.typed;
  attachments_.show(parts.attachments);
  Q_EMIT draftChanged();
}

// A message of files alone is called by their names.
QString ChatController::draft_message() const {
  MessageParts parts{typed_.trimmed(), attachments_.all()};
  if (parts.typed.isEmpty()) {
    QStringList names;
    for (const Attachment& each : parts.attachments) names += each.name;
    parts.typed = names.join(QStringLiteral(", "));
  }
  // Where pages end concerns nobody any more.
  for (Attachment& each : parts.attachments) each.text.remove(u'\f');
  return join_message(parts);
}

void ChatController::sendDraft() {
  if (!attachments_.summarizing()) send(draft_message());
}

bool ChatController::can_send() const {
  const bool model_comes =
      model_.state() == ModelStatus::Ready || model_.state() == ModelStatus::Opening;
  return (model_comes || !other_model().isEmpty()) && !answering();
}

QString ChatController::other_model() const {
  const bool comes = model_.state() == ModelStatus::Opening ||
                     (model_.state() == ModelStatus::Ready && model_.source() == chat_model_);
  const bool is_there = place_of_source(chat_model_) || QFileInfo::exists(chat_model_);
  return chat_model_.isEmpty() || comes || !is_there ? QString() : chat_model_name_;
}

QString ChatController::place() const {
  const auto place = place_of_source(other_model().isEmpty() ? model_.source() : chat_model_);
  return place ? place_text(*place) : QString();
}

void ChatController::openModel() {
  if (!other_model().isEmpty()) model_.open(chat_model_);
}

void ChatController::use_default_model() {
  if (session_.current() == 0) use_model(chosen_here_ ? QString() : default_model_);
}

void ChatController::use_model(const QString& path) {
  if (path != chat_model_)
    chat_model_name_ =
        place_of_source(path) ? name_of_source(path) : QFileInfo(path).completeBaseName();
  chat_model_ = path;
  Q_EMIT otherModelChanged();
  Q_EMIT canSendChanged();
}

QString ChatController::waiting_for() const {
  const auto* answer = shown_answer();
  if (answer == nullptr || answer->begun) return {};
  if (model_.state() == ModelStatus::Opening) return tr("Waiting for the model to open");
  const bool busy_elsewhere = std::any_of(live_.begin(), live_.end(), [&](const auto& live) {
    return live.begun && live.conversation != answer->conversation;
  });
  return busy_elsewhere ? tr("Waiting for the answer in another chat") : QString();
}

QString ChatController::speed() const {
  if (tokens_per_second_ <= 0) return {};
  const int decimals = tokens_per_second_ < 10 ? 1 : 0;
  return tr("%1 tok/s").arg(QLocale().toString(tokens_per_second_, 'f', decimals));
}

bool ChatController::can_accelerate() const {
  return model_.acceleration_available();
}

QString ChatController::acceleration_state() const {
  return can_accelerate() && !accelerate_ ? tr("off") : model_.acceleration_state();
}

void ChatController::send(const QString& text) {
  const QString trimmed = text.trimmed();
  if (trimmed.isEmpty() || !can_send()) return;
  engine::SendMessage message;
  if (session_.current() != 0) message.conversation = session_.current();
  message.text = trimmed.toStdString();
  message.request = ++last_request_;
  message.accelerate = accelerate_;
  if (session_.current() == 0) message.chat = options_.settings();
  if (session_.current() == 0) openModel();
  unconfirmed_.insert(message.request, trimmed);
  if (session_.current() == 0) opening_request_ = message.request;
  if (draft_message() == trimmed) set_parts({});
  session_.post(std::move(message));
  Q_EMIT sent();
}

void ChatController::stop() {
  if (answering()) session_.post(engine::StopAnswer{});
}

void ChatController::copyMessage(int row) const {
  QGuiApplication::clipboard()->setText(messages_.text(row));
}

void ChatController::edit(int row, const QString& text) {
  const QString trimmed = text.trimmed();
  const QString whole = join_message({trimmed, messages_.attachments(row)});
  if (trimmed.isEmpty() || !can_send() || whole == messages_.text(row)) return;
  session_.post(engine::EditMessage{messages_.id(row), whole.toStdString()});
}

void ChatController::regenerate(int row) {
  if (can_send()) session_.post(engine::Regenerate{messages_.id(row)});
}

void ChatController::continueAnswer(int row) {
  if (can_send()) session_.post(engine::ContinueAnswer{messages_.id(row)});
}

void ChatController::continueWithoutOldest(int row) {
  if (!can_send()) return;
  options_.set_when_full(ChatOptions::DropOldest);
  continueAnswer(row);
}

void ChatController::branch(int row) {
  if (answering()) return;
  session_.post(
      engine::BranchConversation{messages_.id(row), tr("%1 (branch)").arg(title_).toStdString()});
}

void ChatController::remove(int row) {
  if (!answering()) session_.post(engine::TrashMessage{messages_.id(row)});
}

void ChatController::undoRemoval() {
  if (removed_.empty()) return;
  const engine::MessageTrashed last = removed_.back().messages;
  removed_.pop_back();
  session_.post(engine::RestoreMessage{last.id});
  if (last.conversation != session_.current()) session_.openConversation(last.conversation);
  Q_EMIT undoChanged();
}

QString ChatController::undo_text() const {
  return removed_.empty() ? QString()
                          : tr("%n message(s) deleted", nullptr, removed_.back().messages.messages);
}

bool ChatController::recall(int step) {
  const QStringList asked = messages_.questions();
  const bool written = !draft().isEmpty() || attachments_.count() > 0;
  if (written && recalled_ == 0) return false;
  const int wanted = recalled_ + step;
  if (wanted < 0 || wanted > asked.size()) return recalled_ > 0;
  drafts_.set(session_.current(), wanted == 0 ? QString() : asked.at(asked.size() - wanted));
  recalled_ = wanted;
  return true;
}

void ChatController::attach(const QUrl& file) {
  attachments_.read(file);
}

void ChatController::shortenAttachments() {
  attachments_.shorten(context_.tokens_too_many());
}

void ChatController::showVersion(int row, int step) {
  if (const MessageId id = messages_.version(row, step)) session_.post(engine::ShowVersion{id});
}

void ChatController::showMessage(qint64 message, const QString& words) {
  wanted_ = message;
  wanted_words_ = words;
  wanted_asked_ = false;
  if (opened_) show_wanted();
}

void ChatController::show_wanted() {
  if (wanted_ == 0) return;
  if (const auto row = messages_.row_of(wanted_)) {
    wanted_ = 0;
    Q_EMIT messageShown(*row, wanted_words_);
  } else if (!wanted_asked_) {
    wanted_asked_ = true;
    session_.post(engine::ShowVersion{wanted_});
  } else {
    wanted_ = 0;
  }
}

void ChatController::setAccelerate(bool wished) {
  if (!can_accelerate()) return;
  if (session_.current() != 0) {
    session_.post(engine::SetAccelerate{session_.current(), wished});
  } else {
    accelerate_ = wished;
    Q_EMIT accelerateChanged();
  }
}

void ChatController::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::ConversationOpened& opened) {
        if (opened.asked) live_.insert(*opened.asked, live_from(opened.branch.back()));
        if (opened.conversation.id != session_.current()) return;
        opened_ = true;
        update(opened.conversation);
        for (const Message& message : opened.branch)
          if (!message.model.empty() && message.model_path == opened.conversation.model)
            chat_model_name_ = QString::fromStdString(message.model);
        Q_EMIT otherModelChanged();
        messages_.show(opened.branch, opened.versions, [this](MessageId id) {
          const auto live = live_.constFind(id);
          return live == live_.constEnd() ? nullptr : &*live;
        });
        announce_answering();
        recount();
        Q_EMIT blankChanged();
        show_wanted();
        if (opened.asked) Q_EMIT sent();
      },
      [this](const engine::MessageTrashed& trashed) {
        removed_.push_back({trashed, session_.next_deed()});
        Q_EMIT undoChanged();
        Q_EMIT removed();
      },
      [this](const engine::ConversationChanged& changed) {
        if (changed.conversation.id == session_.current()) update(changed.conversation);
      },
      [this](const engine::TurnAdded& added) { add_turn(added); },
      [this](const engine::AnswerStarted& started) {
        live_[started.answer].begun = true;
        live_[started.answer].conversation = started.conversation;
        messages_.begin(started.answer);
        announce_answering();
      },
      [this](const engine::TextAppended& appended) { append_text(appended); },
      [this](const engine::AnswerFinished& finished) { finish(finished); },
      [this](const engine::EngineConfigured& configured) {
        default_model_ = QString::fromStdString(configured.default_model);
        use_default_model();
      },
      [this](const engine::AnswersSaved& saved) {
        renumbered_ |= saved.renumbered.contains(session_.current());
        show_renumbered();
      },
      [this](const engine::Failed& failed) { take_back(failed.request); });
}

void ChatController::add_turn(const engine::TurnAdded& added) {
  unconfirmed_.remove(added.request);
  const auto live = live_.insert(added.answer.id, live_from(added.answer));
  if (session_.current() == 0 && added.request != 0 && added.request == opening_request_) {
    // Whatever was typed meanwhile belongs to the conversation that now has a number.
    drafts_.adopt(added.conversation.id);
    session_.adopt(added.conversation.id);
  }
  if (added.conversation.id != session_.current()) return;
  update(added.conversation);
  messages_.append(added.question);
  messages_.append(added.answer, &*live);
  announce_answering();
}

void ChatController::append_text(const engine::TextAppended& appended) {
  const auto thinking =
      piece_of(appended.thinking, appended.tokens, &engine::TokenSpan::thinking_bytes);
  const auto text = piece_of(appended.text, appended.tokens, &engine::TokenSpan::bytes);
  MessageListModel::Live& live = live_[appended.answer];
  live.thinking.append(thinking);
  live.thinking_ms = appended.thinking_ms;
  live.text.append(text);
  if (appended.conversation != session_.current()) return;
  messages_.append_thinking(appended.answer, thinking, appended.thinking_ms);
  messages_.append_text(appended.answer, text);
  set_speed(appended.tokens_per_second);
  note_steps(appended.tokens);
  context_.grow(int(appended.tokens.size()));
}

void ChatController::note_steps(const std::vector<engine::TokenSpan>& tokens) {
  for (const engine::TokenSpan& token : tokens) {
    ++drafted_in_step_;
    if (token.drafted) continue;
    steps_ += std::exchange(drafted_in_step_, 0);
  }
  if (steps_.size() > kStepsShown) steps_.remove(0, steps_.size() - kStepsShown);
  Q_EMIT stepsChanged();
}

void ChatController::finish(const engine::AnswerFinished& finished) {
  live_.remove(finished.answer.id);
  messages_.finish(finished.answer, finished.statistics);
  announce_answering();
  recount();
  show_renumbered();
}

void ChatController::show_renumbered() {
  if (answering() || !std::exchange(renumbered_, false)) return;
  session_.post(engine::OpenConversation{session_.current()});
}

// What the user wrote and the core could not keep is not lost either.
void ChatController::take_back(quint64 request) {
  const QString text = unconfirmed_.take(request);
  if (text.isEmpty()) return;
  MessageParts parts = split_message(text);
  if (!typed_.isEmpty()) parts.typed += QStringLiteral("\n\n") + typed_;
  parts.attachments += attachments_.all();
  set_parts(parts);
}

void ChatController::show_current() {
  messages_.clear();
  context_.forget();
  opened_ = false;
  recalled_ = 0;
  wanted_ = 0;
  opening_request_ = 0;
  renumbered_ = false;
  title_.clear();
  accelerate_ = true;
  chosen_here_ = false;
  use_model({});
  use_default_model();
  Q_EMIT titleChanged();
  show_draft();
  Q_EMIT accelerateChanged();
  Q_EMIT blankChanged();
  announce_answering();
  recount();
}

void ChatController::update(const Conversation& conversation) {
  title_ = QString::fromStdString(conversation.title);
  accelerate_ = conversation.accelerate;
  use_model(QString::fromStdString(conversation.model));
  Q_EMIT titleChanged();
  Q_EMIT accelerateChanged();
}

void ChatController::set_speed(double tokens_per_second) {
  if (tokens_per_second == tokens_per_second_) return;
  tokens_per_second_ = tokens_per_second;
  Q_EMIT speedChanged();
}

void ChatController::recount() {
  if (!answering()) context_.recount(drafts_.text(session_.current()), options_.settings());
}

void ChatController::announce_answering() {
  if (const auto* answer = shown_answer(); answer == nullptr || !answer->begun) {
    set_speed(0);
    steps_.clear();
    drafted_in_step_ = 0;
    Q_EMIT stepsChanged();
  }
  Q_EMIT answeringChanged();
  Q_EMIT canSendChanged();
}

const MessageListModel::Live* ChatController::shown_answer() const {
  const auto shown = std::find_if(live_.begin(), live_.end(), [this](const auto& live) {
    return live.conversation == session_.current();
  });
  return shown == live_.end() ? nullptr : &*shown;
}

}  // namespace canter::ui
