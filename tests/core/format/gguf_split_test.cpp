#include "format/gguf_split.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "byte_builder.h"
#include "format/gguf.h"
#include "gguf_builder.h"
#include "support/changed_gguf.h"
#include "support/temporary_directory.h"

namespace canter {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class SplitGguf : public testing::Test {
 protected:
  SplitGguf() {
    test::GgufBuilder file(6, 1);
    file.key("name", GgufValueType::kString).string("whole");
    for (std::uint64_t i = 0; i < 6; ++i) file.tensor("t" + std::to_string(i), {8}, 0, 32 * i);
    file.pad(32);
    for (float number = 0; number < 48; ++number) file.number(number);
    test::write_bytes(whole_, file.bytes());
    parts_ = test::write_split_gguf(whole_, folder_.path(), "big", 3);
  }

  /// Another split model of the same size, with one change, its part in place of ours.
  void replace_part(int number, const std::function<void(GgufContent&)>& change) {
    const fs::path other = folder_.path() / "other.gguf";
    test::write_changed_gguf(whole_, other, change);
    const auto parts = test::write_split_gguf(other, folder_.path(), "other", 3);
    fs::rename(parts[std::size_t(number) - 1], parts_[std::size_t(number) - 1]);
  }
  void expect_refused(const fs::path& path, const std::string& says) {
    const auto file = GgufFile::open(path);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().kind, ErrorKind::kBadFile);
    EXPECT_THAT(file.error().message, AllOf(HasSubstr(says), Not(HasSubstr("\n"))));
  }

  test::TemporaryDirectory folder_;
  const fs::path whole_ = folder_.path() / "whole.gguf";
  std::vector<fs::path> parts_;
};

TEST_F(SplitGguf, is_the_same_from_whichever_part_it_is_opened) {
  const auto whole = GgufFile::open(whole_).value();
  for (const fs::path& part : parts_) {
    const auto file = GgufFile::open(part);
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(file->metadata(), whole.metadata());
    ASSERT_EQ(file->tensors().size(), 6u);
    for (const TensorEntry& tensor : whole.tensors()) {
      const TensorEntry* found = file->tensor(tensor.name);
      ASSERT_NE(found, nullptr) << tensor.name;
      EXPECT_TRUE(std::ranges::equal(found->bytes, tensor.bytes)) << tensor.name;
    }
    std::uintmax_t bytes = 0;
    for (const fs::path& each : parts_) bytes += fs::file_size(each);
    EXPECT_EQ(file->file_bytes(), bytes);
  }
}

TEST_F(SplitGguf, says_which_parts_are_missing) {
  fs::remove(parts_[0]);
  expect_refused(parts_[1],
                 "one of 3 parts of a model; part 1 is missing "
                 "(\"big-00001-of-00003.gguf\")");
  fs::remove(parts_[2]);
  expect_refused(parts_[1], "parts 1 and 3 are missing (\"big-00001-of-00003.gguf\", …)");
}

TEST_F(SplitGguf, names_a_few_of_many_missing_parts) {
  const auto many = test::write_split_gguf(whole_, folder_.path(), "many", 20);
  for (std::size_t i = 1; i < many.size(); ++i) fs::remove(many[i]);
  expect_refused(many[0], "parts 2, 3, 4, 5, 6, 7, 8, 9 and 11 more are missing");
}

TEST_F(SplitGguf, needs_the_names_that_its_publisher_gave) {
  const fs::path renamed = folder_.path() / "renamed.gguf";
  fs::rename(parts_[1], renamed);
  expect_refused(renamed,
                 "is part 2 of 3 of a split model, but is not named so: the end of its "
                 "name has to be \"-00002-of-00003.gguf\"");
  fs::copy(renamed, parts_[0], fs::copy_options::overwrite_existing);
  expect_refused(parts_[0], "is part 2 of 3");
  fs::copy(renamed, parts_[1]);
  expect_refused(parts_[2], "is another part than its name says");
}

