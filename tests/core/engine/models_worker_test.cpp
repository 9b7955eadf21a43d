#include "engine/models/models_worker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <fstream>
#include <mutex>
#include <stdexcept>

#include "base/paths.h"
#include "engine/models/locate.h"
#include "engine/models/model_facts.h"
#include "support/environment.h"
#include "support/reference_results.h"
#include "support/require.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter::engine {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class ModelsWorkerTest : public testing::Test {
 protected:
  ModelsWorkerTest() {
    test::set_environment("CANTER_RESOURCES", CANTER_TEST_RESOURCES);
    test::set_environment("CANTER_DATA_DIR", data_.path().string().c_str());
  }

  ModelsWorker& worker() {
    if (!worker_) worker_.emplace(opener_, queue_, current_, places_, remote::session_keys());
    return *worker_;
  }
  /// The next event of that kind.
  template <typename Kind>
  Kind next() {
    while (true) {
      while (!waiting_.empty()) {
        const Event event = std::move(waiting_.front());
        waiting_.erase(waiting_.begin());
        if (const auto* wanted = std::get_if<Kind>(&event)) return *wanted;
      }
      std::unique_lock lock(mutex_);
      if (!woken_.wait_for(lock, std::chrono::seconds(60), [this] { return awake_; }))
        throw std::runtime_error("no such event came");
      awake_ = false;
      lock.unlock();
      waiting_ = queue_.take();
    }
  }
  std::string model(const std::string& name, test::TinyModel shape = {}) {
    const fs::path path = data_.path() / name;
    test::write_tiny_model(path, shape);
    return path.string();
  }
  ModelsListed list() {
    worker().post(ListModels{});
    return next<ModelsListed>();
  }

  test::TemporaryDirectory data_;
  std::vector<ModelPlace> places_{{"LM Studio", data_.path() / "found"}};
  std::mutex mutex_;
  std::condition_variable woken_;
  bool awake_ = false;
  std::vector<Event> waiting_;
  EventQueue queue_{[this] {
    const std::lock_guard lock(mutex_);
    awake_ = true;
    woken_.notify_one();
  }};
  StoreOpener opener_{data_.path(), queue_};
  CurrentModel current_;
  std::optional<ModelsWorker> worker_;
};

TEST_F(ModelsWorkerTest, lists_a_fetched_smollm2_that_was_never_opened) {
  const fs::path folder = data_.path() / "models/HuggingFaceTB/SmolLM2-135M-Instruct";
  fs::create_directories(folder);
  test::write_tiny_model(folder / "SmolLM2-135M-Instruct.Q4_1.gguf", {});
  const auto listed = list();
  ASSERT_THAT(listed.models, SizeIs(2));
  EXPECT_TRUE(listed.models[0].starter);
  EXPECT_EQ(listed.models[1].path, smollm2_path()->string());
  EXPECT_FALSE(listed.models[1].id);
}

TEST_F(ModelsWorkerTest, always_lists_the_starter) {
  const auto listed = list();
  ASSERT_THAT(listed.models, SizeIs(1));
  EXPECT_TRUE(listed.models[0].starter);
  EXPECT_FALSE(listed.models[0].id);
  EXPECT_FALSE(listed.models[0].last_used);
  EXPECT_EQ(listed.models[0].facts.problem, "");
  EXPECT_EQ(listed.models[0].facts.context, 2048);
  EXPECT_GT(listed.models[0].facts.memory, listed.models[0].facts.bytes);
}

TEST_F(ModelsWorkerTest, adds_a_model_without_opening_it) {
  worker().post(AddModel{model("small.gguf"), "", {}});
  const auto listed = next<ModelsListed>();
  ASSERT_THAT(listed.models, SizeIs(2));
  EXPECT_TRUE(listed.models[0].id);
  EXPECT_FALSE(listed.models[0].last_used);
  EXPECT_EQ(listed.models[0].facts.weight_types, "F32");
  EXPECT_EQ(listed.models[0].facts.architecture, "llama");
}

