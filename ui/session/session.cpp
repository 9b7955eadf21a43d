#include "session/session.h"

#include <QMetaObject>
#include <algorithm>

namespace canter::ui {
namespace {

constexpr int kFrameMs = 16;

}  // namespace

Session::Session(const EngineLinkFactory& connect_engine, QObject* parent) : QObject(parent) {
  timer_.setSingleShot(true);
  timer_.setTimerType(Qt::PreciseTimer);
  connect(&timer_, &QTimer::timeout, this, &Session::take);
  link_ = connect_engine(
      [this] { QMetaObject::invokeMethod(this, &Session::schedule, Qt::QueuedConnection); });
}

// The link goes first, while there still is an object for its wake-ups to name.
Session::~Session() {
  link_.reset();
}

void Session::post(engine::Command command) {
  link_->post(std::move(command));
}

void Session::start() {
  post(engine::ListConversations{});
}

void Session::schedule() {
  if (timer_.isActive()) return;
  const qint64 elapsed = since_taken_.isValid() ? since_taken_.elapsed() : kFrameMs;
  timer_.start(int(std::clamp<qint64>(kFrameMs - elapsed, 0, kFrameMs)));
}

void Session::take() {
  since_taken_.start();
  for (const engine::Event& taken : link_->take_events()) {
    follow(taken);
    Q_EMIT event(taken);
  }
}

void Session::follow(const engine::Event& taken) {
  dispatch(
      taken,
      [this](const engine::ConversationChanged& changed) {
        if (changed.conversation.id == current_ && changed.conversation.trashed) newConversation();
      },
      [this](const engine::AnswersRecovered& recovered) {
        if (recovered.answers.empty()) return;
        set_notice(tr("Canter ended in the middle of %n answer(s). What was there is kept.",
                      nullptr, int(recovered.answers.size())));
      },
      [this](const engine::AnswersSaved&) {
        set_failure({});
        set_notice(tr("What could not be saved before is saved now."));
      },
      [this](const engine::MessagesUnsaved& unsaved) {
        unsaved_ = unsaved.messages;
        Q_EMIT unsavedChanged();
      },
      [this](const engine::DatabaseRepaired& repaired) {
        const QString text = repaired.report.unreadable > 0
                                 ? tr("The database was damaged. %n message(s) could be read and "
                                      "are in a new one, some could not. The damaged file is kept "
                                      "as %1.",
                                      nullptr, int(repaired.report.messages))
                                 : tr("The database was damaged. All %n message(s) could be read "
                                      "and are in a new one. The damaged file is kept as %1.",
                                      nullptr, int(repaired.report.messages));
        set_notice(text.arg(QString::fromStdString(repaired.report.kept.string())));
      },
      [this](const engine::Failed& failed) {
        set_failure(QString::fromStdString(failed.error.message));
      });
}

void Session::adopt(qint64 conversation) {
  set_current(conversation);
}

void Session::openConversation(qint64 id) {
  if (id == current_) return;
  set_current(id);
  if (id != 0) post(engine::OpenConversation{id});
}

void Session::newConversation() {
  set_current(0);
}

void Session::set_current(qint64 id) {
  if (id == current_) return;
  current_ = id;
  Q_EMIT currentChanged();
}

void Session::set_failure(const QString& text) {
  if (text == failure_) return;
  failure_ = text;
  Q_EMIT failureChanged();
}

void Session::set_notice(const QString& text) {
  if (text == notice_) return;
  notice_ = text;
  Q_EMIT noticeChanged();
}

}  // namespace canter::ui