TEST_F(SplitGguf, refuses_parts_of_different_models) {
  replace_part(2, [](GgufContent& other) {
    other.tensors[0].name = "another";
    other.tensors[2].name = "t0";
  });
  expect_refused(parts_[0], "has the tensor \"t0\", which an earlier part has as well");
  replace_part(2, [](GgufContent& other) { other.tensors.pop_back(); });
  expect_refused(parts_[0], "is another part than its name says, or of another model");
}

TEST_F(SplitGguf, refuses_parts_whose_values_differ) {
  test::write_changed_gguf(whole_, folder_.path() / "other.gguf", [](GgufContent& other) {
    other.tensors.resize(2);
    test::set_value(other, "name", {GgufValueType::kString, std::string("another")});
    test::set_value(other, "split.no", {GgufValueType::kUint16, std::int64_t{2}});
    test::set_value(other, "split.count", {GgufValueType::kUint16, std::int64_t{3}});
    test::set_value(other, "split.tensors.count", {GgufValueType::kInt32, std::int64_t{6}});
  });
  fs::rename(folder_.path() / "other.gguf", parts_[2]);
  expect_refused(parts_[0], "has another value for \"name\" than an earlier part");
}

TEST_F(SplitGguf, refuses_parts_with_too_few_tensors) {
  for (int part = 0; part < 3; ++part) {
    const fs::path path = parts_[std::size_t(part)];
    test::write_changed_gguf(whole_, folder_.path() / "part.gguf", [&](GgufContent& content) {
      content.tensors = {content.tensors[std::size_t(part)]};
      test::set_value(content, "split.no", {GgufValueType::kUint16, std::int64_t{part}});
      test::set_value(content, "split.count", {GgufValueType::kUint16, std::int64_t{3}});
      test::set_value(content, "split.tensors.count", {GgufValueType::kInt32, std::int64_t{6}});
    });
    fs::rename(folder_.path() / "part.gguf", path);
  }
  expect_refused(parts_[0], "says that the model has 6 tensors, but its parts have 3");
}

TEST_F(SplitGguf, that_is_whole_needs_no_name_of_a_part) {
  const fs::path one = test::write_split_gguf(whole_, folder_.path(), "one", 1).front();
  fs::rename(one, folder_.path() / "one.gguf");
  const auto file = GgufFile::open(folder_.path() / "one.gguf");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->tensors().size(), 6u);
}

TEST_F(SplitGguf, refuses_numbers_that_make_no_sense) {
  for (const auto& [number, count] : {std::pair{3, 3}, std::pair{0, -2}, std::pair{0, 70000}}) {
    test::write_changed_gguf(whole_, parts_[0], [&](GgufContent& content) {
      test::set_value(content, "split.no", {GgufValueType::kInt32, std::int64_t{number}});
      test::set_value(content, "split.count", {GgufValueType::kInt32, std::int64_t{count}});
    });
    expect_refused(parts_[0], "contradicts itself on which part");
  }
}

TEST(GgufPartName, is_read_from_the_end_of_a_name) {
  const auto name = parse_gguf_part_name("a/big-model-00002-of-00012.gguf").value();
  EXPECT_EQ(name.model, "big-model");
  EXPECT_EQ(name.number, 2);
  EXPECT_EQ(name.count, 12);
  EXPECT_EQ(gguf_part("a/big-00002-of-00012.GGUF", 12), fs::path("a/big-00012-of-00012.GGUF"));
  EXPECT_EQ(gguf_model_name("a/big-00002-of-00012.gguf"), "big");
  EXPECT_EQ(gguf_model_name("a/small.gguf"), "small");
  for (const char* whole : {"small.gguf", "-00001-of-00002.gguf", "x-0001-of-0002.gguf",
                            "x-00003-of-00002.gguf", "x-00000-of-00002.gguf"})
    EXPECT_FALSE(parse_gguf_part_name(whole)) << whole;
}

}  // namespace
}  // namespace canter
