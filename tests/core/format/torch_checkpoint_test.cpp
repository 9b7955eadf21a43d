#include "format/torch_checkpoint.h"

#include <gmock/gmock.h>

#include <cstring>

#include "byte_builder.h"
#include "format/tensor_size.h"
#include "support/temporary_directory.h"
#include "support/torch_file.h"

namespace canter {
namespace {

namespace pickled = test::pickled;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string floats(std::initializer_list<float> numbers) {
  test::ByteBuilder bytes;
  for (const float n : numbers) bytes.number(n);
  return bytes.bytes();
}

class TorchCheckpointTest : public testing::Test {
 protected:
  Result<TorchCheckpoint> open(const std::string& bytes) {
    test::write_bytes(path_, bytes);
    return TorchCheckpoint::open(path_);
  }
  /// A checkpoint of the single tensor `x`, from a storage of the numbers 0, 1, 2, ...
  Result<TorchCheckpoint> open_view(int offset, const std::vector<std::int32_t>& shape,
                                    const std::vector<std::int32_t>& strides) {
    return open(test::torch_file(
        pickled::dictionary(pickled::text("x") +
                            pickled::tensor(pickled::storage("FloatStorage", "0", 6),
                                            pickled::number(offset), pickled::tuple(shape),
                                            pickled::tuple(strides))),
        floats({0, 1, 2, 3, 4, 5})));
  }
  static std::vector<float> numbers(const TorchCheckpoint& file, std::string_view name) {
    const TorchTensor* tensor = file.tensor(name);
    if (!tensor) return {};
    const auto bytes = file.read(*tensor).value();
    std::vector<float> result(bytes.size() / sizeof(float));
    std::memcpy(result.data(), bytes.data(), bytes.size());
    return result;
  }

  test::TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_.path() / "pytorch_model.bin";
};

/// Written by PyTorch 1.13: torch.save() of the state_dict() of a module in half precision.
TEST_F(TorchCheckpointTest, reads_what_pytorch_wrote) {
  const auto file = TorchCheckpoint::open(CANTER_TEST_DATA "/reference/bita-checkpoint.bin");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_THAT(file->tensors(), SizeIs(4));
  EXPECT_THAT(file->unsupported(), IsEmpty());
  const TorchTensor* tensor = file->tensor("model.prefix_encoder.embedding.weight");
  ASSERT_NE(tensor, nullptr);
  EXPECT_EQ(tensor->type, TensorType::kF16);
  EXPECT_THAT(tensor->shape, ElementsAre(2, 128));
  EXPECT_EQ(tensor->bytes, 512u);
  EXPECT_THAT(*file->read(*tensor), SizeIs(512));
}

TEST_F(TorchCheckpointTest, gives_tensors_by_name_and_in_the_files_order) {
  const auto file = open(test::torch_file({{"b", "FloatStorage", {2, 2}, floats({1, 2, 3, 4})},
                                           {"a", "BFloat16Storage", {3}, "123456"},
                                           {"none", "LongStorage", {0, 5}, ""},
                                           {"scalar", "DoubleStorage", {}, "12345678"}}));
  ASSERT_TRUE(file) << file.error().message;
  ASSERT_THAT(file->tensors(), SizeIs(4));
  EXPECT_EQ(file->tensors()[0].name, "b");
  EXPECT_EQ(file->tensors()[1].type, TensorType::kBF16);
  EXPECT_THAT(numbers(*file, "b"), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(file->tensor("none")->shape, ElementsAre(0, 5));
  EXPECT_THAT(file->tensor("scalar")->shape, IsEmpty());
  EXPECT_EQ(file->tensor("c"), nullptr);
}

TEST_F(TorchCheckpointTest, gives_the_part_of_a_storage_that_is_the_tensor) {
  const auto file = open_view(2, {1, 3}, {77, 1});
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_THAT(numbers(*file, "x"), ElementsAre(2, 3, 4));
}

TEST_F(TorchCheckpointTest, lists_tensors_that_cannot_be_read) {
  {
    const auto transposed = open_view(0, {3, 2}, {1, 3});
    ASSERT_TRUE(transposed) << transposed.error().message;
    EXPECT_EQ(transposed->tensor("x"), nullptr);
    EXPECT_THAT(transposed->unsupported().at("x"), HasSubstr("rows"));
  }  // Windows does not let an open file be written anew
  const auto boolean = open(test::torch_file({{"flags", "BoolStorage", {3}, "123"}}));
  ASSERT_TRUE(boolean) << boolean.error().message;
  EXPECT_EQ(boolean->unsupported().at("flags"), "torch.BoolStorage");
}

TEST_F(TorchCheckpointTest, takes_parameters_for_tensors_and_passes_over_the_rest) {
  const std::string tensor =
      pickled::tensor(pickled::storage("FloatStorage", "0", 2), pickled::number(0),
                      pickled::tuple({2}), pickled::tuple({1}));
  const std::string parameter =
      pickled::name("torch._utils", "_rebuild_parameter") +
      pickled::tuple({tensor, "\x88", pickled::name("collections", "OrderedDict") + ")R"}) + "R";
  const auto file = open(test::torch_file(
      pickled::dictionary(pickled::text("epoch") + pickled::number(3) + pickled::text("weight") +
                          parameter + pickled::text("nothing") + "N" + pickled::text("list") + "]" +
                          pickled::text("name") + pickled::text("of a run")),
      floats({1, 2})));
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_THAT(file->tensors(), SizeIs(1));
  EXPECT_THAT(numbers(*file, "weight"), ElementsAre(1, 2));
}

TEST_F(TorchCheckpointTest, checks_the_checksum_of_what_it_reads) {
  std::string bytes = test::torch_file({{"x", "FloatStorage", {2}, floats({7, 8})}});
  bytes[bytes.find(floats({7, 8}))] ^= 1;
  const auto file = open(bytes);
  ASSERT_TRUE(file) << file.error().message;
  const auto read = file->read(*file->tensor("x"));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind, ErrorKind::kBadFile);
  EXPECT_THAT(read.error().message, HasSubstr("is damaged"));
}

TEST_F(TorchCheckpointTest, tells_the_forms_of_files_apart) {
  const auto form = [&](std::string_view bytes) {
    test::write_bytes(path_, bytes);
    return torch_form(path_).value();
  };
  EXPECT_EQ(form(test::torch_file({})), TorchForm::kZip);
  EXPECT_EQ(form("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.\x80\x02M"),
            TorchForm::kLegacy);
  EXPECT_EQ(form("\x80\x02"), TorchForm::kNone);
  EXPECT_EQ(form(""), TorchForm::kNone);
  EXPECT_EQ(torch_form(directory_.path() / "missing.bin").error().kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace canter
