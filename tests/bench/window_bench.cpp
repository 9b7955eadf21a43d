// How long the window's thread is busy for each frame while an answer streams into a long chat, and
// whether opening many chats leaves memory behind. Prints figures, asserts nothing.
#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QQuickWindow>
#include <QTest>
#include <QThread>
#include <algorithm>
#include <cstdio>
#include <vector>

#include "support/canned_conversations.h"
#include "support/make_records.h"
#include "window/main_window.h"

namespace canter::ui {
namespace {

constexpr int kMessages = 2000;
constexpr int kStreamSeconds = 20;
constexpr int kChats = 500;
constexpr ConversationId kLong = 7;

/// Adds up what the thread does between waiting and waiting, frame by frame.
class FrameClock : public QObject {
 public:
  explicit FrameClock(QQuickWindow& window) {
    auto* dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { busy_.start(); });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { pause(); });
    connect(
        &window, &QQuickWindow::frameSwapped, this,
        [this] {
          pause();
          frames_.push_back(double(spent_) / 1e6);
          spent_ = 0;
          busy_.start();
        },
        Qt::DirectConnection);
  }
  void restart() { frames_.clear(); }
  std::vector<double> sorted() const {
    std::vector<double> sorted = frames_;
    std::ranges::sort(sorted);
    return sorted;
  }

 private:
  void pause() {
    if (busy_.isValid()) spent_ += busy_.nsecsElapsed();
    busy_.invalidate();
  }

  QElapsedTimer busy_;
  qint64 spent_ = 0;
  std::vector<double> frames_;
};

double resident_megabytes() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : status.readAll().split('\n'))
    if (line.startsWith("VmRSS:")) return line.mid(6).simplified().split(' ').first().toDouble() / 1000;
  return 0;
}

FakeEngine::Script long_chat() {
  FakeEngine::Script script = canned_script();
  auto& branch = script.branches[kLong];
  branch.clear();
  for (int i = 0; i < kMessages; ++i) {
    const bool question = i % 2 == 0;
    branch.push_back(make_message(100'000 + i, kLong,
                                  question ? MessageRole::kUser : MessageRole::kAssistant,
                                  canned_answer(question ? 12 : 90)));
  }
  for (int i = 0; i < kChats; ++i) {
    const ConversationId id = 10'000 + i;
    script.conversations.push_back(make_conversation(id, "Chat " + std::to_string(i)));
    for (int m = 0; m < 20; ++m)
      script.branches[id].push_back(
          make_message(1'000'000 + i * 100 + m, id,
                       m % 2 == 0 ? MessageRole::kUser : MessageRole::kAssistant,
                       canned_answer(m % 2 == 0 ? 10 : 120)));
  }
  script.answer = canned_answer(100 * (kStreamSeconds + 5));
  script.tick_ms = 10;  // 100 tokens a second
  return script;
}

void stream(Session& session, ChatController& chat, FrameClock& clock) {
  session.openConversation(kLong);
  QTest::qWait(2000);
  chat.send(QStringLiteral("Go on."));
  QTest::qWait(1000);
  clock.restart();
  QTest::qWait(kStreamSeconds * 1000);
  const std::vector<double> frames = clock.sorted();
  chat.stop();
  if (frames.empty()) return;
  const auto at = [&](double share) { return frames[std::size_t(share * double(frames.size() - 1))]; };
  std::printf("streaming 100 tokens/s into %d messages, %zu frames: median %.1f ms, "
              "95 %% within %.1f ms, longest %.1f ms\n",
              kMessages, frames.size(), at(0.5), at(0.95), frames.back());
}

void open_chats(Session& session) {
  for (int i = 0; i <= kChats; ++i) {
    if (i % 100 == 0) std::printf("%d chats opened: %.1f MB resident\n", i, resident_megabytes());
    session.openConversation(10'000 + i % kChats);
    QTest::qWait(30);
  }
}

}  // namespace
}  // namespace canter::ui

int main(int argc, char** argv) {
  using namespace canter::ui;
  QApplication application(argc, argv);
  MainWindow main(
      [](std::function<void()> wake) {
        return std::make_unique<FakeEngine>(long_chat(), std::move(wake));
      },
      {{}, QStringLiteral("light"), QStringLiteral("starter")});
  if (main.window() == nullptr) return 1;
  main.show();
  main.window()->resize(1180, 760);
  QTest::qWait(500);
  std::printf("%d processors, platform %s\n", QThread::idealThreadCount(),
              qPrintable(QGuiApplication::platformName()));
  FrameClock clock(*main.window());
  auto& session = *main.window()->property("session").value<Session*>();
  stream(session, *main.window()->property("chat").value<ChatController*>(), clock);
  open_chats(session);
  return 0;
}
