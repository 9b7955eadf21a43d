#include "chat/drafts.h"

namespace canter::ui {
namespace {

constexpr int kPauseMs = 400;

}  // namespace

Drafts::Drafts(Session& session, QObject* parent) : QObject(parent), session_(session) {
  connect(&session, &Session::event, this, &Drafts::follow);
  pause_.setSingleShot(true);
  pause_.setInterval(kPauseMs);
  connect(&pause_, &QTimer::timeout, this, &Drafts::keep);
}

Drafts::~Drafts() {
  keep();
}

void Drafts::set(qint64 conversation, const QString& text) {
  if (text == this->text(conversation)) return;
  texts_[conversation] = text;
  unkept_ += conversation;
  pause_.start();
  Q_EMIT changed(conversation);
}

void Drafts::adopt(qint64 conversation) {
  set(conversation, text(0));
  set(0, {});
}

void Drafts::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::ConversationOpened& opened) {
        load(opened.conversation.id, opened.conversation.draft);
      },
      [this](const engine::NewChatPrepared& prepared) { load(0, prepared.draft); });
}

void Drafts::load(qint64 conversation, const std::string& text) {
  if (texts_.contains(conversation)) return;
  texts_[conversation] = QString::fromStdString(text);
  Q_EMIT changed(conversation);
}

void Drafts::keep() {
  pause_.stop();
  for (const qint64 conversation : std::exchange(unkept_, {})) {
    engine::KeepDraft command;
    if (conversation != 0) command.id = conversation;
    command.text = text(conversation).toStdString();
    session_.post(std::move(command));
  }
}

}  // namespace canter::ui
