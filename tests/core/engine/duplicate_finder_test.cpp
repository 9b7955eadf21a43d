#include "engine/models/duplicate_finder.h"

#include <gmock/gmock.h>

#include <fstream>

#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class Duplicates : public testing::Test {
 protected:
  fs::path put(const std::string& name, std::size_t bytes, char content) {
    const fs::path path = folder_.path() / name;
    std::ofstream(path, std::ios::binary) << std::string(bytes, content);
    files_.push_back(path);
    return path;
  }
  std::vector<DuplicateFiles> find() {
    return find_duplicates(files_, known_, [this] { return go_on_; });
  }

  test::TemporaryDirectory folder_;
  std::vector<fs::path> files_;
  std::map<fs::path, ReadHash> known_;
  bool go_on_ = true;
};

TEST_F(Duplicates, are_files_with_the_same_content) {
  const fs::path a = put("a", 1'500'000, 'x');
  put("b", 1'500'000, 'y');
  const fs::path c = put("c", 1'500'000, 'x');
  const fs::path d = put("d", 2'000'000, 'z');
  const fs::path e = put("e", 2'000'000, 'z');
  put("small", 10, 's');
  put("small too", 10, 's');
  const auto found = find();
  ASSERT_EQ(found.size(), 2u);
  EXPECT_THAT(found[0].paths, ElementsAre(d.string(), e.string()));
  EXPECT_EQ(found[0].bytes, 2'000'000u);
  EXPECT_THAT(found[1].paths, ElementsAre(a.string(), c.string()));
}

TEST_F(Duplicates, are_not_two_names_of_one_file) {
  const fs::path a = put("a", 1'500'000, 'x');
  fs::create_hard_link(a, folder_.path() / "b");
  fs::create_symlink(a, folder_.path() / "c");
  files_.push_back(folder_.path() / "b");
  files_.push_back(folder_.path() / "c");
  files_.push_back(a);
  files_.push_back(folder_.path() / "missing");
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Duplicates, are_read_anew_only_where_a_file_has_changed) {
  put("a", 1'500'000, 'x');
  const fs::path b = put("b", 1'500'000, 'x');
  EXPECT_EQ(find().size(), 1u);
  ASSERT_EQ(known_.size(), 2u);
  known_[b].sha256 = "another";
  EXPECT_THAT(find(), IsEmpty());
  known_[b].changed = {};
  EXPECT_EQ(find().size(), 1u);
  go_on_ = false;
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Duplicates, of_a_split_model_are_its_parts) {
  const fs::path one = put("m-00001-of-00002.gguf", 1, 'a');
  const fs::path two = put("m-00002-of-00002.gguf", 1, 'b');
  EXPECT_THAT(files_of_model(one), ElementsAre(one, two));
  EXPECT_THAT(files_of_model(folder_.path() / "x.gguf"), ElementsAre(folder_.path() / "x.gguf"));
  const fs::path weights = put("w.safetensors", 1, 'c');
  EXPECT_THAT(files_of_model(folder_.path()), ElementsAre(weights));
}

}  // namespace
}  // namespace canter::engine
