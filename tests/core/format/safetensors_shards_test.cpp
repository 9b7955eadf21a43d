#include <gmock/gmock.h>

#include "format/safetensors.h"
#include "safetensors_builder.h"
#include "support/temporary_directory.h"

namespace canter {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

constexpr const char* kIndex = "model.safetensors.index.json";

std::string one_tensor(const std::string& name) {
  return test::safetensors("{\"" + name + R"(":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
                           4);
}

class SafetensorsShards : public testing::Test {
 protected:
  void put(const std::string& name, std::string_view bytes) {
    test::write_bytes(directory_.path() / name, bytes);
  }
  void put_index(const std::string& map) {
    put(kIndex, R"({"metadata":{"total_size":8.5},"weight_map":)" + map + "}");
  }
  void expect_bad(const std::string& name, const std::string& reason) {
    const auto file = SafetensorsFile::open(directory_.path() / name);
    ASSERT_FALSE(file) << reason;
    EXPECT_EQ(file.error().kind, ErrorKind::kBadFile);
    EXPECT_THAT(file.error().message, HasSubstr(reason));
  }

  test::TemporaryDirectory directory_;
};

TEST_F(SafetensorsShards, are_joined_by_their_index) {
  put("1.safetensors", one_tensor("a"));
  put("2.safetensors", one_tensor("b"));
  put_index(R"({"a":"1.safetensors","b":"2.safetensors"})");
  for (const auto& path : {directory_.path(), directory_.path() / kIndex}) {
    const auto file = SafetensorsFile::open(path);
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_THAT(file->tensors(), SizeIs(2));
    EXPECT_NE(file->tensor("a"), nullptr);
    EXPECT_NE(file->tensor("b"), nullptr);
    EXPECT_EQ(file->file_bytes(), one_tensor("a").size() + one_tensor("b").size());
  }
}

TEST_F(SafetensorsShards, may_hold_tensors_of_unsupported_types) {
  put("1.safetensors", test::small_safetensors());
  put_index(R"({"a":"1.safetensors","flags":"1.safetensors"})");
  const auto file = SafetensorsFile::open(directory_.path());
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_TRUE(file->unsupported().contains("flags"));
}

TEST_F(SafetensorsShards, are_missed_when_one_is_missing) {
  put("1.safetensors", one_tensor("a"));
  put_index(R"({"a":"1.safetensors","b":"2.safetensors"})");
  expect_bad("", "names the file \"2.safetensors\", which is missing");
}

TEST_F(SafetensorsShards, are_refused_when_one_lacks_its_tensor) {
  put("1.safetensors", one_tensor("a"));
  put("2.safetensors", one_tensor("b"));
  put_index(R"({"a":"1.safetensors","b":"2.safetensors","c":"2.safetensors"})");
  expect_bad("", "\"2.safetensors\" lacks the tensor \"c\"");
  put_index(R"({"a":"2.safetensors","b":"1.safetensors"})");
  expect_bad("", "\"2.safetensors\" lacks the tensor \"a\"");
}

TEST_F(SafetensorsShards, are_refused_when_two_hold_the_same_tensor) {
  put("1.safetensors", one_tensor("a"));
  put("2.safetensors", test::small_safetensors());
  put_index(R"({"a":"1.safetensors","b":"2.safetensors"})");
  expect_bad("", "\"2.safetensors\" has the tensor \"a\", which \"1.safetensors\" has as well");
}

TEST_F(SafetensorsShards, are_refused_when_one_is_damaged) {
  const std::string sound = one_tensor("a");
  put("1.safetensors", sound.substr(0, sound.size() - 1));
  put_index(R"({"a":"1.safetensors"})");
  expect_bad("", "\"1.safetensors\": tensor \"a\" needs data bytes 0…4 but the file has 3");
}

TEST_F(SafetensorsShards, never_lie_outside_the_folder) {
  std::filesystem::create_directory(directory_.path() / "model");
  put("outside.safetensors", one_tensor("a"));
  for (const char* name : {"../outside.safetensors", "..", ".", "", "/etc/passwd",
                           "sub/x.safetensors", "..\\\\outside.safetensors", "C:x", "a\\u0000b"}) {
    put(std::string("model/") + kIndex, R"({"weight_map":{"a":")" + std::string(name) + "\"}}");
    expect_bad("model", "which is no plain file name");
  }
}

TEST_F(SafetensorsShards, need_an_index_of_the_right_form) {
  for (const char* text : {"[]", "7", "{}", R"({"weight_map":[]})", R"({"weight_map":{}})"}) {
    put(kIndex, text);
    expect_bad("", "is no index of a safetensors model");
  }
  put(kIndex, "{");
  expect_bad("", "is no JSON");
  put(kIndex, R"({"weight_map":{"a":1}})");
  expect_bad("", "does not name the file of tensor \"a\"");
  put(kIndex, R"({"weight_map":{"a":"1.safetensors","a":"2.safetensors"}})");
  expect_bad("", "names \"a\" twice");
}

TEST_F(SafetensorsShards, need_an_index_when_there_are_several) {
  put("1.safetensors", one_tensor("a"));
  put("2.safetensors", one_tensor("b"));
  expect_bad("", "holds 2 .safetensors files but no \"model.safetensors.index.json\"");
}

TEST_F(SafetensorsShards, are_not_needed_with_a_single_file) {
  put("anything.safetensors", one_tensor("a"));
  EXPECT_TRUE(SafetensorsFile::open(directory_.path()));
}

TEST_F(SafetensorsShards, yield_to_a_file_with_the_usual_name) {
  put("model.safetensors", one_tensor("a"));
  put("other.safetensors", one_tensor("b"));
  const auto file = SafetensorsFile::open(directory_.path());
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_NE(file->tensor("a"), nullptr);
  EXPECT_EQ(file->tensor("b"), nullptr);
}

TEST_F(SafetensorsShards, are_missed_in_an_empty_folder) {
  expect_bad("", "holds no .safetensors file");
}

}  // namespace
}  // namespace canter
