#include <gmock/gmock.h>

#include "format/gguf.h"
#include "gguf_builder.h"
#include "support/temporary_directory.h"

namespace canter {
namespace {

using test::GgufBuilder;
using testing::HasSubstr;
using testing::Not;

constexpr std::uint64_t kHuge = std::uint64_t{1} << 60;

class MalformedGguf : public testing::Test {
 protected:
  Error open(std::string_view bytes) {
    const auto path = directory_.path() / "bad.gguf";
    test::write_bytes(path, bytes);
    const auto file = GgufFile::open(path);
    EXPECT_FALSE(file);
    if (file) return {};
    EXPECT_THAT(file.error().message, testing::StartsWith("\"bad.gguf\""));
    EXPECT_THAT(file.error().message, Not(HasSubstr("\n")));
    return file.error();
  }
  void expect_bad(std::string_view bytes, const std::string& reason) {
    const Error error = open(bytes);
    EXPECT_EQ(error.kind, ErrorKind::kBadFile);
    EXPECT_THAT(error.message, HasSubstr(reason));
  }
  void expect_unsupported(std::string_view bytes, const std::string& reason) {
    const Error error = open(bytes);
    EXPECT_EQ(error.kind, ErrorKind::kUnsupported);
    EXPECT_THAT(error.message, HasSubstr(reason));
  }

