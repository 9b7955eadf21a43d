#pragma once

#include <QtQml/qqmlregistration.h>
#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>

#include "session/engine_link.h"

namespace canter::ui {

/// The window's end of the core: takes events at most once per frame, hands them to whoever
/// listens, and knows which conversation is shown. Destroying it ends the engine, which saves.
class Session : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  /// 0: a new conversation that is not in the database yet.
  Q_PROPERTY(qint64 current READ current NOTIFY currentChanged)
  /// What failed outside any answer; empty when nothing did.
  Q_PROPERTY(QString failure READ failure NOTIFY failureChanged)
  /// Something worth knowing that is no failure.
  Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged)
  /// Messages that the database could not take yet, so that they end with the program.
  Q_PROPERTY(int unsaved READ unsaved NOTIFY unsavedChanged)

 public:
  explicit Session(const EngineLinkFactory& connect_engine, QObject* parent = nullptr);
  ~Session() override;

  void post(engine::Command command);
  /// Asks for the list of conversations.
  void start();

  qint64 current() const { return current_; }
  QString failure() const { return failure_; }
  QString notice() const { return notice_; }
  int unsaved() const { return unsaved_; }
  /// Numbers what the user does and can undo, from 1 on.
  int next_deed() { return ++deeds_; }
  /// The engine gave the new conversation, which is shown, its number.
  void adopt(qint64 conversation);

  Q_INVOKABLE void openConversation(qint64 id);
  Q_INVOKABLE void newConversation();
  /// Something failed on the window's side.
  void fail(const QString& text) { set_failure(text); }

  Q_INVOKABLE void dismissFailure() { set_failure({}); }
  Q_INVOKABLE void dismissNotice() { set_notice({}); }

 Q_SIGNALS:
  /// What is told in words is to be asked for again.
  void languageChanged();
  void event(const canter::engine::Event& event);
  void currentChanged();
  void failureChanged();
  void noticeChanged();
  void unsavedChanged();

 private:
  void schedule();
  void take();
  void follow(const engine::Event& event);
  void set_current(qint64 id);
  void set_failure(const QString& text);
  void set_notice(const QString& text);

  std::unique_ptr<EngineLink> link_;
  QTimer timer_;
  QElapsedTimer since_taken_;
  qint64 current_ = 0;
  QString failure_;
  QString notice_;
  int unsaved_ = 0;
  int deeds_ = 0;
};

/// Calls the handlers' overload for the event's type, and does nothing for the others.
template <typename... Handlers>
void dispatch(const engine::Event& event, Handlers... handlers) {
  struct Visitor : Handlers... {
    using Handlers::operator()...;
  };
  std::visit(
      [visitor = Visitor{handlers...}](const auto& value) {
        if constexpr (std::is_invocable_v<const Visitor&, decltype(value)>) visitor(value);
      },
      event);
}

}  // namespace canter::ui
