#include "downloads/offers_controller.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "support/canned_downloads.h"
#include "support/connected_session.h"

namespace canter::ui {
namespace {

FakeEngine::Script with_offers() {
  FakeEngine::Script script = canned_script();
  add_canned_offers(script);
  return script;
}

struct Offered : ConnectedSession {
  explicit Offered(FakeEngine::Script script = with_offers())
      : ConnectedSession(std::move(script)), controller(session) {}

  QString of(OfferListModel* list, int row, int role) {
    return list->index(row).data(role).toString();
  }

  OffersController controller;
};

}  // namespace

class OffersControllerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void three_are_recommended_each_for_its_reason();
  void a_model_says_what_it_takes_here();
  void what_of_this_computer_counts_is_told();
  void a_catalogue_that_cannot_be_read_says_why();
  void the_hub_is_asked_only_for_words();
  void what_is_found_has_its_sizes();
  void a_family_that_does_not_run_is_told();
  void a_search_that_fails_says_why();
  void what_an_older_search_found_is_not_shown();
};

void OffersControllerTest::three_are_recommended_each_for_its_reason() {
  Offered it;
  const QAbstractItemModelTester tester(it.controller.recommended());
  it.controller.refresh();
  QVERIFY(it.controller.looking());
  QTRY_COMPARE(it.controller.recommended()->count(), 3);
  QVERIFY(!it.controller.looking());
  QCOMPARE(it.controller.catalogue()->count(), 4);
  QStringList reasons;
  for (int row = 0; row < 3; ++row)
    reasons += it.of(it.controller.recommended(), row, OfferListModel::kWhy);
  QCOMPARE(reasons, QStringList({QStringLiteral("The most able that writes faster than you read"),
                                 QStringLiteral("The quickest for everyday questions"),
                                 QStringLiteral("The most able that fits, at any speed")}));
  QVERIFY(it.of(it.controller.catalogue(), 0, OfferListModel::kWhy).isEmpty());
}

void OffersControllerTest::a_model_says_what_it_takes_here() {
  Offered it;
  it.controller.refresh();
  QTRY_COMPARE(it.controller.catalogue()->count(), 4);
  OfferListModel* list = it.controller.catalogue();
  QCOMPARE(it.of(list, 0, OfferListModel::kSource), QStringLiteral("qwen3-4b"));
  QCOMPARE(it.of(list, 0, OfferListModel::kSpeed),
           QStringLiteral("About 13 tokens per second, 21 accelerated"));
  QCOMPARE(it.of(list, 0, OfferListModel::kMemory),
           QStringLiteral("Needs 3.1 GB of memory · 7.3 GB with long texts"));
  QCOMPARE(it.of(list, 0, OfferListModel::kFacts),
           QStringLiteral("Alibaba · 2.5 GB · apache-2.0 · English, Deutsch, français"));
  QCOMPARE(it.of(list, 2, OfferListModel::kMemory),
           QStringLiteral("Needs 5.6 GB of memory · long texts do not fit"));
  QCOMPARE(it.of(list, 3, OfferListModel::kMemory),
           QStringLiteral("Needs 19.2 GB of memory, and 9.6 GB is free"));
  QVERIFY(list->index(3).data(OfferListModel::kMemoryShort).toBool());
}

void OffersControllerTest::what_of_this_computer_counts_is_told() {
  Offered it;
  it.controller.refresh();
  QTRY_COMPARE(it.controller.computer(),
               QStringLiteral("9.6 GB of memory free · 8 core(s) · memory reads 41 GB/s"));
}

void OffersControllerTest::a_catalogue_that_cannot_be_read_says_why() {
  FakeEngine::Script script = canned_script();
  script.catalogue.error = Error{ErrorKind::kBadFile, "\"catalogue.json\" holds no models"};
  Offered it(script);
  it.controller.refresh();
  QTRY_COMPARE(it.controller.problem(), QStringLiteral("\"catalogue.json\" holds no models"));
}

void OffersControllerTest::the_hub_is_asked_only_for_words() {
  Offered it;
  it.controller.refresh();
  it.controller.search(QStringLiteral("   "));
  QVERIFY(it.engine->posted_of<engine::SearchHub>().empty());
  it.controller.search(QStringLiteral("  granite   2b "));
  const auto searches = it.engine->posted_of<engine::SearchHub>();
  QCOMPARE(searches.size(), 1u);
  QCOMPARE(searches[0].words, std::string("granite 2b"));
  QVERIFY(it.controller.searching());
}

void OffersControllerTest::what_is_found_has_its_sizes() {
  Offered it;
  const QAbstractItemModelTester tester(it.controller.found());
  it.controller.search(QStringLiteral("granite"));
  QTRY_VERIFY(!it.controller.searching());
  QCOMPARE(it.controller.found()->count(), 3);
  const QModelIndex first = it.controller.found()->index(0);
  QCOMPARE(first.data(HubListModel::kFacts).toString(),
           QStringLiteral("granite · apache-2.0 · downloaded 183,402 times"));
  const QVariantList sizes = first.data(HubListModel::kSizes).toList();
  QCOMPARE(sizes.size(), 3);
  const QVariantMap small = sizes[0].toMap();
  QCOMPARE(small.value(QStringLiteral("source")).toString(),
           QStringLiteral("hf:ibm-granite/granite-3.3-2b-instruct-GGUF:model-Q4_K_M.gguf"));
  QCOMPARE(small.value(QStringLiteral("format")).toString(), QStringLiteral("Q4_K_M"));
  QCOMPARE(small.value(QStringLiteral("size")).toString(), QStringLiteral("1.5 GB"));
  QVERIFY(!small.value(QStringLiteral("short")).toBool());
  QCOMPARE(sizes[2].toMap().value(QStringLiteral("note")).toString(),
           QStringLiteral("does not fit in memory"));
}

void OffersControllerTest::a_family_that_does_not_run_is_told() {
  Offered it;
  it.controller.search(QStringLiteral("granite"));
  QTRY_COMPARE(it.controller.found()->count(), 3);
  QVERIFY(it.controller.found()->index(0).data(HubListModel::kProblem).toString().isEmpty());
  QCOMPARE(it.controller.found()->index(1).data(HubListModel::kProblem).toString(),
           QStringLiteral("Canter does not run models of the family granitevision"));
  QVERIFY(it.controller.found()->index(2).data(HubListModel::kGated).toBool());
}

void OffersControllerTest::a_search_that_fails_says_why() {
  FakeEngine::Script script = canned_script();
  script.hub_error = "no connection; check the network and try again";
  Offered it(script);
  it.controller.search(QStringLiteral("granite"));
  QTRY_COMPARE(it.controller.search_error(),
               QStringLiteral("no connection; check the network and try again"));
  QVERIFY(!it.controller.searching());
}

void OffersControllerTest::what_an_older_search_found_is_not_shown() {
  Offered it(canned_script());
  it.controller.search(QStringLiteral("old"));
  it.controller.search(QStringLiteral("new"));
  engine::HubOffer late;
  late.model.repo = "late/model";
  it.engine->say(engine::HubModelFound{1, late});
  it.engine->say(engine::HubModelFound{2, late});
  QTRY_COMPARE(it.controller.found()->count(), 1);
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::OffersControllerTest)
#include "offers_controller_test.moc"
