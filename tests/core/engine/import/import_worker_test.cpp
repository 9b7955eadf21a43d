#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "core/engine/client.h"
#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

TEST(ImportWorker, lists_the_chats_that_came_and_leaves_the_draft_alone) {
  const test::TemporaryDirectory folder;
  const auto path = folder.path() / "conversations.json";
  std::ofstream(path) << R"([{"name": "Tides", "created_at": "2024-05-01T10:00:00Z",
    "chat_messages": [{"uuid": "m", "sender": "human", "text": "Why are there tides?"}]}])";
  test::Client client(folder.path() / "data");
  client.post(ListConversations{});
  client.next<NewChatPrepared>();
  client.post(ImportChats{{path}});
  const auto listed = client.next<ConversationsListed>();
  ASSERT_EQ(listed.conversations.size(), 1u);
  EXPECT_EQ(listed.conversations[0].title, "Tides");
  for (const Event& event : client.seen) {
    if (const auto* report = std::get_if<ChatsImported>(&event)) {
      EXPECT_EQ(report->added, 1);
    }
  }
  client.post(ImportChats{{path}});
  ChatsImported again = client.next<ChatsImported>();
  if (again.added == 1) again = client.next<ChatsImported>();
  EXPECT_EQ(again.known, 1);
}

}  // namespace
}  // namespace canter::engine
