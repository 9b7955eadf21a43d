#include "store/repair.h"

#include <algorithm>
#include <map>

#include "core/store/store_support.h"

namespace canter::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::size_t kPage = 4096;

class Repair : public testing::Test {
 protected:
  fs::path data_dir() const { return folder_.path(); }
  fs::path file() const { return folder_.path() / "canter.db"; }

  /// Twenty chats of six messages, some of them longer than a page, one in the trash, one deleted.
  void fill() {
    Store store = value_of(Store::open(data_dir()));
    for (int chat = 1; chat <= 21; ++chat) {
      const auto conversation = value_of(store.create_conversation());
      std::optional<MessageId> parent;
      for (int turn = 0; turn < 3; ++turn) {
        const std::string number = std::to_string(chat) + "." + std::to_string(turn);
        Store::Turn added = value_of(store.add_turn(
            conversation.id, parent, "Question " + number + std::string(turn * 3000, 'q'), "m"));
        added.answer.content = "Answer " + number + std::string(chat * 200, 'a');
        added.answer.status = MessageStatus::kComplete;
        added.answer.statistics = R"({"tokens": 3})";
        added.answer.thinking = "Thought " + number;
        added.answer.model_path = "/models/m.gguf";
        value_of(store.finish_answer(added.answer));
        parent = added.answer.id;
      }
    }
    value_of(store.trash_conversation(2));
    value_of(store.trash_conversation(21));
    value_of(store.delete_conversation(21));
    value_of(store.set_setting("threads", "3"));
    value_of(store.save_preset("Plain", "{}"));
    value_of(store.keep_draft(1, "Half a thou"));
    for (const Conversation& each : all_conversations(store))
      for (const Message& message : value_of(store.messages(each.id)))
        texts_[message.id] = message.content;
  }
  static std::vector<Conversation> all_conversations(Store& store) {
    std::vector<Conversation> all = value_of(store.conversations());
    const std::vector<Conversation> trashed = value_of(store.conversations(true));
    all.insert(all.end(), trashed.begin(), trashed.end());
    return all;
  }
  std::string bytes() const { return files_in(data_dir()).at("canter.db"); }
  void write(const std::string& content) {
    std::ofstream(file(), std::ios::binary | std::ios::trunc) << content;
  }
  std::optional<RepairReport> repair() { return value_of(repair_database(data_dir())); }
  void only_the_database_is_left() {
    for (const auto& entry : fs::directory_iterator(data_dir()))
      if (entry.path() != file()) fs::remove_all(entry.path());
  }

  TemporaryDirectory folder_;
  std::map<MessageId, std::string> texts_;
};

