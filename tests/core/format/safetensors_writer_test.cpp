#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "format/safetensors.h"
#include "format/tensor_size.h"
#include "safetensors_builder.h"
#include "support/temporary_directory.h"

namespace canter {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

class SafetensorsWriter : public testing::Test {
 protected:
  SafetensorsWriter() {
    for (std::size_t i = 0; i < data_.size(); ++i) data_[i] = static_cast<std::byte>(i * 7);
  }
  std::span<const std::byte> bytes(std::size_t size) const { return std::span(data_).first(size); }

  SafetensorsFile round_trip(const std::vector<TensorEntry>& tensors,
                             const std::map<std::string, std::string>& metadata = {}) {
    const auto written = write_safetensors(path_, tensors, metadata);
    EXPECT_TRUE(written) << written.error().message;
    auto file = SafetensorsFile::open(path_);
    EXPECT_TRUE(file) << file.error().message;
    if (!written || !file) return {};
    EXPECT_EQ(*written, file->file_bytes());
    return std::move(*file);
  }
  void expect_refused(const std::vector<TensorEntry>& tensors, const std::string& reason,
                      const std::map<std::string, std::string>& metadata = {}) {
    const auto written = write_safetensors(path_, tensors, metadata);
    ASSERT_FALSE(written) << reason;
    EXPECT_EQ(written.error().kind, ErrorKind::kUsage);
    EXPECT_THAT(written.error().message, HasSubstr(reason));
    EXPECT_TRUE(std::filesystem::is_empty(directory_.path())) << "nothing is left behind";
  }

  test::TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_.path() / "out.safetensors";
  std::vector<std::byte> data_ = std::vector<std::byte>(256);
};

TEST_F(SafetensorsWriter, keeps_every_element_type_in_the_given_order) {
  std::vector<TensorEntry> tensors;
  for (auto type : {TensorType::kF32, TensorType::kF16, TensorType::kBF16, TensorType::kF64,
                    TensorType::kI8, TensorType::kI16, TensorType::kI32, TensorType::kI64}) {
    const std::vector<std::uint64_t> shape{2, 3};
    tensors.push_back({std::string(tensor_type_name(type)), type, shape,
                       bytes(tensor_bytes(*tensor_type_info(type), shape).value())});
  }
  const SafetensorsFile file = round_trip(tensors);
  ASSERT_EQ(file.tensors().size(), tensors.size());
  for (std::size_t i = 0; i < tensors.size(); ++i) {
    EXPECT_EQ(file.tensors()[i].name, tensors[i].name);
    EXPECT_EQ(file.tensors()[i].type, tensors[i].type);
    EXPECT_EQ(file.tensors()[i].shape, tensors[i].shape);
    EXPECT_TRUE(std::ranges::equal(file.tensors()[i].bytes, tensors[i].bytes));
  }
}

TEST_F(SafetensorsWriter, keeps_metadata_and_odd_names) {
  const std::string odd = "a \"quoted\"\n€\\";
  const SafetensorsFile file =
      round_trip({{odd, TensorType::kI8, {1}, bytes(1)}, {"", TensorType::kI8, {}, bytes(1)}},
                 {{"key", odd}, {odd, ""}});
  EXPECT_NE(file.tensor(odd), nullptr);
  EXPECT_NE(file.tensor(""), nullptr);
  EXPECT_THAT(file.metadata(), ElementsAre(Pair(odd, ""), Pair("key", odd)));
}

TEST_F(SafetensorsWriter, keeps_empty_tensors_and_an_empty_file) {
  EXPECT_THAT(round_trip({{"e", TensorType::kF32, {0, 4}, {}}}).tensor("e")->shape,
              ElementsAre(0, 4));
  EXPECT_TRUE(round_trip({}).tensors().empty());
}

TEST_F(SafetensorsWriter, pads_the_header_with_spaces_to_8_bytes) {
  for (std::size_t length = 1; length <= 9; ++length) {
    const std::string name(length, 'x');
    ASSERT_TRUE(write_safetensors(path_, {{name, TensorType::kI8, {1}, bytes(1)}}));
    const std::string file = test::read_bytes(path_);
    const std::size_t header = file.size() - 8 - 1;
    EXPECT_EQ(header % 8, 0u);
    EXPECT_EQ(static_cast<unsigned char>(file[0]), header);
    const auto json = nlohmann::json::parse(file.substr(8, header));
    EXPECT_EQ(json.at(name).at("data_offsets"), nlohmann::json({0, 1}));
    EXPECT_EQ(json.at(name).at("dtype"), "I8");
  }
}

TEST_F(SafetensorsWriter, refuses_tensors_that_the_format_cannot_hold) {
  expect_refused({{"q", TensorType::kQ8_0, {32}, bytes(34)}},
                 "\"q\" is Q8_0, which safetensors files cannot store");
  expect_refused({{"q", static_cast<TensorType>(4), {1}, bytes(1)}}, "\"q\" is unknown");
  expect_refused({{"t", TensorType::kF32, {2}, bytes(7)}},
                 "\"t\" has 7 bytes where its shape asks for 8");
  expect_refused({{"t", TensorType::kF64, {std::uint64_t{1} << 62}, bytes(8)}},
                 "impossibly large dimensions");
}

TEST_F(SafetensorsWriter, refuses_names_that_come_twice_or_are_reserved_or_no_text) {
  const TensorEntry tensor{"t", TensorType::kI8, {1}, bytes(1)};
  expect_refused({tensor, tensor}, "\"t\" comes twice");
  expect_refused({{"__metadata__", TensorType::kI8, {1}, bytes(1)}}, "reserved name");
  expect_refused({{"\xff", TensorType::kI8, {1}, bytes(1)}}, "is not UTF-8");
  expect_refused({}, "is not UTF-8", {{"key", "\xff"}});
  expect_refused({}, "is not UTF-8", {{"\xff", "value"}});
}

TEST_F(SafetensorsWriter, reports_a_folder_that_is_missing) {
  const auto written = write_safetensors(directory_.path() / "missing" / "out.safetensors", {});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace canter
