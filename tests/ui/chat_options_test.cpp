#include "chat/chat_options.h"

#include <QSignalSpy>
#include <QTest>

#include "support/connected_session.h"

namespace canter::ui {
namespace {

struct Options : ConnectedSession {
  explicit Options(FakeEngine::Script script = canned_script())
      : ConnectedSession(std::move(script)) {
    session.start();
  }
  ChatOptions options{session};
};

}  // namespace

class ChatOptionsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void changes_are_kept_with_the_conversation();
  void every_conversation_has_its_own();
  void a_new_chat_begins_as_the_user_wants_new_chats_to();
  void a_preset_changes_sampling_and_leaves_the_system_prompt();
  void own_presets_are_saved_and_deleted_and_canters_are_not();
  void a_seed_is_a_number_or_nothing();
  void what_nobody_changed_is_the_models();
  void what_is_left_out_of_a_full_context_is_kept_with_the_conversation();
};

void ChatOptionsTest::changes_are_kept_with_the_conversation() {
  Options it;
  it.session.openConversation(7);
  QSignalSpy changed(&it.options, &ChatOptions::changed);
  it.options.set_temperature(0.5);
  it.options.set_system_prompt(QStringLiteral("  Be brief.  "));
  QCOMPARE(changed.count(), 2);
  const auto kept = it.engine->posted_of<engine::ConfigureChat>();
  QCOMPARE(kept.size(), 2u);
  QCOMPARE(kept[1].id, std::optional<ConversationId>(7));
  QCOMPARE(kept[1].settings.sampling.temperature, std::optional(0.5));
  QCOMPARE(kept[1].settings.system_prompt, std::string("Be brief."));
}

void ChatOptionsTest::what_is_left_out_of_a_full_context_is_kept_with_the_conversation() {
  Options it;
  it.session.openConversation(7);
  QCOMPARE(it.options.when_full(), ChatOptions::Stop);
  it.options.set_when_full(ChatOptions::DropMiddle);
  const auto kept = it.engine->posted_of<engine::ConfigureChat>();
  QCOMPARE(kept.size(), 1u);
  const std::string json = engine::write_chat_settings(kept[0].settings);
  QCOMPARE(engine::read_chat_settings(json).when_full, engine::WhenFull::kDropMiddle);
  QCOMPARE(engine::read_chat_settings("{}").when_full, engine::WhenFull::kStop);
}

void ChatOptionsTest::every_conversation_has_its_own() {
  Options it;
  it.session.openConversation(7);
  QTRY_COMPARE(it.options.temperature(), 0.0);
  it.options.set_temperature(1.5);
  it.session.openConversation(6);
  QTRY_COMPARE(it.options.temperature(), 0.0);
  it.session.openConversation(7);
  QTRY_COMPARE(it.options.temperature(), 1.5);
}

void ChatOptionsTest::a_new_chat_begins_as_the_user_wants_new_chats_to() {
  FakeEngine::Script script = canned_script();
  script.new_chat.settings.max_tokens = 99;
  Options it(script);
  QTRY_COMPARE(it.options.max_tokens(), 99);
  QVERIFY(it.options.ordinary());
  it.options.set_max_tokens(7);
  QVERIFY(!it.options.ordinary());
  QVERIFY(it.engine->posted_of<engine::ConfigureChat>().empty());
  it.options.makeOrdinary();
  QVERIFY(it.options.ordinary());
  const auto kept = it.engine->posted_of<engine::ConfigureChat>();
  QCOMPARE(kept.size(), 1u);
  QVERIFY(!kept[0].id);
  it.session.openConversation(7);
  it.session.newConversation();
  QTRY_COMPARE(it.options.max_tokens(), 7);
}

void ChatOptionsTest::a_preset_changes_sampling_and_leaves_the_system_prompt() {
  Options it;
  it.options.set_system_prompt(QStringLiteral("Be brief."));
  QCOMPARE(it.options.preset(), 0);
  it.options.usePreset(2);
  QVERIFY(it.options.drawn());
  QCOMPARE(it.options.preset(), 2);
  QCOMPARE(it.options.system_prompt(), QStringLiteral("Be brief."));
  it.options.set_top_k(3);
  QCOMPARE(it.options.preset(), -1);
}

void ChatOptionsTest::own_presets_are_saved_and_deleted_and_canters_are_not() {
  Options it;
  QTRY_VERIFY(!it.engine->posted_of<engine::ListPresets>().empty());
  QCOMPARE(it.options.presets().size(), 4);
  it.options.set_temperature(0.33);
  it.options.savePreset(QStringLiteral("  "));
  it.options.savePreset(QStringLiteral(" Mine "));
  QTRY_COMPARE(it.options.presets().size(), 5);
  QCOMPARE(it.options.presets().last(), QStringLiteral("Mine"));
  QCOMPARE(it.options.preset(), 4);
  QVERIFY(!it.options.canDeletePreset(0));
  QVERIFY(it.options.canDeletePreset(4));
  it.options.deletePreset(1);
  it.options.deletePreset(4);
  QTRY_COMPARE(it.options.presets().size(), 4);
}

void ChatOptionsTest::a_seed_is_a_number_or_nothing() {
  Options it;
  QVERIFY(it.options.seed().isEmpty());
  it.options.set_seed(QStringLiteral("42"));
  QCOMPARE(it.options.seed(), QStringLiteral("42"));
  QVERIFY(it.options.settings().fixed_seed);
  it.options.set_seed(QStringLiteral("many"));
  QVERIFY(it.options.seed().isEmpty());
  QVERIFY(!it.options.settings().fixed_seed);
}

void ChatOptionsTest::what_nobody_changed_is_the_models() {
  FakeEngine::Script script = canned_script();
  script.model.sampling = {.temperature = 0.6, .top_p = 0.9};
  Options it(script);
  it.session.post(engine::OpenModel{"starter"});
  QTRY_COMPARE(it.options.temperature(), 0.6);
  QCOMPARE(it.options.changes(), 0);
  QCOMPARE(it.options.preset(), 0);
  it.options.set_temperature(1.1);
  QCOMPARE(it.options.changes(), int(ChatOptions::Temperature));
  QCOMPARE(it.options.top_p(), 0.9);
  it.options.restore(ChatOptions::Temperature);
  QCOMPARE(it.options.temperature(), 0.6);
  QCOMPARE(it.options.changes(), 0);
}

}  // namespace canter::ui

QTEST_GUILESS_MAIN(canter::ui::ChatOptionsTest)
#include "chat_options_test.moc"
