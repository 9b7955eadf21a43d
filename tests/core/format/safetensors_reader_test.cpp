#include <gmock/gmock.h>

#include <cstring>
#include <utility>

#include "format/safetensors.h"
#include "safetensors_builder.h"
#include "support/temporary_directory.h"

namespace canter {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsNull;
using testing::Pair;
using testing::SizeIs;

class SafetensorsReader : public testing::Test {
 protected:
  SafetensorsFile open(std::string_view bytes) {
    const auto path = directory_.path() / "model.safetensors";
    test::write_bytes(path, bytes);
    auto file = SafetensorsFile::open(path);
    EXPECT_TRUE(file) << file.error().message;
    return file ? std::move(*file) : SafetensorsFile();
  }

  test::TemporaryDirectory directory_;
};

TEST_F(SafetensorsReader, lists_tensors_in_the_order_of_their_data) {
  const SafetensorsFile file = open(test::small_safetensors());
  std::vector<std::string> names;
  for (const TensorEntry& tensor : file.tensors()) names.push_back(tensor.name);
  EXPECT_THAT(names, ElementsAre("a", "b", "none"));
  EXPECT_THAT(file.metadata(), ElementsAre(Pair("format", "pt")));
  EXPECT_EQ(file.file_bytes(), test::small_safetensors().size());
}

TEST_F(SafetensorsReader, finds_a_tensor_with_its_type_shape_and_numbers) {
  SafetensorsFile first = open(test::small_safetensors());
  const SafetensorsFile file = std::move(first);
  const TensorEntry* b = file.tensor("b");
  ASSERT_NE(b, nullptr);
  EXPECT_EQ(b->type, TensorType::kF32);
  EXPECT_THAT(b->shape, ElementsAre(2, 2));
  float numbers[4];
  ASSERT_EQ(b->bytes.size(), sizeof numbers);
  std::memcpy(numbers, b->bytes.data(), sizeof numbers);
  EXPECT_THAT(numbers, ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(file.tensor("missing"), IsNull());
}

TEST_F(SafetensorsReader, allows_empty_tensors) {
  const SafetensorsFile file = open(test::small_safetensors());
  const TensorEntry* none = file.tensor("none");
  ASSERT_NE(none, nullptr);
  EXPECT_THAT(none->bytes, IsEmpty());
  EXPECT_EQ(none->elements(), 0u);
}

TEST_F(SafetensorsReader, allows_a_single_number_without_dimensions) {
  const SafetensorsFile file =
      open(test::safetensors(R"({"x":{"dtype":"F64","shape":[],"data_offsets":[0,8]}})", 8));
  EXPECT_EQ(file.tensor("x")->elements(), 1u);
}

TEST_F(SafetensorsReader, maps_the_element_types_that_are_known) {
  constexpr std::pair<const char*, TensorType> kTypes[] = {
      {"F64", TensorType::kF64},         {"F32", TensorType::kF32},
      {"F16", TensorType::kF16},         {"BF16", TensorType::kBF16},
      {"I64", TensorType::kI64},         {"I32", TensorType::kI32},
      {"I16", TensorType::kI16},         {"I8", TensorType::kI8},
      {"U8", TensorType::kU8},           {"F8_E4M3", TensorType::kF8_E4M3},
      {"F8_E5M2", TensorType::kF8_E5M2},
  };
  for (const auto& [name, type] : kTypes) {
    const auto size = tensor_type_info(type)->block_bytes;
    const SafetensorsFile file = open(test::safetensors(R"({"x":{"dtype":")" + std::string(name) +
                                                            R"(","shape":[1],"data_offsets":[0,)" +
                                                            std::to_string(size) + "]}}",
                                                        size));
    ASSERT_NE(file.tensor("x"), nullptr);
    EXPECT_EQ(file.tensor("x")->type, type);
  }
}

TEST_F(SafetensorsReader, sets_other_element_types_aside) {
  {
    const SafetensorsFile file = open(test::small_safetensors());
    EXPECT_THAT(file.unsupported(), ElementsAre(Pair("flags", "BOOL")));
    EXPECT_THAT(file.tensor("flags"), IsNull());
  }  // Windows does not let an open file be written anew
  for (const char* name : {"U16", "U64", "F8_E8M0", "F4", "Q8_0", "f32"}) {
    const SafetensorsFile other = open(test::safetensors(
        R"({"x":{"dtype":")" + std::string(name) + R"(","shape":[1],"data_offsets":[0,1]}})", 1));
    EXPECT_THAT(other.unsupported(), ElementsAre(Pair("x", name)));
    EXPECT_THAT(other.tensors(), IsEmpty());
  }
}

TEST_F(SafetensorsReader, reads_a_file_without_tensors) {
  EXPECT_THAT(open(test::safetensors("{}")).tensors(), IsEmpty());
}

TEST(SafetensorsReference, the_starter_model_has_its_known_content) {
  for (const char* path : {"/starter-hf", "/starter-hf/model.safetensors"}) {
    const auto file = SafetensorsFile::open(std::string(CANTER_TEST_DATA) + path);
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_THAT(file->tensors(), SizeIs(74));
    EXPECT_THAT(file->unsupported(), IsEmpty());
    EXPECT_THAT(file->metadata(), ElementsAre(Pair("format", "pt")));
    EXPECT_THAT(file->tensor("model.embed_tokens.weight")->shape, ElementsAre(4096, 256));
    EXPECT_THAT(file->tensor("model.layers.7.mlp.down_proj.weight")->shape, ElementsAre(256, 768));
    EXPECT_EQ(file->tensor("model.norm.weight")->bytes.size(), 1024u);
  }
}

}  // namespace
}  // namespace canter
