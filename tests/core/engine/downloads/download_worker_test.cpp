#include "engine/downloads/download_worker.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "core/engine/downloads/small_hub.h"
#include "engine/models/hub_access.h"

namespace canter::engine {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class DownloadWorkerTest : public testing::Test {
 protected:
  DownloadWorkerTest() {
    hub_.files = {{"a-Q4_K_M.gguf", std::string(300'000, 'a')},
                  {"a-Q8_0.gguf", std::string(200'000, 'b')}};
    start();
  }
  void start() {
    worker_.reset();
    hub_.forget();
    worker_ = std::make_unique<DownloadWorker>(
        hub_.events, keys_,
        DownloadWorker::Listeners{[this](const std::string& path) { came_.push_back(path); },
                                  [this](const std::string& path) { left_.push_back(path); },
                                  [this](const std::string& from, const std::string& to) {
                                    moved_.emplace_back(from, to);
                                  }});
  }

  void get(const std::string& file) { worker_->post(GetModel{"hf:owner/repo:" + file, file}); }
  /// The list in which the download with that number is in that state.
  Download in_state(DownloadId id, DownloadState state) {
    const auto is = [&](const Download& each) { return each.id == id && each.state == state; };
    const auto listed = hub_.next<DownloadsListed>(
        [&](const DownloadsListed& list) { return std::ranges::any_of(list.downloads, is); });
    return *std::ranges::find_if(listed.downloads, is);
  }
  DownloadsListed list() {
    hub_.forget();
    worker_->post(ListDownloads{});
    return hub_.next<DownloadsListed>();
  }
  fs::path file(const std::string& name) const {
    return hub_.data.path() / "models/owner/repo" / name;
  }
  /// Something of the first file is on the disk.
  void wait_for_half() const {
    std::error_code missing;
    while (fs::file_size(file("a-Q4_K_M.gguf.part"), missing) == 0 || missing)
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  /// Half of the first file is here, the rest does not come.
  Download half_a_file() {
    hub_.slow = true;
    get("Q4_K_M");
    wait_for_half();
    worker_->post(PauseDownload{1});
    const Download paused = in_state(1, DownloadState::kPaused);
    hub_.slow = false;
    return paused;
  }

  SmallHub hub_;
  std::vector<std::string> came_;
  std::vector<std::string> left_;
  std::vector<std::pair<std::string, std::string>> moved_;
  std::shared_ptr<remote::Keys> keys_ = remote::session_keys();
  std::unique_ptr<DownloadWorker> worker_;
};

TEST_F(DownloadWorkerTest, asks_nobody_until_a_model_is_wanted) {
  EXPECT_THAT(list().downloads, IsEmpty());
  EXPECT_THAT(hub_.questions(), IsEmpty());
}

TEST_F(DownloadWorkerTest, brings_models_one_after_the_other) {
  get("Q4_K_M");
  get("Q8_0");
  EXPECT_EQ(hub_.next<DownloadFinished>().path, file("a-Q4_K_M.gguf").string());
  EXPECT_EQ(hub_.next<DownloadFinished>().title, "Q8_0");
  EXPECT_EQ(read(file("a-Q8_0.gguf")), hub_.files["a-Q8_0.gguf"]);
  EXPECT_THAT(came_, ElementsAre(file("a-Q4_K_M.gguf"), file("a-Q8_0.gguf")));
  EXPECT_EQ(list().downloads.at(1).state, DownloadState::kDone);
}

TEST_F(DownloadWorkerTest, does_what_it_is_asked_to_while_it_downloads) {
  hub_.slow = true;
  get("Q4_K_M");
  in_state(1, DownloadState::kRunning);
  get("Q8_0");
  EXPECT_EQ(in_state(2, DownloadState::kWaiting).title, "Q8_0");
  worker_->post(RemoveDownload{2});
  hub_.next<DownloadsListed>([](const auto& listed) { return listed.downloads.size() == 1; });
}

TEST_F(DownloadWorkerTest, pauses_and_goes_on_with_what_is_here) {
  const Download paused = half_a_file();
  EXPECT_EQ(paused.total, 300'000u);
  EXPECT_GT(paused.bytes, 0u);
  EXPECT_LT(paused.bytes, 300'000u);
  worker_->post(ResumeDownload{1});
  hub_.next<DownloadFinished>();
  EXPECT_THAT(hub_.questions().back().header("range"), HasSubstr("bytes="));
  EXPECT_EQ(read(file("a-Q4_K_M.gguf")), hub_.files["a-Q4_K_M.gguf"]);
}

TEST_F(DownloadWorkerTest, goes_on_after_a_restart_once_it_is_told_to) {
  hub_.slow = true;
  get("Q4_K_M");
  wait_for_half();
  start();
  hub_.slow = false;
  const std::size_t asked = hub_.questions().size();
  const Download found = list().downloads.at(0);
  EXPECT_EQ(found.state, DownloadState::kPaused);
  EXPECT_GT(found.bytes, 0u);
  EXPECT_EQ(hub_.questions().size(), asked);
  worker_->post(ResumeDownload{found.id});
  hub_.next<DownloadFinished>();
  EXPECT_THAT(hub_.questions().back().header("range"), HasSubstr("bytes="));
}

TEST_F(DownloadWorkerTest, throws_away_what_came_of_a_model) {
  half_a_file();
  worker_->post(RemoveDownload{1});
  hub_.next<DownloadsListed>([](const auto& listed) { return listed.downloads.empty(); });
  EXPECT_FALSE(fs::exists(hub_.data.path() / "models/owner"));
  EXPECT_THAT(left_, IsEmpty());
}

TEST_F(DownloadWorkerTest, leaves_what_was_there_before) {
  fs::create_directories(file("a-Q8_0.gguf").parent_path());
  std::ofstream(file("a-Q8_0.gguf"), std::ios::binary) << "mine";
  hub_.away = true;
  get("Q8_0");
  in_state(1, DownloadState::kFailed);
  worker_->post(RemoveDownload{1});
  hub_.next<DownloadsListed>([](const auto& listed) { return listed.downloads.empty(); });
  EXPECT_EQ(read(file("a-Q8_0.gguf")), "mine");
}

TEST_F(DownloadWorkerTest, says_why_one_failed_and_tries_again) {
  hub_.away = true;
  get("Q4_K_M");
  EXPECT_THAT(in_state(1, DownloadState::kFailed).error, HasSubstr("404"));
  start();
  EXPECT_EQ(list().downloads.at(0).state, DownloadState::kFailed);
  hub_.away = false;
  get("Q4_K_M");
  hub_.next<DownloadFinished>();
  EXPECT_THAT(list().downloads, SizeIs(1));
}

TEST_F(DownloadWorkerTest, says_that_a_model_wants_a_token_and_goes_on_with_one) {
  hub_.gated = true;
  get("Q4_K_M");
  EXPECT_TRUE(in_state(1, DownloadState::kFailed).denied);
  start();
  EXPECT_TRUE(list().downloads.at(0).denied);
  EXPECT_TRUE(keep_token("secret", *keys_));
  worker_->post(ResumeDownload{1});
  hub_.next<DownloadFinished>();
  EXPECT_FALSE(list().downloads.at(0).denied);
  EXPECT_THAT(read(hub_.data.path() / "downloads.json"), Not(HasSubstr("secret")));
}

TEST_F(DownloadWorkerTest, knows_what_another_program_got) {
  get("Q4_K_M");
  hub_.next<DownloadFinished>();
  const fs::path file = hub_.data.path() / "downloads.json";
  auto all = read_downloads(file);
  ListedDownload other = all->at(0);
  other.source = "by another program";
  ASSERT_TRUE(keep_download(file, other));
  EXPECT_THAT(list().downloads, SizeIs(2));
  get("Q8_0");
  hub_.next<DownloadFinished>();
  EXPECT_THAT(*read_downloads(file), SizeIs(3));
  worker_->post(CheckDownload{2});
  in_state(2, DownloadState::kChecking);
  EXPECT_TRUE(in_state(2, DownloadState::kDone).checked);
  ASSERT_TRUE(forget_download(file, other));
  EXPECT_THAT(list().downloads, SizeIs(2));
}

TEST_F(DownloadWorkerTest, checks_a_model_again_and_mends_it) {
  get("Q4_K_M");
  hub_.next<DownloadFinished>();
  worker_->post(CheckDownload{1});
  in_state(1, DownloadState::kChecking);
  EXPECT_TRUE(in_state(1, DownloadState::kDone).checked);
  std::ofstream(file("a-Q4_K_M.gguf"), std::ios::binary) << std::string(300'000, 'x');
  worker_->post(CheckDownload{1});
  EXPECT_THAT(in_state(1, DownloadState::kFailed).error, HasSubstr("damaged"));
  worker_->post(ResumeDownload{1});
  hub_.next<DownloadFinished>();
  EXPECT_EQ(read(file("a-Q4_K_M.gguf")), hub_.files["a-Q4_K_M.gguf"]);
}

TEST_F(DownloadWorkerTest, removes_a_model_from_the_disk) {
  get("Q4_K_M");
  get("Q8_0");
  hub_.next<DownloadFinished>();
  hub_.next<DownloadFinished>();
  worker_->post(RemoveDownload{1});
  hub_.next<DownloadsListed>([](const auto& listed) { return listed.downloads.size() == 1; });
  EXPECT_FALSE(fs::exists(file("a-Q4_K_M.gguf")));
  EXPECT_TRUE(fs::exists(file("a-Q8_0.gguf")));
  EXPECT_THAT(left_, ElementsAre(file("a-Q4_K_M.gguf")));
}

TEST_F(DownloadWorkerTest, puts_models_into_the_folder_that_was_chosen) {
  EXPECT_TRUE(list().own_folder);
  const fs::path folder = hub_.data.path() / "elsewhere";
  worker_->post(ChooseModelsFolder{folder.string()});
  const auto chosen = hub_.next<DownloadsListed>();
  EXPECT_EQ(chosen.folder, folder.string());
  EXPECT_FALSE(chosen.own_folder);
  get("Q8_0");
  EXPECT_EQ(hub_.next<DownloadFinished>().path, (folder / "owner/repo/a-Q8_0.gguf").string());
  worker_->post(ChooseModelsFolder{});
  hub_.next<DownloadsListed>([](const auto& listed) { return listed.own_folder; });
}

TEST_F(DownloadWorkerTest, moves_what_it_brought_into_another_folder) {
  get("Q8_0");
  hub_.next<DownloadFinished>();
  const fs::path folder = hub_.data.path() / "elsewhere";
  const fs::path now = folder / "owner/repo/a-Q8_0.gguf";
  worker_->post(MoveModels{folder.string()});
  const auto moved = hub_.next<ModelsMoving>([](const auto& moving) { return moving.ended; });
  EXPECT_FALSE(moved.error);
  EXPECT_EQ(moved.bytes, 200'000u);
  EXPECT_EQ(moved.total, 200'000u);
  EXPECT_EQ(read(now), hub_.files["a-Q8_0.gguf"]);
  EXPECT_FALSE(fs::exists(hub_.data.path() / "models/owner"));
  EXPECT_EQ(list().downloads.at(0).path, now.string());
  EXPECT_THAT(moved_, ElementsAre(std::pair(file("a-Q8_0.gguf").string(), now.string())));
  EXPECT_THAT(*read_downloads(hub_.data.path() / "downloads.json"), SizeIs(1));
  worker_->post(CheckDownload{1});
  in_state(1, DownloadState::kChecking);
  EXPECT_TRUE(in_state(1, DownloadState::kDone).checked);
}

TEST_F(DownloadWorkerTest, leaves_a_model_where_it_is_that_cannot_be_moved) {
  get("Q8_0");
  hub_.next<DownloadFinished>();
  const fs::path folder = hub_.data.path() / "elsewhere";
  fs::create_directories(folder / "owner/repo");
  std::ofstream(folder / "owner/repo/a-Q8_0.gguf") << "another";
  worker_->post(MoveModels{folder.string()});
  const auto moved = hub_.next<ModelsMoving>([](const auto& moving) { return moving.ended; });
  ASSERT_TRUE(moved.error);
  EXPECT_THAT(moved.error->message, HasSubstr("is there already"));
  EXPECT_EQ(read(file("a-Q8_0.gguf")), hub_.files["a-Q8_0.gguf"]);
  EXPECT_EQ(read(folder / "owner/repo/a-Q8_0.gguf"), "another");
  EXPECT_EQ(list().downloads.at(0).path, file("a-Q8_0.gguf").string());
}

TEST_F(DownloadWorkerTest, leaves_a_list_alone_that_it_does_not_know) {
  std::ofstream(hub_.data.path() / "downloads.json") << "{\"version\": 99}";
  get("Q8_0");
  EXPECT_THAT(hub_.next<Failed>().error.message, HasSubstr("downloads.json"));
  hub_.next<DownloadFinished>();
  EXPECT_EQ(read(hub_.data.path() / "downloads.json"), "{\"version\": 99}");
}

}  // namespace
}  // namespace canter::engine
