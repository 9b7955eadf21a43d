#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "client.h"
#include "engine/engine.h"
#include "engine/generation/computing.h"
#include "store/store.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

using test::Client;

class SettingsTest : public testing::Test {
 protected:
  static Message answer(Client& client, const std::string& text) {
    SendMessage send;
    send.text = text;
    send.settings.emplace();
    client.post(send);
    return client.next<AnswerFinished>().answer;
  }
  static EngineConfigured report(Client& client) {
    client.post(ReportEngine{});
    return client.next<EngineConfigured>();
  }
  void store_raw(const char* key, const char* json) {
    ASSERT_TRUE(Store::open(data_.path())->set_setting(key, json));
  }

  test::TemporaryDirectory data_;
};

TEST_F(SettingsTest, a_shorter_context_is_kept_and_a_longer_one_than_the_models_is_not) {
  {
    Client client(data_.path());
    client.post(OpenModel{test::starter_gguf().string()});
    const int own = client.next<ModelOpened>().model.context;
    ASSERT_GT(own, 256);
    client.post(ConfigureEngine{{.threads = 0, .cache = CachePrecision::kF32, .context = 256}});
    EXPECT_EQ(client.next<ModelOpened>().model.context, 256);
    client.post(ConfigureEngine{{.threads = 0, .cache = CachePrecision::kF32, .context = 1 << 20}});
    EXPECT_EQ(client.next<ModelOpened>().model.context, own);
    client.post(ConfigureEngine{{.threads = 0, .cache = CachePrecision::kF32, .context = 7}});
    EXPECT_THAT(client.next<Failed>().error.message, testing::HasSubstr("too short"));
    client.post(ConfigureEngine{{.threads = 0, .cache = CachePrecision::kF32, .context = 300}});
    EXPECT_EQ(client.next<ModelOpened>().model.context, 300);
  }
  Client again(data_.path());
  EXPECT_EQ(report(again).wish.context, 300);
}

TEST_F(SettingsTest, memory_for_chats_that_one_may_come_back_to_is_what_was_chosen) {
  EXPECT_EQ(kept_bytes(0), 0u);
  EXPECT_EQ(kept_bytes(1024), std::uint64_t(1) << 30);
  EXPECT_LE(kept_bytes(-1), std::uint64_t(2) << 30) << "left to Canter";
  {
    Client client(data_.path());
    client.post(ConfigureEngine{{.kept_mib = 2048}});
    EXPECT_EQ(client.next<EngineConfigured>().wish.kept_mib, 2048);
  }
  Client again(data_.path());
  EXPECT_EQ(report(again).wish.kept_mib, 2048);
}

TEST_F(SettingsTest, other_threads_and_a_smaller_cache_take_over_between_two_answers) {
  Client client(data_.path(), 0);
  client.post(OpenModel{test::starter_gguf().string()});
  client.next<ModelOpened>();
  const Message before = answer(client, "What does acceleration do?");
  ASSERT_EQ(before.status, MessageStatus::kComplete);

  const int threads = report(client).threads == 1 ? most_threads() : 1;
  client.post(ConfigureEngine{{threads, CachePrecision::kF32}});
  const auto configured = client.next<EngineConfigured>();
  EXPECT_EQ(configured.threads, threads);
  EXPECT_EQ(configured.wish.threads, threads);
  EXPECT_FALSE(configured.threads_fixed);
  EXPECT_EQ(answer(client, "What does acceleration do?").content, before.content);

  client.post(ConfigureEngine{{threads, CachePrecision::kF16}});
  const auto reopened = client.next<ModelOpened>();
  EXPECT_TRUE(reopened.acceleration.available);
  EXPECT_GT(reopened.model.context, 0);
  EXPECT_EQ(client.next<EngineConfigured>().wish.cache, CachePrecision::kF16);
  EXPECT_EQ(answer(client, "What does acceleration do?").status, MessageStatus::kComplete);
}

TEST_F(SettingsTest, what_was_wished_for_is_so_after_a_restart) {
  const ComputingSettings wish{1, CachePrecision::kQ8_0};
  {
    Client client(data_.path(), 0);
    client.post(ConfigureEngine{wish});
    client.next<EngineConfigured>();
  }
  Client client(data_.path(), 0);
  const auto configured = report(client);
  EXPECT_EQ(configured.wish, wish);
  EXPECT_EQ(configured.threads, 1);
}

TEST_F(SettingsTest, the_command_line_wins_for_the_run_and_the_wish_is_kept_for_others) {
  {
    Client client(data_.path(), 2);
    client.post(ConfigureEngine{{1, CachePrecision::kF32}});
    const auto configured = client.next<EngineConfigured>();
    EXPECT_EQ(configured.threads, 2);
    EXPECT_EQ(configured.wish.threads, 1);
    EXPECT_TRUE(configured.threads_fixed);
  }
  Client client(data_.path(), 0);
  EXPECT_EQ(report(client).threads, 1);
}

TEST_F(SettingsTest, stored_values_that_this_machine_cannot_have_are_ignored) {
  store_raw("engine.threads", "100000");
  store_raw("engine.kv_type", "\"F7\"");
  {
    Client client(data_.path(), 0);
    const auto configured = report(client);
    EXPECT_EQ(configured.wish, ComputingSettings());
    EXPECT_EQ(configured.threads, configured.automatic_threads);
  }
  store_raw("engine.threads", "{\"a\": [4294967297]}");
  store_raw("engine.kv_type", "16");
  {
    Client client(data_.path(), 0);
    EXPECT_EQ(report(client).wish, ComputingSettings());
  }
  store_raw("engine.threads", "4294967297");
  Client client(data_.path(), 0);
  EXPECT_EQ(report(client).wish, ComputingSettings());
}

TEST_F(SettingsTest, more_threads_than_cores_are_refused_and_nothing_changes) {
  Client client(data_.path(), 0);
  client.post(ConfigureEngine{{most_threads() + 1, CachePrecision::kF32}});
  EXPECT_EQ(client.next<Failed>().error.kind, ErrorKind::kUsage);
  EXPECT_EQ(client.next<EngineConfigured>().wish, ComputingSettings());
}

TEST_F(SettingsTest, everything_is_exported_to_a_file_and_where_it_cannot_be_one_hears_why) {
  Client client(data_.path());
  client.post(OpenModel{test::starter_gguf().string()});
  answer(client, "Where are my chats stored?");

  const auto path = (data_.path() / "everything.json").string();
  client.post(ExportEverything{path});
  const auto exported = client.next<EverythingExported>();
  EXPECT_EQ(exported.path, path);
  ASSERT_FALSE(exported.error);
  const auto json = nlohmann::json::parse(std::ifstream(path));
  EXPECT_THAT(json.dump(), testing::HasSubstr("Where are my chats stored?"));

  client.post(ExportEverything{(data_.path() / "no folder" / "x.json").string()});
  const auto failed = client.next<EverythingExported>();
  ASSERT_TRUE(failed.error);
  EXPECT_THAT(failed.error->message, testing::HasSubstr("no folder"));
}

}  // namespace
}  // namespace canter::engine
