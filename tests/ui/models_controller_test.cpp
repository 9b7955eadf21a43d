#include "models/models_controller.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include "support/canned_models.h"
#include "support/connected_session.h"

namespace canter::ui {
namespace {

const QString kMistral = QStringLiteral("/home/kim/models/Mistral-7B-Instruct-v0.3.Q4_K_M.gguf");
const QString kLlama = QStringLiteral("/home/kim/models/Meta-Llama-3.1-8B-Instruct-f16.gguf");
const QString kGone = QStringLiteral("/media/stick/phi-3-mini.gguf");

FakeEngine::Script with_models() {
  FakeEngine::Script script = canned_script();
  add_canned_models(script);
  return script;
}

struct Listed : ConnectedSession {
  explicit Listed(FakeEngine::Script script = with_models())
      : ConnectedSession(std::move(script)), status(session), controller(session, status) {}

  QModelIndex row(ModelListModel& model, const QString& path) {
    const auto found = model.match(model.index(0), ModelListModel::kPath, path);
    return found.isEmpty() ? QModelIndex() : found.first();
  }
  QVariant of(const QString& path, int role) { return row(*controller.models(), path).data(role); }
  QString first() { return controller.models()->index(0).data(ModelListModel::kPath).toString(); }

  ModelStatus status;
  ModelsController controller;
};

}  // namespace

class ModelsControllerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void models_are_listed_with_the_one_in_use_first();
  void a_card_says_what_a_model_is_and_needs();
  void memory_that_is_short_is_named_with_both_numbers();
  void adapters_are_told_in_words();
  void a_problem_is_shown_instead_of_an_adapter();
  void what_is_to_know_of_a_model_is_on_its_card();
  void opening_another_shows_on_its_card();
  void a_model_that_does_not_open_says_why_on_its_card();
  void models_of_other_programs_are_grouped_and_not_listed_twice();
  void a_search_says_that_it_runs_and_where_it_looked();
  void a_model_leaves_the_list_and_comes_back_as_it_was();
  void a_servers_key_is_forgotten_once_its_model_cannot_come_back();
  void the_starter_and_what_is_in_use_stay();
  void tuning_opens_the_model_first();
  void another_model_is_offered_to_draft_and_can_be_chosen();
  void the_quick_choice_has_few_that_can_be_opened();
  void a_list_that_changes_keeps_its_rows();
};

void ModelsControllerTest::models_are_listed_with_the_one_in_use_first() {
  Listed it;
  it.status.openStarter();
  it.controller.refresh();
  QTRY_COMPARE(it.controller.models()->count(), 5);
  QTRY_COMPARE(it.status.state(), ModelStatus::Ready);
  QVERIFY(it.controller.models()->index(0).data(ModelListModel::kStarter).toBool());
  QCOMPARE(it.controller.models()->index(1).data(ModelListModel::kPath).toString(), kMistral);
  QCOMPARE(it.controller.models()->index(2).data(ModelListModel::kPath).toString(), kLlama);
  it.controller.open(kLlama);
  QTRY_COMPARE(it.first(), kLlama);
  QCOMPARE(it.of(kLlama, ModelListModel::kUse).toInt(), int(ModelListModel::InUse));
}

void ModelsControllerTest::a_card_says_what_a_model_is_and_needs() {
  Listed it;
  it.controller.refresh();
  QTRY_COMPARE(it.controller.models()->count(), 5);
  QCOMPARE(it.of(kMistral, ModelListModel::kDetails).toString(),
           QStringLiteral("4.4 GB · Q4_K + Q6_K · llama · context of 32,768 tokens"));
  QCOMPARE(it.of(kMistral, ModelListModel::kMemory).toString(),
           QStringLiteral("Needs 4.8 GB of memory"));
  QVERIFY(!it.of(kMistral, ModelListModel::kMemoryShort).toBool());
}

void ModelsControllerTest::memory_that_is_short_is_named_with_both_numbers() {
  Listed it;
  it.controller.refresh();
  QTRY_VERIFY(it.of(kLlama, ModelListModel::kMemoryShort).toBool());
  QCOMPARE(it.of(kLlama, ModelListModel::kMemory).toString(),
           QStringLiteral("Needs 16.5 GB of memory, and 9.6 GB is free"));
}

void ModelsControllerTest::adapters_are_told_in_words() {
  Listed it;
  it.controller.refresh();
  QTRY_COMPARE(it.of(kMistral, ModelListModel::kAdapter).toString(),
               QStringLiteral("Adapter: 2.1× here · 2.6 tokens per step"));
  QCOMPARE(it.of(kLlama, ModelListModel::kAdapter).toString(), QStringLiteral("No adapter yet"));
  QStringList all;
  for (int row = 0; row < it.controller.models()->count(); ++row)
    all += it.controller.models()->index(row).data(ModelListModel::kAdapter).toString();
  QVERIFY(all.contains(QStringLiteral("An adapter was set aside: it was not faster here")));
}

