#include "cli/cli.h"

namespace canter::test {
namespace {

class Database : public CliTest {};

const std::set<std::string> kCheckKeys = {"ok", "conversations", "messages", "problems"};

TEST_F(Database, check_finds_nothing_where_there_is_none) {
  const Json document = json({"db", "check"});
  EXPECT_EQ(keys(document), kCheckKeys);
  EXPECT_EQ(document["ok"], true);
  EXPECT_EQ(document["conversations"], 0);
  EXPECT_EQ(document["messages"], 0);
  EXPECT_EQ(document["problems"], Json::array());
}

TEST_F(Database, check_counts_what_there_is) {
  ASSERT_EQ(run({"chat", "--max-tokens", "3"}, "Hello\nAnd again\n").exit_code, 0);
  const Json document = json({"db", "check"});
  EXPECT_EQ(document["ok"], true);
  EXPECT_EQ(document["conversations"], 1);
  EXPECT_EQ(document["messages"], 4);
}

TEST_F(Database, check_reports_a_damaged_database_and_leaves_with_4) {
  std::filesystem::create_directories(data_folder());
  file("data/canter.db", "this is no database, although it is long enough to look like one");
  const ProcessResult result = run({"db", "check", "--json"});
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_THAT(result.err, testing::StartsWith("canter-cli: error: "));
  const Json document = Json::parse(result.out);
  EXPECT_EQ(keys(document), kCheckKeys);
  EXPECT_EQ(document["ok"], false);
  EXPECT_EQ(document["problems"].size(), 1u);
  expect_failure(run({"db", "export", "--json"}), 4);
  expect_failure(run({"chat", "--json"}, "Hello\n"), 4);
}

TEST_F(Database, repair_brings_over_what_can_be_read_and_does_nothing_to_a_sound_one) {
  for (const char* question : {"Hello\n", "Where is the station?\n"})
    ASSERT_EQ(run({"chat", "--max-tokens", "3"}, question).exit_code, 0);
  EXPECT_EQ(json({"db", "repair"})["repaired"], false);
  const std::filesystem::path database = data_folder() / "canter.db";
  std::filesystem::resize_file(database, std::filesystem::file_size(database) - 4096);
  EXPECT_EQ(run({"db", "check"}).exit_code, 4);
  const Json document = json({"db", "repair"});
  EXPECT_EQ(document["repaired"], true);
  EXPECT_EQ(document["conversations"], 2);
  EXPECT_TRUE(std::filesystem::exists(document["kept"].get<std::string>()));
  EXPECT_EQ(json({"db", "check"})["ok"], true);
}

TEST_F(Database, a_chat_repairs_what_is_damaged_and_says_so) {
  ASSERT_EQ(run({"chat", "--max-tokens", "3"}, "Hello\n").exit_code, 0);
  const std::filesystem::path database = data_folder() / "canter.db";
  std::filesystem::resize_file(database, std::filesystem::file_size(database) - 4096);
  const ProcessResult result = run({"chat", "--max-tokens", "3"}, "And again\n");
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, testing::HasSubstr("the database was damaged"));
}

TEST_F(Database, the_data_folder_can_be_given) {
  ASSERT_EQ(run({"chat", "--max-tokens", "3"}, "Hello\n").exit_code, 0);
  const std::string other = path("other").string();
  EXPECT_EQ(json({"db", "check", "--data-dir", other})["conversations"], 0);
  EXPECT_EQ(json({"--data-dir", data_folder().string(), "db", "check"})["conversations"], 1);
}

TEST_F(Database, export_holds_everything_or_one_conversation) {
  ASSERT_EQ(run({"chat", "--max-tokens", "3"}, "First\n").exit_code, 0);
  ASSERT_EQ(run({"chat", "--max-tokens", "3"}, "Second\n").exit_code, 0);
  const Json all = json({"db", "export"});
  ASSERT_EQ(all["conversations"].size(), 2u);
  const std::string id = all["conversations"][1]["id"].dump();
  const Json one = json({"db", "export", "--conversation", id});
  ASSERT_EQ(one["conversations"].size(), 1u);
  EXPECT_EQ(one["conversations"][0], all["conversations"][1]);

  const ProcessResult markdown = run({"db", "export", "--format", "markdown"});
  EXPECT_EQ(markdown.exit_code, 0);
  EXPECT_THAT(markdown.out,
              testing::AllOf(testing::HasSubstr("First"), testing::HasSubstr("Second")));
  expect_failure(run({"db", "export", "--conversation", "999"}), 2);
}

TEST_F(Database, import_takes_what_export_printed_and_says_what_was_there_already) {
  ASSERT_EQ(run({"chat", "--max-tokens", "3"}, "First\n").exit_code, 0);
  const std::string exported = file("export.json", run({"db", "export"}).out);
  const std::string other = path("other").string();
  const Json first = json({"db", "import", exported, "--data-dir", other});
  EXPECT_EQ(keys(first), (std::set<std::string>{"added", "known", "empty", "problems"}));
  EXPECT_EQ(first["added"], 1);
  const Json again = json({"db", "import", exported, "--data-dir", other});
  EXPECT_EQ(again["added"], 0);
  EXPECT_EQ(again["known"], 1);
  EXPECT_EQ(json({"db", "check", "--data-dir", other})["messages"], 2);

  const std::string bad = file("bad.json", "no chats");
  const ProcessResult failed = run({"db", "import", bad, "--data-dir", other});
  EXPECT_EQ(failed.exit_code, 4);
  EXPECT_THAT(failed.out, testing::HasSubstr("no JSON"));
  expect_failure(run({"db", "import"}), 2);
}

TEST_F(Database, export_without_a_database_is_exit_code_4) {
  expect_failure(run({"db", "export"}), 4);
}

}  // namespace
}  // namespace canter::test
