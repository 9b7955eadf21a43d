#include <gmock/gmock.h>

#include <cstring>
#include <utility>

#include "format/gguf.h"
#include "gguf_builder.h"
#include "support/temporary_directory.h"

namespace canter {
namespace {

using test::GgufBuilder;
using testing::ElementsAre;
using testing::Eq;
using testing::IsNull;
using testing::Optional;
using testing::SizeIs;

class GgufReader : public testing::Test {
 protected:
  GgufFile open(std::string_view bytes) {
    const auto path = directory_.path() / "file.gguf";
    test::write_bytes(path, bytes);
    auto file = GgufFile::open(path);
    EXPECT_TRUE(file) << file.error().message;
    return file ? std::move(*file) : GgufFile();
  }

  test::TemporaryDirectory directory_;
};

std::vector<float> floats(const TensorEntry& tensor) {
  std::vector<float> values(tensor.bytes.size() / sizeof(float));
  std::memcpy(values.data(), tensor.bytes.data(), tensor.bytes.size());
  return values;
}

TEST_F(GgufReader, reads_versions_2_and_3) {
  for (std::uint32_t version : {2u, 3u}) {
    const GgufFile file = open(test::small_gguf(version));
    EXPECT_EQ(file.version(), version);
    EXPECT_EQ(file.file_bytes(), test::small_gguf().size());
    EXPECT_EQ(file.path().filename(), "file.gguf");
    EXPECT_THAT(file.get_int("answer"), Optional(42));
    EXPECT_THAT(file.get_string("name"), Optional(Eq("small")));
    EXPECT_THAT(file.get_bool("yes"), Optional(true));
    ASSERT_NE(file.get_array("tokens"), nullptr);
    EXPECT_THAT(file.get_array("tokens")->strings, ElementsAre("a", "bc"));

    ASSERT_THAT(file.tensors(), SizeIs(2));
    const TensorEntry* matrix = file.tensor("matrix");
    ASSERT_NE(matrix, nullptr);
    EXPECT_EQ(matrix->type, TensorType::kF32);
    EXPECT_THAT(matrix->shape, ElementsAre(2, 4)) << "outermost dimension first";
    EXPECT_THAT(floats(*matrix), ElementsAre(0, 1, 2, 3, 4, 5, 6, 7));
    EXPECT_EQ(file.tensor("quant")->bytes.size(), 34u);
    EXPECT_THAT(file.tensor("nothing"), IsNull());
  }
}

TEST_F(GgufReader, keeps_its_tensors_when_it_is_moved) {
  GgufFile first = open(test::small_gguf());
  GgufFile second = std::move(first);
  GgufFile third;
  third = std::move(second);
  EXPECT_THAT(floats(*third.tensor("matrix")), ElementsAre(0, 1, 2, 3, 4, 5, 6, 7));
}

TEST_F(GgufReader, reads_a_file_with_neither_tensors_nor_metadata) {
  const GgufFile file = open(GgufBuilder(0, 0).bytes());
  EXPECT_TRUE(file.tensors().empty());
  EXPECT_TRUE(file.metadata().empty());
}

TEST_F(GgufReader, reads_a_vocabulary_without_tensors) {
  GgufBuilder builder(0, 1);
  builder.array("tokens", GgufValueType::kString, 1).string("x");
  const GgufFile file = open(builder.bytes());
  EXPECT_TRUE(file.tensors().empty());
  EXPECT_EQ(file.get_array("tokens")->size(), 1u);
}

TEST_F(GgufReader, follows_the_files_own_alignment) {
  for (std::uint32_t alignment : {8u, 24u, 32u, 256u}) {
    GgufBuilder builder(2, 1);
    builder.key("general.alignment", GgufValueType::kUint32).u32(alignment);
    builder.tensor("a", {1}, 0, 0).tensor("b", {1}, 0, alignment).pad(alignment);
    builder.number(1.5f).pad(alignment).number(2.5f);
    const GgufFile file = open(builder.bytes());
    EXPECT_THAT(floats(*file.tensor("a")), ElementsAre(1.5f)) << alignment;
    EXPECT_THAT(floats(*file.tensor("b")), ElementsAre(2.5f)) << alignment;
  }
}

TEST_F(GgufReader, allows_tensors_that_share_their_data) {
  GgufBuilder builder(2, 0);
  builder.tensor("a", {2}, 0, 0).tensor("b", {1}, 0, 0).pad(32).number(1.0f).number(2.0f);
  const GgufFile file = open(builder.bytes());
  EXPECT_EQ(file.tensor("a")->bytes.data(), file.tensor("b")->bytes.data());
}

TEST_F(GgufReader, lists_tensors_of_formats_that_are_not_decoded) {
  GgufBuilder builder(1, 0);
  builder.tensor("a", {256}, static_cast<std::uint32_t>(TensorType::kTQ1_0), 0).pad(32).zeros(54);
  EXPECT_EQ(open(builder.bytes()).tensor("a")->type, TensorType::kTQ1_0);
}

TEST_F(GgufReader, answers_nothing_for_a_missing_key_or_another_kind) {
  GgufBuilder builder(0, 5);
  builder.key("int", GgufValueType::kInt32).number(-7);
  builder.key("float", GgufValueType::kFloat32).number(0.5f);
  builder.key("bool", GgufValueType::kBool).u8(1);
  builder.key("text", GgufValueType::kString).string("7");
  builder.key("huge", GgufValueType::kUint64).u64(~std::uint64_t{0});
  const GgufFile file = open(builder.bytes());
  EXPECT_THAT(file.get_int("int"), Optional(-7));
  EXPECT_THAT(file.get_float("int"), Optional(-7.0)) << "an integer is a number, too";
  EXPECT_THAT(file.get_float("float"), Optional(0.5));
  EXPECT_THAT(file.get_int("float"), Eq(std::nullopt));
  EXPECT_THAT(file.get_bool("int"), Eq(std::nullopt));
  EXPECT_THAT(file.get_int("bool"), Eq(std::nullopt));
  EXPECT_THAT(file.get_int("text"), Eq(std::nullopt));
  EXPECT_THAT(file.get_float("text"), Eq(std::nullopt));
  EXPECT_THAT(file.get_int("huge"), Eq(std::nullopt)) << "does not fit";
  EXPECT_THAT(file.get_string("int"), Eq(std::nullopt));
  EXPECT_THAT(file.get_array("text"), IsNull());
  EXPECT_THAT(file.get_int("missing"), Eq(std::nullopt));
  EXPECT_THAT(file.get_float("missing"), Eq(std::nullopt));
  EXPECT_THAT(file.get_bool("missing"), Eq(std::nullopt));
  EXPECT_THAT(file.get_string("missing"), Eq(std::nullopt));
  EXPECT_THAT(file.get_array("missing"), IsNull());
}

TEST_F(GgufReader, widens_integers_with_their_sign) {
  GgufBuilder builder(0, 4);
  builder.key("i8", GgufValueType::kInt8).number(std::int8_t{-1});
  builder.key("u8", GgufValueType::kUint8).u8(255);
  builder.array("i16", GgufValueType::kInt16, 2).number(std::int16_t{-2}).number(std::int16_t{3});
  builder.key("u32", GgufValueType::kUint32).u32(0xffffffff);
  const GgufFile file = open(builder.bytes());
  EXPECT_THAT(file.get_int("i8"), Optional(-1));
  EXPECT_THAT(file.get_int("u8"), Optional(255));
  EXPECT_THAT(file.get_array("i16")->integers, ElementsAre(-2, 3));
  EXPECT_THAT(file.get_int("u32"), Optional(0xffffffff));
}

TEST(GgufReference, stories260K_has_its_known_content) {
  const auto file = GgufFile::open(CANTER_TEST_DATA "/reference/stories260K.gguf");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_THAT(file->get_string("general.architecture"), Optional(Eq("llama")));
  EXPECT_THAT(file->get_int("llama.block_count"), Optional(5));
  EXPECT_THAT(file->get_int("llama.attention.head_count_kv"), Optional(4));
  EXPECT_THAT(file->get_float("llama.attention.layer_norm_rms_epsilon"),
              Optional(testing::DoubleNear(1e-5, 1e-10)));
  EXPECT_THAT(file->get_bool("tokenizer.ggml.add_bos_token"), Optional(true));
  EXPECT_THAT(file->get_array("tokenizer.ggml.tokens")->strings, SizeIs(512));
  EXPECT_THAT(file->get_array("tokenizer.ggml.scores")->floats, SizeIs(512));
  EXPECT_THAT(file->get_array("tokenizer.ggml.token_type")->integers, SizeIs(512));
  EXPECT_THAT(file->tensors(), SizeIs(47));
  EXPECT_THAT(file->tensor("token_embd.weight")->shape, ElementsAre(512, 64));
  EXPECT_THAT(file->tensor("blk.0.attn_k.weight")->shape, ElementsAre(32, 64));
  EXPECT_THAT(file->tensor("blk.4.ffn_down.weight")->shape, ElementsAre(64, 172));
  EXPECT_THAT(file->tensor("output_norm.weight")->shape, ElementsAre(64));
}

TEST(GgufReference, the_starter_model_has_its_known_content) {
  const auto file = GgufFile::open(CANTER_TEST_RESOURCES "/starter/starter-f32.gguf");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_THAT(file->get_string("general.name"), Optional(Eq("Canter starter")));
  EXPECT_THAT(file->get_int("llama.context_length"), Optional(2048));
  EXPECT_THAT(file->get_array("tokenizer.ggml.tokens")->strings, SizeIs(4096));
  EXPECT_THAT(file->tensors(), SizeIs(74));
  EXPECT_THAT(file->tensor("token_embd.weight")->shape, ElementsAre(4096, 256));
  EXPECT_THAT(file->tensor("blk.7.ffn_down.weight")->shape, ElementsAre(256, 768));
  for (const TensorEntry& tensor : file->tensors()) {
    EXPECT_EQ(tensor.bytes.size(), tensor.elements() * sizeof(float)) << tensor.name;
  }
}

TEST(GgufFile, lists_a_tensor_of_an_unknown_format_up_to_the_next_one) {
  const test::TemporaryDirectory folder;
  test::GgufBuilder file(3, 0);
  file.tensor("b", {8}, 0, 64).tensor("a", {32}, 40, 0).tensor("c", {32}, 1000, 96).pad(32);
  file.zeros(128);
  test::write_bytes(folder.path() / "file", file.bytes());
  const auto opened = GgufFile::open(folder.path() / "file");
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(opened->tensor("a")->bytes.size(), 64u);
  EXPECT_EQ(opened->tensor("a")->elements(), 32u);
  EXPECT_EQ(opened->tensor("b")->bytes.size(), 32u);
  EXPECT_EQ(opened->tensor("c")->bytes.size(), 32u);
}

}  // namespace
}  // namespace canter
