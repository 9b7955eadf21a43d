#include "hub/model_move.h"

#include "core/hub/downloads.h"
#include "hub/part_file.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

class ModelMove : public testing::Test {
 protected:
  ModelMove() {
    listed_.source = "hf:a/b";
    listed_.models = folder_.path() / "old";
    listed_.done = true;
    for (const char* name : {"one.gguf", "two.gguf"}) {
      const fs::path file = listed_.models / "a/b" / name;
      fs::create_directories(file.parent_path());
      write(file, random_bytes(5000, unsigned(listed_.files.files.size()) + 1));
      listed_.files.files.push_back(
          {"https://example.org/" + std::string(name), file, 5000, sha256_of_text(read(file))});
    }
    listed_.files.path = listed_.files.files[0].target;
  }

  Result<ListedDownload> move() {
    return move_model(listed_, target(), [](std::uint64_t) { return true; });
  }
  fs::path target() const { return folder_.path() / "new"; }

  TemporaryDirectory folder_;
  ListedDownload listed_;
};

TEST_F(ModelMove, leaves_whole_models_in_both_places_until_the_first_is_removed) {
  const auto moved = move();
  ASSERT_TRUE(moved) << moved.error().message;
  EXPECT_EQ(moved->files.path, target() / "a/b/one.gguf");
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(read(moved->files.files[i].target), read(listed_.files.files[i].target));
    EXPECT_EQ(moved->files.files[i].sha256, listed_.files.files[i].sha256);
  }
  ASSERT_TRUE(remove_moved(listed_, *moved));
  EXPECT_FALSE(fs::exists(folder_.path() / "old/a"));
  EXPECT_EQ(sha256_of_text(read(target() / "a/b/two.gguf")), listed_.files.files[1].sha256);
}

TEST_F(ModelMove, goes_on_where_it_was_stopped) {
  int told = 0;
  const auto stopped = move_model(listed_, target(), [&](std::uint64_t) { return ++told < 1; });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().kind, ErrorKind::kInterrupted);
  EXPECT_TRUE(fs::exists(listed_.files.files[0].target));
  ASSERT_TRUE(move());
  EXPECT_EQ(read(target() / "a/b/one.gguf"), read(listed_.files.files[0].target));
}

TEST_F(ModelMove, takes_nobodys_place) {
  fs::create_directories(target() / "a/b");
  write(target() / "a/b/two.gguf", "another");
  const auto moved = move();
  ASSERT_FALSE(moved);
  EXPECT_THAT(moved.error().message, HasSubstr("is there already"));
  EXPECT_EQ(read(target() / "a/b/two.gguf"), "another");
  EXPECT_TRUE(fs::exists(listed_.files.files[0].target));
}

TEST_F(ModelMove, removes_nothing_that_is_the_same_file_by_another_way) {
  fs::create_directory_symlink(listed_.models, target());
  const auto moved = move();
  ASSERT_TRUE(moved) << moved.error().message;
  ASSERT_TRUE(remove_moved(listed_, *moved));
  EXPECT_TRUE(fs::exists(listed_.files.files[0].target));
}

TEST_F(ModelMove, is_for_models_that_are_whole_and_below_their_folder) {
  EXPECT_TRUE(is_movable(listed_, target()));
  EXPECT_FALSE(is_movable(listed_, listed_.models));
  ListedDownload other = listed_;
  other.done = false;
  EXPECT_FALSE(is_movable(other, target()));
  other = listed_;
  other.models = folder_.path() / "elsewhere";
  EXPECT_FALSE(is_movable(other, target()));
}

}  // namespace
}  // namespace canter::test
