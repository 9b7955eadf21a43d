// How long the window's thread is busy for each frame while an answer streams into a long chat and
// while a longer one is scrolled, and while an answer of 20,000 tokens streams, and whether opening
// many chats leaves memory behind, those with such answers too. Prints figures, asserts nothing.
#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QQuickItem>
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
constexpr ConversationId kLonger = 5;
constexpr int kScrolledMessages = 10'000;
constexpr int kScrollSeconds = 10;
constexpr double kScrollPixels = 400;  ///< for each frame, a quick turn of the wheel
constexpr int kLongAnswer = 20'000;    ///< tokens
constexpr int kTokensPerTick = 4;      ///< 400 tokens a second
constexpr int kLongChats = 200;
constexpr ConversationId kFirstLongChat = 20'000;

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
    if (line.startsWith("VmRSS:"))
      return line.mid(6).simplified().split(' ').first().toDouble() / 1000;
  return 0;
}

std::vector<Message> branch_of(ConversationId conversation, MessageId first, int count) {
  std::vector<Message> branch;
  for (int i = 0; i < count; ++i) {
    const bool question = i % 2 == 0;
    branch.push_back(make_message(first + i, conversation,
                                  question ? MessageRole::kUser : MessageRole::kAssistant,
                                  canned_answer(question ? 12 : 90)));
  }
  return branch;
}

FakeEngine::Script long_chat() {
  FakeEngine::Script script = canned_script();
  script.branches[kLong] = branch_of(kLong, 100'000, kMessages);
  script.branches[kLonger] = branch_of(kLonger, 200'000, kScrolledMessages);
  for (int i = 0; i < kChats; ++i) {
    const ConversationId id = 10'000 + i;
    script.conversations.push_back(make_conversation(id, "Chat " + std::to_string(i)));
    for (int m = 0; m < 20; ++m)
      script.branches[id].push_back(make_message(
          1'000'000 + i * 100 + m, id, m % 2 == 0 ? MessageRole::kUser : MessageRole::kAssistant,
          canned_answer(m % 2 == 0 ? 10 : 120)));
  }
  const std::string long_answer = canned_answer(kLongAnswer);
  for (int i = 0; i < kLongChats; ++i) {
    const ConversationId id = kFirstLongChat + i;
    script.conversations.push_back(make_conversation(id, "Long chat " + std::to_string(i)));
    script.branches[id] = {
        make_message(5'000'000 + 2 * i, id, MessageRole::kUser, "Tell me all."),
        make_message(5'000'001 + 2 * i, id, MessageRole::kAssistant, long_answer)};
  }
  script.answer = canned_answer(100 * (kStreamSeconds + 5));
  script.tick_ms = 10;  // 100 tokens a second
  return script;
}

void print_frames(const char* what, int messages, const FrameClock& clock) {
  const std::vector<double> frames = clock.sorted();
  if (frames.empty()) return;
  const auto at = [&](double share) {
    return frames[std::size_t(share * double(frames.size() - 1))];
  };
  std::printf(
      "%s %d messages, %zu frames: median %.1f ms, 95 %% within %.1f ms, 99 %% within %.1f ms, "
      "longest %.1f ms\n",
      what, messages, frames.size(), at(0.5), at(0.95), at(0.99), frames.back());
}

void stream(Session& session, ChatController& chat, FrameClock& clock) {
  session.openConversation(kLong);
  QTest::qWait(2000);
  chat.send(QStringLiteral("Go on."));
  QTest::qWait(1000);
  clock.restart();
  QTest::qWait(kStreamSeconds * 1000);
  chat.stop();
  print_frames("streaming 100 tokens/s into", kMessages, clock);
}

/// From its first token to its last, read as it comes.
void stream_long(Session& session, ChatController& chat, FakeEngine& engine, FrameClock& clock) {
  session.newConversation();
  QTest::qWait(500);
  engine.answer_with(canned_answer(kLongAnswer), kTokensPerTick);
  chat.send(QStringLiteral("Tell me all."));
  QTest::qWait(100);
  clock.restart();
  while (chat.answering()) QTest::qWait(100);
  print_frames("streaming 400 tokens/s, 20,000 of them, into", chat.messages()->count(), clock);
}

QQuickItem* message_list(QQuickItem* item) {
  if (QByteArray(item->metaObject()->className()).startsWith("MessageList_")) return item;
  for (QQuickItem* child : item->childItems())
    if (QQuickItem* found = message_list(child)) return found;
  return nullptr;
}

/// From the end towards the beginning.
void scroll(Session& session, QQuickWindow& window, FrameClock& clock) {
  session.openConversation(kLonger);
  QTest::qWait(2000);
  QQuickItem* list = message_list(window.contentItem());
  if (list == nullptr) return;
  const auto step = [list] {
    list->setProperty("contentY", list->property("contentY").toDouble() - kScrollPixels);
  };
  clock.restart();
  const auto connection =
      QObject::connect(&window, &QQuickWindow::frameSwapped, list, step, Qt::QueuedConnection);
  step();
  QTest::qWait(kScrollSeconds * 1000);
  QObject::disconnect(connection);
  print_frames("scrolling through", kScrolledMessages, clock);
}

void open_long_chats(Session& session) {
  for (int i = 0; i <= kLongChats; ++i) {
    if (i % 50 == 0)
      std::printf("%d chats with 20,000 tokens opened: %.1f MB resident\n", i,
                  resident_megabytes());
    session.openConversation(kFirstLongChat + i % kLongChats);
    QTest::qWait(300);
  }
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
  FakeEngine* engine = nullptr;
  MainWindow main(
      [&](std::function<void()> wake) {
        auto link = std::make_unique<FakeEngine>(long_chat(), std::move(wake));
        engine = link.get();
        return link;
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
  auto& chat = *main.window()->property("chat").value<ChatController*>();
  stream(session, chat, clock);
  scroll(session, *main.window(), clock);
  stream_long(session, chat, *engine, clock);
  open_chats(session);
  open_long_chats(session);
  return 0;
}