TEST_F(ModelsWorkerTest, forgets_a_model_whose_file_stays_and_brings_it_back) {
  const std::string path = model("small.gguf");
  worker().post(AddModel{path, "My model", 1234});
  const auto added = next<ModelsListed>().models[0];
  EXPECT_EQ(added.facts.name, "My model");
  worker().post(ForgetModel{*added.id});
  EXPECT_THAT(next<ModelsListed>().models, SizeIs(1));
  EXPECT_TRUE(fs::exists(path));
  worker().post(AddModel{added.path, added.facts.name, added.last_used});
  const auto back = next<ModelsListed>().models[0];
  EXPECT_EQ(back.facts.name, "My model");
  EXPECT_EQ(back.last_used, 1234);
}

TEST_F(ModelsWorkerTest, says_why_a_model_cannot_be_used) {
  test::TinyModel shape;
  shape.change = [](GgufContent& content) { content.tensors.erase(content.tensors.begin()); };
  const std::string broken = model("broken.gguf", shape);
  const std::string gone = model("gone.gguf");
  worker().post(AddModel{broken, "", 2});
  next<ModelsListed>();
  worker().post(AddModel{gone, "Gone", 1});
  next<ModelsListed>();
  const auto bytes = fs::file_size(gone);
  fs::remove(gone);
  const auto models = list().models;
  EXPECT_THAT(models[0].facts.problem, HasSubstr("broken.gguf"));
  EXPECT_EQ(models[0].facts.memory, 0u);
  EXPECT_THAT(models[1].facts.problem, HasSubstr("does not exist"));
  EXPECT_EQ(models[1].facts.name, "Gone");
  EXPECT_EQ(models[1].facts.bytes, bytes);
}

TEST_F(ModelsWorkerTest, says_what_an_adapter_brings_and_that_one_was_set_aside) {
  const std::string path = model("small.gguf");
  const std::string fingerprint = read_model_facts(path).fingerprint;
  worker().post(AddModel{path, "", {}});
  EXPECT_FALSE(next<ModelsListed>().models[0].adapter);
  auto store = Store::open(data_.path()).value();
  AdapterRecord record;
  record.fingerprint = fingerprint;
  record.path = "/adapters/poor";
  record.settings = R"({"tokens_per_step":1.1,"speedup":0.9,"set_aside":true})";
  store.remember_adapter(record).value();
  EXPECT_TRUE(list().models[0].adapter->set_aside);
  record.path = "/adapters/good";
  record.settings = R"({"tokens_per_step":2.6,"speedup":2.1,"set_aside":false})";
  store.remember_adapter(record).value();
  const auto adapter = *list().models[0].adapter;
  EXPECT_FALSE(adapter.set_aside);
  EXPECT_EQ(adapter.tokens_per_step, 2.6);
  EXPECT_EQ(adapter.speedup, 2.1);
}

TEST_F(ModelsWorkerTest, finds_models_of_other_programs) {
  fs::create_directories(data_.path() / "found");
  const std::string path = model("found/other.gguf");
  std::ofstream(data_.path() / "found" / "text.gguf") << "no model";
  worker().post(FindModels{});
  EXPECT_THAT(next<ModelSearchStarted>().folders, SizeIs(1));
  const auto found = next<ModelFound>();
  EXPECT_EQ(found.program, "LM Studio");
  EXPECT_EQ(found.path, path);
  EXPECT_THAT(found.facts.problem, IsEmpty());
  EXPECT_THAT(next<ModelFound>().facts.problem, HasSubstr("text.gguf"));
  next<ModelSearchEnded>();
}

TEST_F(ModelsWorkerTest, starts_anew_when_a_search_is_asked_for_again) {
  worker().post(FindModels{});
  worker().post(FindModels{});
  next<ModelSearchStarted>();
  next<ModelSearchEnded>();
  // The list is answered whether the first search was overtaken or not.
  EXPECT_THAT(list().models, SizeIs(1));
}

}  // namespace
}  // namespace canter::engine
