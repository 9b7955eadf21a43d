#include "sidebar/chat_search.h"

namespace canter::ui {
namespace {

constexpr int kPauseMs = 120;

}  // namespace

ChatSearch::ChatSearch(Session& session, QObject* parent) : QObject(parent), session_(session) {
  pause_.setSingleShot(true);
  pause_.setInterval(kPauseMs);
  connect(&pause_, &QTimer::timeout, this, &ChatSearch::search);
  connect(&session, &Session::event, this, [this](const engine::Event& event) {
    dispatch(event, [this](const engine::ConversationsFound& answer) {
      if (answer.request != last_request_ || !active()) return;
      searched_ = true;
      hits_.show(answer.hits);
      Q_EMIT found();
    });
  });
}

void ChatSearch::set_text(const QString& text) {
  if (text == text_) return;
  text_ = text;
  if (active()) {
    pause_.start();
  } else {
    pause_.stop();
    searched_ = false;
    hits_.show({});
    Q_EMIT found();
  }
  Q_EMIT textChanged();
}

void ChatSearch::search() {
  session_.post(engine::SearchConversations{text_.toStdString(), ++last_request_});
}

void ChatSearch::open(int row) {
  const SearchHit* hit = hits_.hit(row);
  if (hit == nullptr) return;
  const auto message = hit->message;
  session_.openConversation(hit->conversation.id);
  if (message) Q_EMIT messageWanted(*message, text_);
}

}  // namespace canter::ui
