#include <gmock/gmock.h>

#include <fstream>

#include "core/engine/client.h"
#include "store/store.h"
#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::SizeIs;

class DamageTest : public testing::Test {
 protected:
  fs::path file() const { return data_.path() / "canter.db"; }
  /// Some chats, and a page in the middle that holds something else.
  void damage() {
    {
      Store store = Store::open(data_.path()).value();
      for (int i = 0; i < 40; ++i) {
        const auto chat = store.create_conversation().value();
        store.add_turn(chat.id, {}, "Question " + std::to_string(i) + std::string(900, '?'), "")
            .value();
      }
    }
    std::fstream stream(file(), std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(std::streamoff(fs::file_size(file()) / 8192 * 4096));
    stream << std::string(4096, '\xff');
  }

  test::TemporaryDirectory data_;
};

TEST_F(DamageTest, is_mended_at_start_and_the_report_is_an_event) {
  damage();
  test::Client client(data_.path());
  client.post(ListConversations{});
  const RepairReport report = client.next<DatabaseRepaired>().report;
  EXPECT_THAT(report.kept.string(), HasSubstr("canter.db.damaged-"));
  EXPECT_TRUE(fs::exists(report.kept));
  EXPECT_EQ(report.conversations, 40);
  EXPECT_THAT(client.next<ConversationsListed>().conversations, SizeIs(40));
}

TEST_F(DamageTest, is_mended_once_whoever_comes_first) {
  damage();
  test::Client client(data_.path());
  client.post(ListModels{});
  client.post(OpenModel{"nothing.gguf"});
  client.post(ListConversations{});
  client.close();
  int kept = 0;
  for (const auto& entry : fs::directory_iterator(data_.path()))
    kept += entry.path().string().find(".damaged-") != std::string::npos;
  EXPECT_EQ(kept, 1);
  EXPECT_TRUE(Store::open(data_.path()).value().check().value().ok());
}

TEST_F(DamageTest, while_another_program_uses_the_database_is_reported) {
  damage();
  const Store user = Store::open(data_.path()).value();
  test::Client client(data_.path());
  EXPECT_THAT(client.next<Failed>().error.message, HasSubstr("close that program"));
}

}  // namespace
}  // namespace canter::engine