TEST_F(Repair, leaves_alone_what_is_well_missing_or_of_somebody_else) {
  EXPECT_FALSE(repair());
  EXPECT_THAT(files_in(data_dir()), IsEmpty());
  fill();
  const auto before = files_in(data_dir());
  EXPECT_FALSE(repair());
  EXPECT_EQ(files_in(data_dir()), before);
  write("no database at all" + std::string(10'000, 'x'));
  EXPECT_FALSE(repair());
  EXPECT_THAT(bytes(), HasSubstr("no database at all"));
}

// Whichever page is destroyed: what stands on the others is there, in place, and found by search.
TEST_F(Repair, brings_over_everything_that_is_not_on_the_destroyed_page) {
  fill();
  const std::string whole = bytes();
  const std::size_t pages = whole.size() / kPage;
  ASSERT_GT(pages, 60u);
  int repaired = 0;
  for (std::size_t page = 1; page < pages; page += 5) {
    SCOPED_TRACE("page " + std::to_string(page + 1));
    only_the_database_is_left();
    std::string damaged = whole;
    damaged.replace(page * kPage, kPage, kPage, page % 2 == 0 ? '\xff' : '\x5a');
    write(damaged);
    const auto report = repair();
    Store store = value_of(Store::open(data_dir()));
    EXPECT_THAT(value_of(store.check()).problems, IsEmpty());
    if (!report) continue;  // a page that is free, or of the search index
    ++repaired;
    EXPECT_EQ(files_in(data_dir()).at(report->kept.filename().string()), damaged);

    std::size_t intact = 0;
    for (const Conversation& each : all_conversations(store)) {
      EXPECT_NE(each.id, 21) << "what was deleted for good does not come back";
      for (const Message& message : value_of(store.messages(each.id))) {
        if (message.content == texts_.at(message.id))
          ++intact;
        else
          EXPECT_EQ(message.status, MessageStatus::kFailed);
      }
    }
    EXPECT_GE(std::int64_t(intact) + report->unreadable, std::int64_t(texts_.size()));
    EXPECT_GE(intact + 8, texts_.size()) << "no more than what a page holds is lost";
  }
  EXPECT_GT(repaired, 6);
}

TEST_F(Repair, finds_the_messages_of_a_file_whose_first_pages_are_gone) {
  fill();
  std::string damaged = bytes();
  damaged.replace(0, 8 * kPage, 8 * kPage, '\0');
  write(damaged);
  const auto report = repair();
  ASSERT_TRUE(report);
  EXPECT_GE(report->messages + 8, std::int64_t(texts_.size()));
  Store store = value_of(Store::open(data_dir()));
  EXPECT_THAT(value_of(store.check()).problems, IsEmpty());
  EXPECT_THAT(value_of(store.search("Answer 20.2", 5)), SizeIs(1));
}

TEST_F(Repair, of_a_file_that_was_cut_short_keeps_its_first_half) {
  fill();
  const std::string whole = bytes();
  write(whole.substr(0, whole.size() / kPage / 2 * kPage));
  const auto report = repair();
  ASSERT_TRUE(report);
  EXPECT_GT(report->messages, 0);
  EXPECT_GT(report->unreadable, 0);
  Store store = value_of(Store::open(data_dir()));
  EXPECT_THAT(value_of(store.check()).problems, IsEmpty());
}

TEST_F(Repair, reads_what_is_in_the_log_alone) {
  fill();
  in_another_process([&] {
    Store store = value_of(Store::open(data_dir()));
    value_of(store.add_turn(1, {}, "Written last", "m"));
    die();
  });
  // Some pages stand in the log as well, and do no harm.
  std::string damaged = bytes();
  std::optional<RepairReport> report;
  for (std::size_t page = 10; !report && page < 30; ++page) {
    damaged.replace(page * kPage, kPage, kPage, '\xff');
    write(damaged);
    report = repair();
  }
  ASSERT_TRUE(report);
  Store store = value_of(Store::open(data_dir()));
  EXPECT_THAT(value_of(store.search("Written last", 5)), SizeIs(1));
  EXPECT_THAT(value_of(store.check()).problems, IsEmpty());
}

TEST_F(Repair, is_finished_the_next_time_when_it_was_cut_off) {
  fill();
  const std::string whole = bytes();
  std::string damaged = whole;
  damaged.replace(20 * kPage, kPage, kPage, '\xff');
  // The new one is finished: the old one still stands, is half away, or is away.
  for (const bool old_there : {true, false}) {
    only_the_database_is_left();
    write(damaged);
    ASSERT_TRUE(repair());
    fs::rename(file(), file().string() + ".repaired");
    if (old_there) write(damaged);
    std::ofstream(file().string() + "-wal") << "what was in its log";
    const auto report = repair();
    ASSERT_TRUE(report);
    EXPECT_THAT(report->changes, Contains(HasSubstr("finished")));
    EXPECT_FALSE(fs::exists(file().string() + "-wal"));
    EXPECT_FALSE(fs::exists(file().string() + ".repaired"));
    EXPECT_GT(report->messages, 60);
    EXPECT_FALSE(repair());
  }
}

TEST_F(Repair, waits_until_nobody_uses_the_database) {
  fill();
  {
    const Store user = value_of(Store::open(data_dir()));
    std::string damaged = bytes();
    damaged.replace(20 * kPage, kPage, kPage, '\xff');
    write(damaged);
    const auto refused = repair_database(data_dir());
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, AllOf(HasSubstr("another program"), HasSubstr("close")));
    EXPECT_EQ(bytes(), damaged);
  }
  EXPECT_TRUE(repair());
}

TEST_F(Repair, keeps_answers_that_streamed_as_interrupted_ones) {
  fill();
  in_another_process([&] {
    Store store = value_of(Store::open(data_dir()));
    const auto turn = value_of(store.add_turn(1, {}, "And then?", "m"));
    value_of(store.checkpoint_answer(so_far(turn.answer.id, "So far")));
    die();
  });
  { const Store checkpoint = value_of(Store::open(data_dir())); }
  std::string damaged = bytes();
  damaged.replace(20 * kPage, kPage, kPage, '\xff');
  write(damaged);
  ASSERT_TRUE(repair());
  Store store = value_of(Store::open(data_dir()));
  const auto all = value_of(store.messages(1));
  EXPECT_EQ(all.back().content, "So far");
  EXPECT_EQ(all.back().status, MessageStatus::kInterrupted);
}

TEST_F(Repair, needs_room_and_says_so) {
  fill();
  std::string damaged = bytes();
  damaged.replace(20 * kPage, kPage, kPage, '\xff');
  write(damaged);
  fs::create_directories(file().string() + ".repaired.partial/in the way");
  const auto refused = repair_database(data_dir());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kDatabase);
  EXPECT_EQ(bytes(), damaged);
}

}  // namespace
}  // namespace canter::test
