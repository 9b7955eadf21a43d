#include <algorithm>
#include <limits>

#include "core/store/store_support.h"

namespace canter::test {
namespace {

using testing::SizeIs;

class Models : public StoreTest {
 protected:
  Store store = open();
};

ModelRecord model_at(const std::string& path) {
  ModelRecord model;
  model.path = path;
  model.name = "A model";
  model.fingerprint = "f00d";
  model.bytes = 12'345'678'901;
  return model;
}

TEST_F(Models, are_remembered_by_path) {
  const ModelRecord first = value_of(store.remember_model(model_at("/m/a.gguf")));
  EXPECT_TRUE(first.last_used);
  EXPECT_EQ(first.bytes, 12'345'678'901u);

  ModelRecord changed = model_at("/m/a.gguf");
  changed.name = "Renamed";
  changed.fingerprint = "beef";
  const ModelRecord again = value_of(store.remember_model(changed));
  EXPECT_EQ(again.id, first.id);
  EXPECT_EQ(again.added, first.added);
  EXPECT_EQ(again.name, "Renamed");
  EXPECT_EQ(again.fingerprint, "beef");
  EXPECT_THAT(value_of(store.models()), SizeIs(1));
}

TEST_F(Models, are_added_without_being_used) {
  value_of(store.add_model(model_at("/m/a.gguf")));
  EXPECT_FALSE(value_of(store.models())[0].last_used);
  ModelRecord again = model_at("/m/a.gguf");
  again.name = "Another name";
  value_of(store.add_model(again));
  ASSERT_THAT(value_of(store.models()), SizeIs(1));
  EXPECT_EQ(value_of(store.models())[0].name, "A model");
}

TEST_F(Models, are_listed_with_the_last_used_first) {
  value_of(store.remember_model(model_at("/m/a.gguf")));
  raw().exec("UPDATE models SET last_used = 5");
  value_of(store.remember_model(model_at("/m/b.gguf")));
  EXPECT_EQ(value_of(store.models()).at(0).path, "/m/b.gguf");
}

TEST_F(Models, keep_a_path_that_is_no_text) {
  value_of(store.remember_model(model_at("/m/\xff\xfe.gguf")));
  EXPECT_EQ(value_of(store.models()).at(0).path, "/m/\xff\xfe.gguf");
  EXPECT_TRUE(export_json(store).has_value());
}

TEST_F(Models, can_be_forgotten_once) {
  const auto id = value_of(store.remember_model(model_at("/m/a.gguf"))).id;
  value_of(store.forget_model(id));
  EXPECT_THAT(value_of(store.models()), SizeIs(0));
  EXPECT_EQ(store.forget_model(id).error().kind, ErrorKind::kUsage);
}

TEST_F(Models, that_moved_are_found_at_their_new_place) {
  const std::string from = "/m/a.gguf", to = "/n/\"a\".gguf", other = "/m/b.gguf";
  const ModelRecord moved = value_of(store.remember_model(model_at(from)));
  value_of(store.remember_model(model_at(other)));
  const auto chat = value_of(store.create_conversation()).id;
  value_of(store.choose_model(chat, from));
  const Store::Turn turn = value_of(store.add_turn(chat, std::nullopt, "Hello", "A model"));
  Message answer = so_far(turn.answer.id, "Hi");
  answer.model = "A model";
  answer.model_path = from;
  value_of(store.checkpoint_answer(answer));
  value_of(store.set_setting("draft_model.f00d", "\"" + from + "\""));
  value_of(store.set_setting("draft_model.beef", "\"" + other + "\""));

  value_of(store.move_model(from, to));
  const auto models = value_of(store.models());
  ASSERT_THAT(models, SizeIs(2));
  const auto found = std::ranges::find(models, to, &ModelRecord::path);
  ASSERT_NE(found, models.end());
  EXPECT_EQ(found->id, moved.id);
  EXPECT_EQ(value_of(store.conversations()).at(0).model, to);
  EXPECT_EQ(value_of(store.message(turn.answer.id)).model_path, to);
  EXPECT_EQ(value_of(store.setting("draft_model.f00d")), R"("/n/\"a\".gguf")");
  EXPECT_EQ(value_of(store.setting("draft_model.beef")), R"("/m/b.gguf")");
}

TEST_F(Models, that_moved_take_the_place_of_one_that_was_listed_there) {
  const ModelRecord moved = value_of(store.remember_model(model_at("/m/a.gguf")));
  value_of(store.add_model(model_at("/n/a.gguf")));
  value_of(store.move_model("/m/a.gguf", "/n/a.gguf"));
  ASSERT_THAT(value_of(store.models()), SizeIs(1));
  EXPECT_EQ(value_of(store.models())[0].id, moved.id);
}

TEST_F(Models, of_an_impossible_size_are_refused) {
  ModelRecord model = model_at("/m/a.gguf");
  model.bytes = std::numeric_limits<std::uint64_t>::max();
  EXPECT_EQ(store.remember_model(model).error().kind, ErrorKind::kUsage);
}

using Adapters = Models;

TEST_F(Adapters, are_found_by_the_fingerprint_of_their_base) {
  AdapterRecord adapter;
  adapter.path = "/a/one";
  adapter.fingerprint = "f00d";
  adapter.settings = R"({"prompt_tokens": 16})";
  const auto first = value_of(store.remember_adapter(adapter));
  adapter.path = "/a/two";
  adapter.fingerprint = "beef";
  adapter.settings = "";
  value_of(store.remember_adapter(adapter));

  const auto found = value_of(store.adapters("f00d"));
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].path, "/a/one");
  EXPECT_EQ(found[0].settings, R"({"prompt_tokens": 16})");
  EXPECT_EQ(value_of(store.adapters("beef")).at(0).settings, "{}");
  EXPECT_THAT(value_of(store.adapters("none")), SizeIs(0));

  adapter.path = "/a/one";
  EXPECT_EQ(value_of(store.remember_adapter(adapter)).id, first.id);
  EXPECT_THAT(value_of(store.adapters("f00d")), SizeIs(0));
}

TEST_F(Adapters, need_a_json_object_as_settings) {
  AdapterRecord adapter;
  adapter.path = "/a/one";
  adapter.settings = "fast";
  EXPECT_EQ(store.remember_adapter(adapter).error().kind, ErrorKind::kUsage);
}

using Settings = Models;

TEST_F(Settings, are_absent_until_they_are_set) {
  EXPECT_FALSE(value_of(store.setting("theme")));
  value_of(store.set_setting("theme", R"("dark")"));
  EXPECT_EQ(value_of(store.setting("theme")), R"("dark")");
  value_of(store.set_setting("theme", R"({"name": "light"})"));
  EXPECT_EQ(value_of(store.setting("theme")), R"({"name": "light"})");
  EXPECT_THAT(value_of(store.settings()), SizeIs(1));
}

TEST_F(Settings, have_to_be_json) {
  EXPECT_EQ(store.set_setting("theme", "dark").error().kind, ErrorKind::kUsage);
  EXPECT_EQ(store.set_setting("theme", "").error().kind, ErrorKind::kUsage);
  EXPECT_FALSE(value_of(store.setting("theme")));
}

}  // namespace
}  // namespace canter::test