void ModelsControllerTest::a_problem_is_shown_instead_of_an_adapter() {
  Listed it;
  it.controller.refresh();
  QTRY_VERIFY(it.of(kGone, ModelListModel::kProblem).toString().contains(kGone));
  QVERIFY(it.of(kGone, ModelListModel::kAdapter).toString().isEmpty());
  QVERIFY(it.of(kGone, ModelListModel::kMemory).toString().isEmpty());
}

void ModelsControllerTest::what_is_to_know_of_a_model_is_on_its_card() {
  FakeEngine::Script script = with_models();
  script.models[1].facts.notes = {"it names no rule", "it names no end"};
  Listed it(script);
  it.controller.refresh();
  QTRY_COMPARE(it.of(kMistral, ModelListModel::kNotes).toString(),
               QStringLiteral("it names no rule\nit names no end"));
  QVERIFY(it.of(kLlama, ModelListModel::kNotes).toString().isEmpty());
}

void ModelsControllerTest::opening_another_shows_on_its_card() {
  FakeEngine::Script script = with_models();
  script.model_keeps_opening = true;
  Listed it(script);
  it.controller.refresh();
  QTRY_COMPARE(it.controller.models()->count(), 5);
  it.controller.open(kMistral);
  QTRY_COMPARE(it.of(kMistral, ModelListModel::kUse).toInt(), int(ModelListModel::Opening));
  QCOMPARE(it.of(kLlama, ModelListModel::kUse).toInt(), int(ModelListModel::Idle));
}

void ModelsControllerTest::a_model_that_does_not_open_says_why_on_its_card() {
  FakeEngine::Script script = with_models();
  script.model_error = "it is damaged; get it again";
  Listed it(script);
  it.controller.refresh();
  QTRY_COMPARE(it.controller.models()->count(), 5);
  it.controller.open(kMistral);
  QTRY_COMPARE(it.of(kMistral, ModelListModel::kProblem).toString(),
               QStringLiteral("it is damaged; get it again"));
  QVERIFY(it.of(kLlama, ModelListModel::kProblem).toString().isEmpty());
}

void ModelsControllerTest::models_of_other_programs_are_grouped_and_not_listed_twice() {
  Listed it;
  it.controller.refresh();
  ModelListModel& found = *it.controller.found();
  QTRY_COMPARE(found.count(), 4);
  QVERIFY(found.index(0).data(ModelListModel::kFirstOfProgram).toBool());
  QVERIFY(!found.index(1).data(ModelListModel::kFirstOfProgram).toBool());
  QVERIFY(found.index(2).data(ModelListModel::kFirstOfProgram).toBool());
  QCOMPARE(found.index(2).data(ModelListModel::kProgram).toString(), QStringLiteral("Ollama"));
  const QString path = found.index(0).data(ModelListModel::kPath).toString();
  it.controller.add(path);
  QTRY_COMPARE(found.count(), 3);
  QCOMPARE(it.of(path, ModelListModel::kName).toString(), QStringLiteral("SmolLM2 1.7B Instruct"));
  QVERIFY(found.index(0).data(ModelListModel::kFirstOfProgram).toBool());
}

void ModelsControllerTest::a_search_says_that_it_runs_and_where_it_looked() {
  FakeEngine::Script script = with_models();
  script.keeps_searching = true;
  Listed it(script);
  it.controller.refresh();
  QVERIFY(it.controller.searching());
  QTRY_COMPARE(it.controller.searched_folders().size(), 5);
  it.engine->say(engine::ModelSearchEnded{});
  QTRY_VERIFY(!it.controller.searching());
  it.controller.search();
  QVERIFY(it.controller.searching());
  QTRY_COMPARE(it.engine->posted_of<engine::FindModels>().size(), 2u);
}

void ModelsControllerTest::a_model_leaves_the_list_and_comes_back_as_it_was() {
  Listed it;
  it.controller.refresh();
  QTRY_COMPARE(it.controller.models()->count(), 5);
  const QSignalSpy removed(&it.controller, &ModelsController::removed);
  it.controller.remove(kMistral);
  QCOMPARE(removed.size(), 1);
  QCOMPARE(it.controller.removed_name(), QStringLiteral("Mistral 7B Instruct v0.3"));
  QTRY_COMPARE(it.controller.models()->count(), 4);
  it.controller.undo();
  QTRY_COMPARE(it.controller.models()->count(), 5);
  const auto added = it.engine->posted_of<engine::AddModel>();
  QCOMPARE(added.size(), 1u);
  QCOMPARE(QString::fromStdString(added[0].path), kMistral);
  QVERIFY(added[0].last_used == 300);
}

