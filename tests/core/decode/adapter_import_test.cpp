#include "decode/adapter_import.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>
#include <optional>

#include "core/format/byte_builder.h"
#include "format/safetensors.h"
#include "model/plan/uniform_shape.h"
#include "support/random_numbers.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"
#include "support/torch_file.h"

namespace canter {
namespace {

using testing::HasSubstr;

/// A tensor of a checkpoint as a test describes it.
struct Part {
  std::string name;
  std::vector<std::uint64_t> shape;
  std::vector<float> numbers;
  TensorType type = TensorType::kF32;

  std::vector<std::byte> bytes() const {
    std::vector<std::byte> encoded;
    encode_numbers(type, numbers, encoded);
    return encoded;
  }
};

class AdapterImportTest : public testing::Test {
 protected:
  static constexpr int kPrompts = 3;
  static constexpr int kMasks = 2;

  AdapterImportTest() {
    test::write_tiny_model(folder_.path() / "tiny.gguf");
    model_.emplace(Model::open(folder_.path() / "tiny.gguf").value());
  }

  UniformShape config() const { return uniform_shape(model_->plan()).value(); }
  std::uint64_t row() const {
    return std::uint64_t(config().layers) * 2 * config().kv_heads * config().head_width;
  }

  Part masks(const std::string& prefix = "model.") {
    const auto width = std::uint64_t(config().width);
    return {prefix + "mask_tokens.weight", {kMasks, width}, random(kMasks * width)};
  }
  Part prompt(const std::string& prefix = "model.") {
    return {
        prefix + "prefix_encoder.embedding.weight", {kPrompts, row()}, random(kPrompts * row())};
  }
  /// Numbers that every format stores exactly.
  std::vector<float> random(std::uint64_t count) {
    std::uniform_int_distribution<int> whole(-128, 127);
    std::vector<float> numbers(count);
    for (float& n : numbers) n = float(whole(random_)) / 64;
    return numbers;
  }

  std::filesystem::path safetensors(const std::vector<Part>& parts) {
    std::vector<std::vector<std::byte>> bytes;
    std::vector<TensorEntry> entries;
    for (const Part& part : parts) bytes.push_back(part.bytes());
    for (std::size_t i = 0; i < parts.size(); ++i)
      entries.push_back({parts[i].name, parts[i].type, parts[i].shape, bytes[i]});
    const auto path = folder_.path() / "checkpoint.safetensors";
    EXPECT_TRUE(write_safetensors(path, entries));
    return path;
  }

  std::filesystem::path torch(const std::vector<Part>& parts) {
    std::vector<test::TorchEntry> entries;
    for (const Part& part : parts) {
      const auto bytes = part.bytes();
      entries.push_back({part.name,
                         part.type == TensorType::kF16    ? "HalfStorage"
                         : part.type == TensorType::kBF16 ? "BFloat16Storage"
                                                          : "FloatStorage",
                         {part.shape.begin(), part.shape.end()},
                         {reinterpret_cast<const char*>(bytes.data()), bytes.size()}});
    }
    return torch(test::torch_file(entries));
  }
  std::filesystem::path torch(const std::string& bytes) {
    auto path = folder_.path() / "pytorch_model.bin";
    test::write_bytes(path, bytes);
    return path;
  }

  /// That the adapter has the numbers of `masks` and `prompt`, where attention wants them.
  void expect_same(const Adapter& adapter, const Part& masks, const Part& prompt) const {
    EXPECT_EQ(adapter.mask_tokens, kMasks);
    EXPECT_EQ(adapter.prompt_tokens, kPrompts);
    EXPECT_EQ(adapter.mask_embedding, masks.numbers);
    EXPECT_EQ(adapter.rank, 0);
    EXPECT_EQ(adapter.fingerprint, "");
    const UniformShape c = config();
    ASSERT_EQ(adapter.prompt_key.size() * 2, prompt.numbers.size());
    ASSERT_EQ(adapter.prompt_value.size() * 2, prompt.numbers.size());
    for (int l = 0; l < c.layers; ++l)
      for (int p = 0; p < kPrompts; ++p)
        for (int h = 0; h < c.kv_heads; ++h)
          for (int e = 0; e < c.head_width; ++e) {
            const auto from = [&](int part) {  // of [P, 2L, H, dh]
              return ((p * 2 * c.layers + 2 * l + part) * c.kv_heads + h) * c.head_width + e;
            };
            const int to = ((l * kPrompts + p) * c.kv_heads + h) * c.head_width + e;
            ASSERT_EQ(adapter.prompt_key[to], prompt.numbers[from(0)]);
            ASSERT_EQ(adapter.prompt_value[to], prompt.numbers[from(1)]);
          }
  }

