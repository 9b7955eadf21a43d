#include "tensor/layout.h"

#include <gtest/gtest.h>

#include "support/kernel_sets.h"
#include "support/packed.h"
#include "support/random_numbers.h"
#include "tensor/number_format.h"
#include "tensor/unpacked_formats.h"

namespace canter {
namespace {

std::vector<Layout> layouts(TensorType type) {
  std::vector<Layout> list;
  for (const std::size_t panel : {8, 16, 32}) {
    list.push_back({type, panel, 1, false});
    if (type == TensorType::kBF16) list.push_back({type, panel, 2, false});
    if (type == TensorType::kQ8_0) list.push_back({type, panel, 1, true});
  }
  return list;
}

/// What is to be given back of a file's row.
std::vector<std::byte> expected_row(TensorType type, std::span<const std::byte> file) {
  if (!is_unpacked(type)) return {file.begin(), file.end()};
  std::vector<std::byte> row;
  for (std::size_t at = 0; at < file.size(); at += tensor_type_info(type)->block_bytes) {
    const UnpackedSpan span = unpack_span(type, file.data() + at);
    const auto bytes = std::as_bytes(std::span(&span, 1));
    row.insert(row.end(), bytes.begin(), bytes.end());
  }
  return row;
}

TEST(Layout, gives_every_row_back_to_the_bit) {
  std::mt19937 random(1);
  for (const TensorType type : test::kDecodableTypes) {
    const TensorTypeInfo& info = *tensor_type_info(type);
    for (const std::size_t inputs :
         {std::size_t(info.block_size), std::size_t(3 * info.block_size)}) {
      const std::size_t row_bytes = inputs / info.block_size * info.block_bytes;
      for (const Layout& layout : layouts(type)) {
        for (const std::size_t outputs : {std::size_t(1), layout.panel - 1, layout.panel}) {
          std::vector<std::byte> rows(outputs * row_bytes);
          for (std::byte& byte : rows) byte = std::byte(random());
          std::vector<std::byte> panel(panel_bytes(layout, inputs), std::byte(0xa5));
          pack_panel(layout, rows.data(), row_bytes, outputs, inputs, panel.data());
          for (std::size_t o = 0; o < outputs; ++o) {
            std::vector<std::byte> row(restored_bytes(type, inputs));
            restore_row(layout, panel.data(), o, inputs, row.data());
            ASSERT_EQ(row, expected_row(type, {rows.data() + o * row_bytes, row_bytes}))
                << info.name << " panel " << layout.panel << " output " << o;
          }
        }
      }
    }
  }
}

TEST(Layout, takes_no_more_memory_than_the_file_when_panels_are_full) {
  for (const TensorType type : test::kDecodableTypes) {
    const TensorTypeInfo& info = *tensor_type_info(type);
    const std::size_t row =
        is_unpacked(type) ? 2 * sizeof(UnpackedSpan) : 512 / info.block_size * info.block_bytes;
    for (const Layout& layout : layouts(type))
      EXPECT_EQ(panel_bytes(layout, 512), layout.panel * row) << info.name;
  }
}

TEST(PackedMatrix, decodes_an_output_as_the_file_does) {
  std::mt19937 random(2);
  for (const TensorType type : test::kDecodableTypes) {
    const std::size_t outputs = 37, inputs = 256;
    const auto bytes = test::random_blocks(random, type, outputs * inputs);
    const Matrix matrix{type, outputs, inputs, bytes};
    for (const kernels::Kernels* set : test::supported_sets()) {
      const test::Packed packed = test::pack(matrix, *set);
      std::vector<std::byte> scratch;
      std::vector<float> expected(inputs), decoded(inputs);
      for (const std::size_t o : {0, 15, 36}) {
        decode_numbers(type, matrix.row(o), expected.data(), inputs);
        packed.matrix.decode(o, decoded.data(), scratch);
        EXPECT_EQ(decoded, expected) << set->name << ' ' << tensor_type_name(type);
      }
    }
  }
}

/// What makes a block hold infinity or no number: where it is to be put, and its bytes.
struct Spoiling {
  std::size_t offset;
  std::vector<std::byte> bytes;
};

std::vector<Spoiling> spoilings(TensorType type) {
  if (type == TensorType::kMXFP4) return {{0, {std::byte{253}}}, {0, {std::byte{255}}}};
  if (type == TensorType::kIQ1_M)
    return {{53, {std::byte{0xc0}, std::byte{0}, std::byte{0x70}}},
            {53, {std::byte{0xd0}, std::byte{0}, std::byte{0xf0}}}};
  if (type == TensorType::kF8_E4M3) return {{0, {std::byte{0x7f}}}, {0, {std::byte{0xff}}}};
  if (type == TensorType::kF8_E5M2) return {{0, {std::byte{0x7c}}}, {0, {std::byte{0xff}}}};
  const bool blocks = tensor_type_info(type)->block_size > 1;
  std::vector<Spoiling> list;
  for (const std::size_t offset : blocks ? test::half_offsets(type) : std::vector<std::size_t>{0}) {
    for (const float bad : {INFINITY, -INFINITY, NAN}) {
      list.push_back({offset, {}});
      encode_numbers(blocks ? TensorType::kF16 : type, {&bad, 1}, list.back().bytes);
    }
  }
  return list;
}

TEST(PackedMatrix, refuses_infinity_and_what_is_no_number_in_every_format) {
  std::mt19937 random(3);
  ThreadPool pool(2);
  for (const TensorType type : test::kDecodableTypes) {
    const TensorTypeInfo& info = *tensor_type_info(type);
    const std::size_t outputs = 50, inputs = 256;
    const auto sound = test::random_blocks(random, type, outputs * inputs);
    AlignedMemory memory;
    memory.reserve(PackedMatrix::bytes_for(type, outputs, inputs));
    const auto attempt = [&](const std::vector<std::byte>& bytes) {
      return PackedMatrix::pack({type, outputs, inputs, bytes}, pool,
                                {memory.data(), memory.size()});
    };
    EXPECT_TRUE(attempt(sound)) << info.name;
    for (const auto& [offset, spoiled] : spoilings(type)) {
      auto bytes = sound;
      // Somewhere in the last third of the matrix.
      const std::size_t block = bytes.size() / info.block_bytes * 5 / 6;
      std::copy(spoiled.begin(), spoiled.end(),
                bytes.begin() + std::ptrdiff_t(block * info.block_bytes + offset));
      const auto result = attempt(bytes);
      ASSERT_FALSE(result) << info.name << ' ' << offset;
      EXPECT_EQ(result.error().kind, ErrorKind::kBadFile);
    }
  }
}

}  // namespace
}  // namespace canter