void ModelsControllerTest::a_servers_key_is_forgotten_once_its_model_cannot_come_back() {
  FakeEngine::Script script = with_models();
  add_model_elsewhere(script);
  const QString path = QStringLiteral("https://ai.example.org/v1#Qwen3-235B");
  for (const bool undone : {true, false}) {
    Listed it(script);
    it.controller.refresh();
    QTRY_VERIFY(it.row(*it.controller.models(), path).isValid());
    it.controller.remove(path);
    if (undone) it.controller.undo();
    QVERIFY(it.engine->posted_of<engine::ForgetKeys>().empty());
    it.controller.keepRemoved();
    QCOMPARE(it.engine->posted_of<engine::ForgetKeys>().size(), undone ? 0u : 1u);
  }
}

void ModelsControllerTest::the_starter_and_what_is_in_use_stay() {
  Listed it;
  it.controller.refresh();
  it.controller.open(kMistral);
  QTRY_COMPARE(it.first(), kMistral);
  QVERIFY(!it.of(kMistral, ModelListModel::kRemovable).toBool());
  QVERIFY(it.of(kLlama, ModelListModel::kRemovable).toBool());
  for (int row = 0; row < it.controller.models()->count(); ++row) {
    const QModelIndex index = it.controller.models()->index(row);
    if (index.data(ModelListModel::kStarter).toBool())
      QVERIFY(!index.data(ModelListModel::kRemovable).toBool());
  }
}

void ModelsControllerTest::tuning_opens_the_model_first() {
  Listed it;
  it.controller.refresh();
  QTRY_COMPARE(it.controller.models()->count(), 5);
  const QSignalSpy wanted(&it.controller, &ModelsController::tuningWanted);
  it.controller.tune(kMistral);
  QCOMPARE(wanted.size(), 0);
  QTRY_COMPARE(wanted.size(), 1);
  QCOMPARE(it.status.source(), kMistral);
  it.controller.tune(kMistral);
  QCOMPARE(wanted.size(), 2);
  QCOMPARE(it.engine->posted_of<engine::OpenModel>().size(), 1u);
}

void ModelsControllerTest::another_model_is_offered_to_draft_and_can_be_chosen() {
  FakeEngine::Script script = with_models();
  script.draft_models = {{"/home/kim/models/small.gguf", "Small", 600'000'000}};
  Listed it(script);
  it.controller.refresh();
  QVERIFY(it.controller.draft_models().isEmpty());
  it.status.openStarter();
  QTRY_COMPARE(it.controller.draft_models().size(), 1);
  const QVariantMap offered = it.controller.draft_models().first().toMap();
  QCOMPARE(offered[QStringLiteral("name")].toString(), QStringLiteral("Small"));
  QVERIFY(offered[QStringLiteral("size")].toString().startsWith(QLatin1String("600")));
  QCOMPARE(it.controller.draft_model(), QString());

  it.controller.draftWith(offered[QStringLiteral("path")].toString());
  QTRY_COMPARE(it.controller.draft_model(), QStringLiteral("/home/kim/models/small.gguf"));
  it.controller.draftWith({});
  QTRY_COMPARE(it.controller.draft_model(), QString());

  // One that drafts is shown although it is not found any more.
  it.engine->say(engine::AccelerationChanged{
      {.available = true, .reason = {}, .draft_model = "/gone/tiny.gguf"}});
  QTRY_COMPARE(it.controller.draft_models().size(), 2);
  QCOMPARE(it.controller.draft_models().last().toMap()[QStringLiteral("name")].toString(),
           QStringLiteral("tiny"));
}

void ModelsControllerTest::the_quick_choice_has_few_that_can_be_opened() {
  FakeEngine::Script script = canned_script();
  add_many_models(script);
  Listed it(script);
  it.controller.refresh();
  QTRY_COMPARE(it.controller.quick()->count(), 8);
  QVERIFY(!it.row(*it.controller.quick(), kGone).isValid());
}

void ModelsControllerTest::a_list_that_changes_keeps_its_rows() {
  Listed it;
  const QAbstractItemModelTester listed(it.controller.models(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
  const QAbstractItemModelTester found(it.controller.found(),
                                       QAbstractItemModelTester::FailureReportingMode::QtTest);
  it.controller.refresh();
  QTRY_COMPARE(it.controller.models()->count(), 5);
  const QSignalSpy reset(it.controller.models(), &QAbstractItemModel::modelReset);
  const QPersistentModelIndex kept = it.row(*it.controller.models(), kLlama);
  it.controller.open(kLlama);
  QTRY_COMPARE(it.first(), kLlama);
  QCOMPARE(kept.row(), 0);
  it.controller.remove(kMistral);
  QTRY_COMPARE(it.controller.models()->count(), 4);
  it.controller.undo();
  QTRY_COMPARE(it.controller.models()->count(), 5);
  it.controller.copyPath(kLlama);
  QCOMPARE(QGuiApplication::clipboard()->text(), kLlama);
  QCOMPARE(reset.size(), 0);
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::ModelsControllerTest)
#include "models_controller_test.moc"
