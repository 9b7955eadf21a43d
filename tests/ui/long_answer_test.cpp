#include <QElapsedTimer>
#include <QTest>
#include <cmath>

#include "support/shown_window.h"

namespace canter::ui {
namespace {

/// Of 20,000 words, which come in some hundred frames.
FakeEngine::Script long_script() {
  FakeEngine::Script script = canned_script();
  script.answer = canned_answer(20'000);
  script.words_per_tick = 60;
  return script;
}

struct Long : ShownWindow {
  Long() : ShownWindow(long_script()) {
    session->openConversation(7);
    QTRY_COMPARE(chat->messages()->count(), 10);
    QTRY_VERIFY(chat->can_send());
    chat->send(QStringLiteral("Tell me all about the stations."));
    QTRY_COMPARE(chat->messages()->count(), 12);
    QTRY_VERIFY(find(QStringLiteral("Conversation")));
    list = find(QStringLiteral("Conversation"));
  }
  double value(const char* property) const { return list->property(property).toDouble(); }
  double end() const {
    return value("originY") + value("contentHeight") + value("bottomMargin") - list->height();
  }
  /// As a reader scrolls.
  void scroll_to(double content_y) {
    list->setProperty("contentY", content_y);
    QMetaObject::invokeMethod(list, "noteReader");
  }
  /// Where the block lies in the window that is in the middle of it.
  std::pair<QQuickItem*, double> middle() const {
    QQuickItem* found = nullptr;
    visit_visible_items(list, [&](QQuickItem* item) {
      const double top = item->mapToItem(list, QPointF(0, 0)).y();
      const bool block = item->property("quotesBefore").isValid();
      if (block && top <= list->height() / 2 && top + item->height() > list->height() / 2)
        found = item;
    });
    return {found, found ? found->mapToItem(list, QPointF(0, 0)).y() : 0};
  }
  QQuickItem* list = nullptr;
};

}  // namespace

/// Who reads above is left alone, and the end is found.
class LongAnswerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { take_complaints(); }
  void cleanup() { QCOMPARE(take_complaints(), QStringList()); }

  void what_is_read_stays_while_text_comes();
  void the_view_stays_where_the_handle_was_let_go();
  void the_last_line_and_the_figures_are_reached();
};

void LongAnswerTest::what_is_read_stays_while_text_comes() {
  Long it;
  QTRY_VERIFY_WITH_TIMEOUT(it.value("contentHeight") > 6000, 20'000);
  it.scroll_to(it.end() - 3000);
  QVERIFY(it.chat->answering());
  QTest::qWait(200);
  const auto [block, y] = it.middle();
  QVERIFY(block);
  const double height = it.value("contentHeight");
  QTRY_VERIFY_WITH_TIMEOUT(it.value("contentHeight") > height + 3000, 20'000);
  QVERIFY(it.chat->answering());
  QCOMPARE(it.middle().first, block);
  QCOMPARE(it.middle().second, y);
}

void LongAnswerTest::the_view_stays_where_the_handle_was_let_go() {
  Long it;
  QTRY_VERIFY_WITH_TIMEOUT(!it.chat->answering(), 60'000);
  QTest::qWait(300);
  const double height = it.value("contentHeight");
  for (const double part : {0.9, 0.5, 0.0, 0.7}) {
    const double wanted = std::round(it.value("originY") + part * (height - it.list->height()));
    it.scroll_to(wanted);
    QTest::qWait(50);
    QCOMPARE(it.value("contentY"), wanted);
    QCOMPARE(it.value("contentHeight"), height);
  }
}

void LongAnswerTest::the_last_line_and_the_figures_are_reached() {
  Long it;
  QTRY_VERIFY_WITH_TIMEOUT(it.value("contentHeight") > 6000, 20'000);
  it.scroll_to(it.end() - 3000);
  QTRY_VERIFY_WITH_TIMEOUT(!it.chat->answering(), 60'000);
  QVERIFY(it.click(QStringLiteral("Jump to latest")));
  QTRY_COMPARE(it.value("distanceToEnd"), 0.0);
  QTest::qWait(200);
  QCOMPARE(it.value("distanceToEnd"), 0.0);
  const QString figures =
      it.chat->messages()->index(11).data(MessageListModel::kStatistics).toString();
  QVERIFY(it.find(figures));
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::LongAnswerTest)
#include "long_answer_test.moc"