  test::TemporaryDirectory directory_;
};

TEST(GgufFileOpen, names_a_file_that_is_missing) {
  const test::TemporaryDirectory directory;
  const auto file = GgufFile::open(directory.path() / "missing.gguf");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind, ErrorKind::kIo);
  EXPECT_THAT(file.error().message, HasSubstr("missing.gguf"));
}

TEST_F(MalformedGguf, is_refused_when_empty) {
  expect_bad("", "is no GGUF file");
}

TEST_F(MalformedGguf, is_refused_when_it_is_something_else) {
  expect_bad("<!DOCTYPE html><html></html>", "is no GGUF file");
  expect_bad("GGUX" + test::small_gguf().substr(4), "is no GGUF file");
}

TEST_F(MalformedGguf, is_refused_when_version_1) {
  expect_unsupported(GgufBuilder(0, 0, 1).bytes(), "version 1");
}

TEST_F(MalformedGguf, is_refused_when_its_version_is_unknown) {
  expect_unsupported(GgufBuilder(0, 0, 0).bytes(), "version 0");
  expect_unsupported(GgufBuilder(0, 0, 4).bytes(), "version 4");
}

TEST_F(MalformedGguf, is_refused_when_big_endian) {
  expect_unsupported(GgufBuilder(0, 0, 0x03000000).bytes(), "big-endian");
  expect_unsupported(GgufBuilder(0, 0, 0x02000000).bytes(), "big-endian");
}

TEST_F(MalformedGguf, lies_about_the_number_of_tensors) {
  expect_bad(GgufBuilder(kHuge, 0).bytes(), "tensors, more than fit");
  expect_bad(GgufBuilder(~std::uint64_t{0}, 0).bytes(), "tensors, more than fit");
  expect_bad(GgufBuilder(1, 0).bytes(), "tensors, more than fit");
}

TEST_F(MalformedGguf, lies_about_the_number_of_metadata_values) {
  expect_bad(GgufBuilder(0, kHuge).bytes(), "metadata values, more than fit");
  expect_bad(GgufBuilder(0, 1).bytes(), "metadata values, more than fit");
}

TEST_F(MalformedGguf, lies_about_the_length_of_a_key) {
  GgufBuilder file(0, 1);
  file.u64(kHuge).zeros(100);
  expect_bad(file.bytes(), "ends inside the key of metadata value 1 of 1");
}

TEST_F(MalformedGguf, has_a_key_without_a_name) {
  GgufBuilder file(0, 1);
  file.key("", GgufValueType::kUint32).u32(1);
  expect_bad(file.bytes(), "without a key");
}

TEST_F(MalformedGguf, has_the_same_key_twice) {
  GgufBuilder file(0, 2);
  file.key("a", GgufValueType::kUint32).u32(1);
  file.key("a", GgufValueType::kUint32).u32(1);
  expect_bad(file.bytes(), "metadata key \"a\" twice");
}

TEST_F(MalformedGguf, has_a_value_of_an_unknown_type) {
  GgufBuilder file(0, 1);
  file.key("a", static_cast<GgufValueType>(13)).u64(0);
  expect_bad(file.bytes(), "\"a\" the unknown type 13");
}

TEST_F(MalformedGguf, has_an_array_of_an_unknown_type) {
  GgufBuilder file(0, 1);
  file.array("a", static_cast<GgufValueType>(99), 1).u64(0);
  expect_bad(file.bytes(), "\"a\" the unknown type 99");
}

TEST_F(MalformedGguf, has_an_array_of_arrays) {
  GgufBuilder file(0, 1);
  file.array("a", GgufValueType::kArray, 0);
  expect_unsupported(file.bytes(), "array of arrays as metadata value \"a\"");
}

TEST_F(MalformedGguf, lies_about_the_length_of_a_string) {
  GgufBuilder file(0, 1);
  file.key("a", GgufValueType::kString).u64(~std::uint64_t{0}).raw("text");
  expect_bad(file.bytes(), "ends inside the metadata value \"a\"");
}

TEST_F(MalformedGguf, lies_about_the_length_of_an_array) {
  for (auto type : {GgufValueType::kUint8, GgufValueType::kFloat64, GgufValueType::kBool,
                    GgufValueType::kString}) {
    for (std::uint64_t count : {std::uint64_t{3}, kHuge, ~std::uint64_t{0}}) {
      GgufBuilder file(0, 1);
      file.array("a", type, count).zeros(2);
      expect_bad(file.bytes(), "elements in the metadata value \"a\", more than fit");
    }
  }
}

TEST_F(MalformedGguf, lies_about_the_length_of_a_string_in_an_array) {
  GgufBuilder file(0, 1);
  file.array("a", GgufValueType::kString, 2).string("x").u64(kHuge);
  expect_bad(file.bytes(), "ends inside the metadata value \"a\"");
}

TEST_F(MalformedGguf, has_a_truth_value_that_is_neither) {
  GgufBuilder single(0, 1);
  single.key("a", GgufValueType::kBool).u8(2);
  expect_bad(single.bytes(), "neither true nor false");
  GgufBuilder array(0, 1);
  array.array("a", GgufValueType::kBool, 2).u8(1).u8(255);
  expect_bad(array.bytes(), "neither true nor false");
}

TEST_F(MalformedGguf, would_unfold_into_far_more_memory_than_the_file_takes) {
  constexpr std::uint64_t kCount = (1u << 24) + 1;
  GgufBuilder file(0, 1);
  file.array("a", GgufValueType::kUint8, kCount).zeros(kCount);
  const Error error = open(file.bytes());
  EXPECT_EQ(error.kind, ErrorKind::kTooLarge);
  EXPECT_THAT(error.message, HasSubstr("too many elements"));
}

TEST_F(MalformedGguf, has_an_impossible_alignment) {
  for (std::uint32_t alignment : {0u, 1u, 4u, 12u, 33u, 0x80000000u}) {
    GgufBuilder file(0, 1);
    file.key("general.alignment", GgufValueType::kUint32).u32(alignment);
    expect_bad(file.bytes(), "\"general.alignment\" has to be a multiple of 8");
  }
  GgufBuilder text(0, 1);
  text.key("general.alignment", GgufValueType::kString).string("32");
  expect_bad(text.bytes(), "\"general.alignment\"");
  GgufBuilder huge(0, 1);
  huge.key("general.alignment", GgufValueType::kUint64).u64(~std::uint64_t{7});
  expect_bad(huge.bytes(), "\"general.alignment\"");
}

TEST_F(MalformedGguf, lies_about_the_length_of_a_tensors_name) {
  GgufBuilder file(1, 0);
  file.u64(kHuge).zeros(100);
  expect_bad(file.bytes(), "ends inside the name of tensor 1 of 1");
}

TEST_F(MalformedGguf, has_a_tensor_without_a_name) {
  GgufBuilder file(1, 0);
  file.tensor("", {1}, 0, 0).zeros(64);
  expect_bad(file.bytes(), "tensor 1 of 1 has no name");
}

TEST_F(MalformedGguf, has_the_same_tensor_twice) {
  GgufBuilder file(2, 0);
  file.tensor("a", {1}, 0, 0).tensor("a", {1}, 0, 0).pad(32).zeros(4);
  expect_bad(file.bytes(), "has the tensor \"a\" twice");
}

TEST_F(MalformedGguf, has_a_tensor_with_too_few_or_too_many_dimensions) {
  GgufBuilder none(1, 0);
  none.tensor("a", {}, 0, 0).zeros(64);
  expect_bad(none.bytes(), "tensor \"a\" has 0 dimensions, not 1 to 4");
  GgufBuilder five(1, 0);
  five.tensor("a", {1, 1, 1, 1, 1}, 0, 0).zeros(64);
  expect_bad(five.bytes(), "tensor \"a\" has 5 dimensions, not 1 to 4");
  GgufBuilder many(1, 0);
  many.string("a").u32(0xffffffff).zeros(64);
  expect_bad(many.bytes(), "tensor \"a\" has 4294967295 dimensions, not 1 to 4");
}

TEST_F(MalformedGguf, has_a_tensor_with_a_dimension_of_0) {
  GgufBuilder file(1, 0);
  file.tensor("a", {4, 0}, 0, 0).zeros(64);
  expect_bad(file.bytes(), "tensor \"a\" has a dimension of 0");
}

TEST_F(MalformedGguf, ends_inside_a_tensors_description) {
  GgufBuilder file(1, 0);
  file.string("a").u32(4).zeros(0).u64(1).u64(1).u64(1);
  expect_bad(file.bytes(), "ends inside the description of tensor \"a\"");
}

TEST_F(MalformedGguf, has_a_tensor_of_an_unknown_format_that_leaves_the_file) {
  for (std::uint32_t type : {4u, 5u, 31u, 36u, 1000u, 0xffffffffu}) {
    GgufBuilder file(1, 0);
    file.tensor("a", {256}, type, 4096).pad(32).zeros(4096);
    expect_bad(file.bytes(), "tensor \"a\" needs bytes");
    GgufBuilder large(1, 0);
    large.tensor("a", {1ull << 40, 1ull << 40}, type, 0).pad(32).zeros(4096);
    expect_bad(large.bytes(), "tensor \"a\" has impossibly large dimensions");
  }
}

TEST_F(MalformedGguf, has_rows_that_end_inside_a_block) {
  GgufBuilder file(1, 0);
  file.tensor("a", {48, 2}, 8, 0).pad(32).zeros(4096);
  expect_bad(file.bytes(), "rows of 48 numbers, but Q8_0 needs a multiple of 32");
}

TEST_F(MalformedGguf, has_dimensions_whose_product_overflows) {
  GgufBuilder elements(1, 0);
  elements.tensor("a", {std::uint64_t{1} << 32, std::uint64_t{1} << 32}, 24, 0).zeros(64);
  expect_bad(elements.bytes(), "impossibly large dimensions");
  GgufBuilder bytes(1, 0);
  bytes.tensor("a", {std::uint64_t{1} << 62}, 0, 0).zeros(64);
  expect_bad(bytes.bytes(), "impossibly large dimensions");
}

TEST_F(MalformedGguf, has_a_tensor_at_an_unaligned_offset) {
  GgufBuilder file(1, 0);
  file.tensor("a", {1}, 0, 16).pad(32).zeros(64);
  expect_bad(file.bytes(), "tensor \"a\" begins at offset 16, which is no multiple of 32");
}

TEST_F(MalformedGguf, has_an_offset_that_overflows) {
  GgufBuilder file(1, 0);
  file.tensor("a", {1}, 0, ~std::uint64_t{31}).pad(32).zeros(64);
  expect_bad(file.bytes(), "impossibly large offset");
}

TEST_F(MalformedGguf, has_a_tensor_that_reaches_past_its_end) {
  GgufBuilder file(1, 0);
  file.tensor("blk.0.attn_q.weight", {16}, 0, 0).pad(32);
  const std::size_t start = file.bytes().size();
  file.zeros(63);
  expect_bad(file.bytes(), "tensor \"blk.0.attn_q.weight\" needs bytes " + std::to_string(start) +
                               "…" + std::to_string(start + 64) + " but the file has " +
                               std::to_string(start + 63) +
                               "; it is cut off or damaged: download or copy it again");
}

TEST_F(MalformedGguf, has_a_tensor_that_begins_past_its_end) {
  GgufBuilder file(1, 0);
  file.tensor("a", {1}, 0, 1u << 30).pad(32).zeros(64);
  expect_bad(file.bytes(), "tensor \"a\" needs bytes");
}

TEST_F(MalformedGguf, does_not_bring_its_own_control_characters_into_messages) {
  GgufBuilder file(1, 0);
  file.tensor("\x1b[31m\nred", {0}, 0, 0).zeros(64);
  expect_bad(file.bytes(), "tensor \"?[31m?red\"");
}

TEST_F(MalformedGguf, is_refused_when_a_tensor_has_a_number_format_of_another_kind_of_file) {
  GgufBuilder builder(1, 0);
  builder.tensor("a", {32}, static_cast<std::uint32_t>(TensorType::kF8_E4M3), 0).pad(32).zeros(32);
  expect_bad(builder.bytes(), "tensor \"a\" has number format 4294967041, which cannot be");
}

}  // namespace
}  // namespace canter