  void expect_refused(const std::filesystem::path& path, const std::string& reason,
                      ErrorKind kind = ErrorKind::kBadFile) const {
    for (auto* read : {import_adapter, open_adapter}) {
      const auto adapter = read(path, *model_);
      ASSERT_FALSE(adapter) << reason;
      EXPECT_EQ(adapter.error().kind, kind) << adapter.error().message;
      EXPECT_THAT(adapter.error().message, HasSubstr(reason));
      EXPECT_THAT(adapter.error().message, HasSubstr(path.filename().string()));
      EXPECT_EQ(adapter.error().message.find('\n'), std::string::npos);
    }
  }
  /// In either kind of file.
  void expect_parts_refused(const std::vector<Part>& parts, const std::string& reason,
                            ErrorKind kind = ErrorKind::kBadFile) {
    expect_refused(torch(parts), reason, kind);
    expect_refused(safetensors(parts), reason, kind);
  }

  test::TemporaryDirectory folder_;
  std::mt19937 random_{1};
  std::optional<Model> model_;
};

TEST_F(AdapterImportTest, takes_a_checkpoint_that_pytorch_wrote) {
  const auto adapter = open_adapter(CANTER_TEST_DATA "/reference/bita-checkpoint.bin", *model_);
  ASSERT_TRUE(adapter) << adapter.error().message;
  EXPECT_EQ(adapter->prompt_tokens, 2);
  EXPECT_EQ(adapter->mask_tokens, 2);
  // In the file the prompt counts upwards from 0, the masks downwards in steps of 1/64.
  EXPECT_EQ(adapter->mask_embedding[65], -65.f / 64);
  const auto slot = std::size_t(config().kv_heads) * config().head_width;
  EXPECT_EQ(adapter->prompt_key[0], 0);
  EXPECT_EQ(adapter->prompt_value[0], float(slot));
  EXPECT_EQ(adapter->prompt_key[slot], float(row()));
  EXPECT_EQ(adapter->prompt_key[2 * slot + 5], float(2 * slot + 5));
}

TEST_F(AdapterImportTest, puts_every_number_where_attention_wants_it) {
  for (const TensorType type : {TensorType::kF32, TensorType::kF16, TensorType::kBF16}) {
    Part mask_part = masks();
    Part prompt_part = prompt();
    mask_part.type = prompt_part.type = type;
    for (const auto& path :
         {torch({mask_part, prompt_part}), safetensors({mask_part, prompt_part})}) {
      const auto adapter = import_adapter(path, *model_);
      ASSERT_TRUE(adapter) << adapter.error().message;
      expect_same(*adapter, mask_part, prompt_part);
    }
  }
}

TEST_F(AdapterImportTest, passes_over_base_weights_and_prefixes_of_names) {
  for (const char* prefix : {"", "model.", "module.", "module.model."}) {
    const Part mask_part = masks(prefix);
    const Part prompt_part = prompt(prefix);
    const Part base = {"model.norm.weight", {3}, {1, 2, 3}};
    for (const auto& path :
         {torch({base, mask_part, prompt_part}), safetensors({base, mask_part, prompt_part})}) {
      const auto adapter = open_adapter(path, *model_);
      ASSERT_TRUE(adapter) << adapter.error().message;
      expect_same(*adapter, mask_part, prompt_part);
    }
  }
}

TEST_F(AdapterImportTest, opens_canters_own_adapters_too) {
  const auto imported = import_adapter(torch({masks(), prompt()}), *model_);
  ASSERT_TRUE(imported) << imported.error().message;
  const auto path = folder_.path() / "adapter.safetensors";
  ASSERT_TRUE(write_adapter(path, *imported, model_->plan()));
  const auto opened = open_adapter(path, *model_);
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(*opened, *imported);
}

TEST_F(AdapterImportTest, refuses_what_lacks_a_part) {
  expect_refused(torch({masks()}), "has no \"prefix_encoder.embedding.weight\"");
  expect_parts_refused({prompt()}, "has no \"mask_tokens.weight\"");
  expect_refused(torch(test::torch_file({})), "no checkpoint of BiTA's reference program");
  const auto neither = open_adapter(safetensors({masks()}), *model_);
  ASSERT_FALSE(neither);
  EXPECT_THAT(neither.error().message, HasSubstr("is no adapter"));
}

TEST_F(AdapterImportTest, refuses_a_part_that_is_there_twice) {
  expect_parts_refused({masks(), masks("module."), prompt()},
                       "has both \"model.mask_tokens.weight\" and \"module.mask_tokens.weight\"");
}

TEST_F(AdapterImportTest, refuses_a_checkpoint_of_another_model) {
  Part wide = masks();
  wide.shape = {1, 128};
  expect_parts_refused({wide, prompt()}, "shape [1, 128] where this model needs rows of 64");
  Part deep = prompt();
  deep.shape = {1, kPrompts * row()};
  expect_parts_refused({masks(), deep}, "belongs to another model");
  Part flat = prompt();
  flat.shape = {kPrompts * row()};
  expect_parts_refused({masks(), flat}, "belongs to another model");
}

TEST_F(AdapterImportTest, refuses_no_mask_or_prompt_tokens_or_absurdly_many) {
  for (const std::uint64_t count : {0, Adapter::kMostMaskTokens + 1}) {
    const auto width = std::uint64_t(config().width);
    const Part part = {"model.mask_tokens.weight", {count, width}, random(count * width)};
    expect_parts_refused({part, prompt()}, std::to_string(count) + " mask tokens");
  }
  for (const std::uint64_t count : {0, Adapter::kMostPromptTokens + 1}) {
    const Part part = {
        "model.prefix_encoder.embedding.weight", {count, row()}, random(count * row())};
    expect_parts_refused({masks(), part}, std::to_string(count) + " prompt tokens");
  }
}

TEST_F(AdapterImportTest, refuses_numbers_that_are_none) {
  for (const float none :
       {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
    Part part = prompt();
    part.numbers.back() = none;
    expect_parts_refused({masks(), part}, "no number");
  }
}

TEST_F(AdapterImportTest, refuses_a_form_of_numbers_that_it_cannot_read) {
  const Part mask_part = masks();
  const std::string integers(mask_part.numbers.size() * 4, '\0');
  const auto with = [&](const std::string& type, std::int32_t width) {
    return torch(test::torch_file({{mask_part.name, type, {kMasks, width}, integers}}));
  };
  expect_refused(with("IntStorage", 64), "(I32); save it as", ErrorKind::kUnsupported);
  expect_refused(with("BoolStorage", 256), "(torch.BoolStorage)", ErrorKind::kUnsupported);
}

TEST_F(AdapterImportTest, refuses_checkpoints_that_must_be_converted_first) {
  expect_refused(torch("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19."),
                 "convert it in Python", ErrorKind::kUnsupported);
}

TEST_F(AdapterImportTest, refuses_damaged_numbers) {
  const Part mask_part = masks();
  const auto numbers = mask_part.bytes();
  const auto path = torch({mask_part, prompt()});
  std::string bytes = test::read_bytes(path);
  bytes[bytes.find({reinterpret_cast<const char*>(numbers.data()), numbers.size()}) + 7] ^= 1;
  expect_refused(torch(bytes), "is damaged");
}

TEST_F(AdapterImportTest, refuses_what_is_no_file_of_either_kind) {
  expect_refused(torch("something else altogether"), "is no safetensors file");
  expect_refused(folder_.path() / "missing.bin", "cannot open", ErrorKind::kIo);
}

}  // namespace
}  // namespace canter
