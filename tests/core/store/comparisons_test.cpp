#include "core/store/store_support.h"

namespace canter::test {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::SizeIs;

class Comparisons : public StoreTest {
 protected:
  ComparisonRecord add(const std::string& prompt) {
    ComparisonRecord record;
    record.model = "starter";
    record.fingerprint = "f00d";
    record.prompt = prompt;
    record.result = R"({"summary":{"speedup":2.5},"pairs":[1,2,3]})";
    return value_of(store.add_comparison(record));
  }
  Store store = open();
};

TEST_F(Comparisons, come_back_as_they_were_kept) {
  const ComparisonRecord added = add("Hello");
  EXPECT_GT(added.created, 0);
  EXPECT_EQ(added.prompt, "Hello");
  EXPECT_EQ(value_of(open().comparison(added.id)), added);
}

TEST_F(Comparisons, are_listed_newest_first_with_their_summaries_alone) {
  add("one");
  add("two");
  add("three");
  const auto listed = value_of(store.comparisons(2));
  EXPECT_THAT(listed, ElementsAre(Field(&ComparisonRecord::prompt, "three"),
                                  Field(&ComparisonRecord::prompt, "two")));
  EXPECT_EQ(listed[0].result, R"({"speedup":2.5})");
}

TEST_F(Comparisons, are_deleted_for_good) {
  const ComparisonId id = add("one").id;
  add("two");
  EXPECT_TRUE(store.delete_comparison(id));
  EXPECT_THAT(value_of(store.comparisons(10)), SizeIs(1));
  const auto gone = store.comparison(id);
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().kind, ErrorKind::kUsage);
  EXPECT_THAT(gone.error().message, HasSubstr("no comparison 1"));
  EXPECT_FALSE(store.delete_comparison(id));
}

TEST_F(Comparisons, need_a_result) {
  const auto refused = store.add_comparison({});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kUsage);
}

}  // namespace
}  // namespace canter::test
