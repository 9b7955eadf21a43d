#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "format/gguf.h"
#include "format/tensor_size.h"
#include "gguf_builder.h"
#include "support/temporary_directory.h"

namespace canter {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using Type = GgufValueType;

template <typename Number>
constexpr std::int64_t kLowest = static_cast<std::int64_t>(std::numeric_limits<Number>::min());
template <typename Number>
constexpr std::int64_t kHighest = static_cast<std::int64_t>(std::numeric_limits<Number>::max());

struct IntegerType {
  Type type;
  std::int64_t lowest;
  std::int64_t highest;
};
constexpr IntegerType kIntegerTypes[] = {
    {Type::kUint8, 0, kHighest<std::uint8_t>},
    {Type::kInt8, kLowest<std::int8_t>, kHighest<std::int8_t>},
    {Type::kUint16, 0, kHighest<std::uint16_t>},
    {Type::kInt16, kLowest<std::int16_t>, kHighest<std::int16_t>},
    {Type::kUint32, 0, kHighest<std::uint32_t>},
    {Type::kInt32, kLowest<std::int32_t>, kHighest<std::int32_t>},
    {Type::kBool, 0, 1},
    {Type::kInt64, kLowest<std::int64_t>, kHighest<std::int64_t>},
    {Type::kUint64, -1, kHighest<std::int64_t>},  // -1 is the highest one's bit pattern
};

GgufValue array_value(GgufArray array) {
  return {Type::kArray, std::move(array)};
}

class GgufWriter : public testing::Test {
 protected:
  GgufFile round_trip(const GgufContent& content) {
    const auto written = write_gguf(path_, content);
    EXPECT_TRUE(written) << written.error().message;
    auto file = GgufFile::open(path_);
    EXPECT_TRUE(file) << file.error().message;
    if (!written || !file) return {};
    EXPECT_EQ(*written, file->file_bytes());
    EXPECT_EQ(file->version(), 3u);
    EXPECT_EQ(file->metadata().size(), content.metadata.size());
    EXPECT_EQ(file->tensors().size(), content.tensors.size());
    return std::move(*file);
  }

  void expect_refused(const GgufContent& content, const std::string& reason) {
    const auto written = write_gguf(path_, content);
    ASSERT_FALSE(written) << reason;
    EXPECT_EQ(written.error().kind, ErrorKind::kUsage);
    EXPECT_THAT(written.error().message, HasSubstr(reason));
    EXPECT_TRUE(std::filesystem::is_empty(directory_.path())) << "nothing is left behind";
  }

  test::TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_.path() / "out.gguf";
  std::vector<std::byte> data_ = std::vector<std::byte>(4096);
};

TEST_F(GgufWriter, keeps_every_integer_type_to_its_limits) {
  for (const IntegerType& t : kIntegerTypes) {
    GgufArray array{.type = t.type, .integers = {t.lowest, 0, 1, t.highest}};
    const GgufFile file = round_trip({{{"low", {t.type, t.lowest}},
                                       {"high", {t.type, t.highest}},
                                       {"array", array_value(array)}},
                                      {}});
    for (const auto& [key, value] : {std::pair{"low", t.lowest}, {"high", t.highest}}) {
      const GgufValue& read = file.metadata().find(key)->second;
      EXPECT_EQ(read.type, t.type);
      EXPECT_EQ(std::get<std::int64_t>(read.value), value);
    }
    ASSERT_NE(file.get_array("array"), nullptr);
    EXPECT_EQ(file.get_array("array")->type, t.type);
    EXPECT_EQ(file.get_array("array")->integers, array.integers);
  }
}

TEST_F(GgufWriter, keeps_floats) {
  const double infinity = std::numeric_limits<double>::infinity();
  GgufArray narrow{.type = Type::kFloat32, .floats = {0.5, -1e30f, infinity}};
  GgufArray wide{.type = Type::kFloat64, .floats = {0.1, -1e300, -infinity}};
  const GgufFile file = round_trip({{{"f32", {Type::kFloat32, 0.25}},
                                     {"f64", {Type::kFloat64, 0.1}},
                                     {"nan", {Type::kFloat32, std::nan("")}},
                                     {"narrow", array_value(narrow)},
                                     {"wide", array_value(wide)}},
                                    {}});
  EXPECT_EQ(file.metadata().at("f32").type, Type::kFloat32);
  EXPECT_EQ(file.get_float("f32"), 0.25);
  EXPECT_EQ(file.metadata().at("f64").type, Type::kFloat64);
  EXPECT_EQ(file.get_float("f64"), 0.1);
  EXPECT_TRUE(std::isnan(file.get_float("nan").value()));
  EXPECT_EQ(file.get_array("narrow")->floats, narrow.floats);
  EXPECT_EQ(file.get_array("wide")->floats, wide.floats);
}

TEST_F(GgufWriter, keeps_strings_byte_by_byte) {
  const std::string odd("\0\xff\n€", 6);
  GgufArray array{.type = Type::kString, .strings = {"", odd, "c"}};
  const GgufFile file =
      round_trip({{{"text", {Type::kString, odd}}, {"array", array_value(array)}}, {}});
  EXPECT_EQ(file.get_string("text"), odd);
  EXPECT_EQ(file.get_array("array")->strings, array.strings);
}

TEST_F(GgufWriter, keeps_empty_arrays_and_their_type) {
  const GgufFile file = round_trip({{{"empty", array_value({.type = Type::kInt16})}}, {}});
  EXPECT_EQ(file.get_array("empty")->type, Type::kInt16);
  EXPECT_EQ(file.get_array("empty")->size(), 0u);
}

TEST_F(GgufWriter, keeps_tensors_of_every_format) {
  std::vector<std::byte> bytes(4096);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::byte>(i * 7);
  GgufContent content;
  for (std::uint32_t number = 0; number < 64; ++number) {
    const auto* info = tensor_type_info(static_cast<TensorType>(number));
    if (!info) continue;
    const std::vector<std::uint64_t> shape{3, info->block_size};
    const std::uint64_t size = tensor_bytes(*info, shape).value();
    content.tensors.push_back(
        {std::string(info->name), info->type, shape, std::span(bytes).subspan(number, size)});
  }
  const GgufFile file = round_trip(content);
  ASSERT_EQ(file.tensors().size(), content.tensors.size());
  for (std::size_t i = 0; i < content.tensors.size(); ++i) {
    const TensorEntry& written = content.tensors[i];
    const TensorEntry& read = file.tensors()[i];
    EXPECT_EQ(read.name, written.name);
    EXPECT_EQ(read.type, written.type);
    EXPECT_EQ(read.shape, written.shape);
    EXPECT_TRUE(std::ranges::equal(read.bytes, written.bytes)) << read.name;
  }
}

TEST_F(GgufWriter, keeps_one_to_four_dimensions_in_their_order) {
  GgufContent content;
  std::vector<std::uint64_t> shape;
  for (std::uint64_t d = 1; d <= 4; ++d) {
    shape.push_back(d + 1);
    const auto size = tensor_bytes(*tensor_type_info(TensorType::kF32), shape).value();
    content.tensors.push_back(
        {std::to_string(d), TensorType::kF32, shape, std::span(data_).first(size)});
  }
  const GgufFile file = round_trip(content);
  EXPECT_THAT(file.tensor("1")->shape, ElementsAre(2));
  EXPECT_THAT(file.tensor("2")->shape, ElementsAre(2, 3));
  EXPECT_THAT(file.tensor("4")->shape, ElementsAre(2, 3, 4, 5));
}

TEST_F(GgufWriter, aligns_tensor_data) {
  const auto four = std::span<const std::byte>(data_).first(4);
  for (std::int64_t alignment : {0, 8, 64, 4096}) {
    GgufContent content{{},
                        {{"a", TensorType::kF32, {1}, four}, {"b", TensorType::kF32, {1}, four}}};
    if (alignment != 0) {
      content.metadata.push_back({"general.alignment", {Type::kUint32, alignment}});
    }
    const GgufFile file = round_trip(content);
    const auto step = static_cast<std::ptrdiff_t>(alignment == 0 ? 32 : alignment);
    EXPECT_EQ(file.tensor("b")->bytes.data() - file.tensor("a")->bytes.data(), step);
    EXPECT_EQ(file.file_bytes() % static_cast<std::uint64_t>(step), 0u);
  }
}

TEST_F(GgufWriter, writes_the_bytes_that_the_format_asks_for) {
  const std::string sound = test::small_gguf();
  const std::size_t data_start = sound.size() - 32 - 34;
  const auto bytes = std::as_bytes(std::span(sound)).subspan(data_start);
  const GgufContent content{
      {{"answer", {Type::kUint32, std::int64_t{42}}},
       {"name", {Type::kString, std::string("small")}},
       {"yes", {Type::kBool, std::int64_t{1}}},
       {"tokens", array_value({.type = Type::kString, .strings = {"a", "bc"}})}},
      {{"matrix", TensorType::kF32, {2, 4}, bytes.first(32)},
       {"quant", TensorType::kQ8_0, {32}, bytes.subspan(32)}}};
  ASSERT_TRUE(write_gguf(path_, content));
  EXPECT_EQ(test::read_bytes(path_), sound + std::string(30, '\0'));
}

TEST_F(GgufWriter, writes_a_real_file_again_as_it_was) {
  const auto original = GgufFile::open(CANTER_TEST_DATA "/reference/stories260K.gguf");
  ASSERT_TRUE(original);
  GgufContent content;
  for (const auto& entry : original->metadata()) content.metadata.push_back(entry);
  content.tensors = original->tensors();
  const GgufFile copy = round_trip(content);
  for (const TensorEntry& tensor : original->tensors()) {
    EXPECT_TRUE(std::ranges::equal(copy.tensor(tensor.name)->bytes, tensor.bytes)) << tensor.name;
  }
}

TEST_F(GgufWriter, asks_for_tensors_one_after_the_other) {
  std::vector<std::byte> scratch;
  std::vector<std::size_t> asked;
  const GgufContent content{{},
                            {{"a", TensorType::kI8, {3}, {}}, {"b", TensorType::kI8, {2, 2}, {}}}};
  const auto written =
      write_gguf(path_, content, [&](std::size_t i) -> Result<std::span<const std::byte>> {
        asked.push_back(i);
        scratch.assign(i == 0 ? 3 : 4, static_cast<std::byte>(i + 1));
        return scratch;
      });
  ASSERT_TRUE(written) << written.error().message;
  EXPECT_THAT(asked, ElementsAre(0, 1));
  const auto file = GgufFile::open(path_);
  ASSERT_TRUE(file);
  EXPECT_THAT(file->tensor("a")->bytes, testing::Each(std::byte{1}));
  EXPECT_THAT(file->tensor("b")->bytes, testing::Each(std::byte{2}));
}

TEST_F(GgufWriter, hands_on_a_failure_to_make_a_tensor_and_leaves_the_old_file) {
  test::write_bytes(path_, "old");
  const GgufContent content{{}, {{"a", TensorType::kI8, {3}, {}}}};
  const auto written =
      write_gguf(path_, content, [](std::size_t) -> Result<std::span<const std::byte>> {
        return fail(ErrorKind::kInterrupted, "stopped");
      });
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error(), (Error{ErrorKind::kInterrupted, "stopped"}));
  EXPECT_EQ(test::read_bytes(path_), "old");
}

TEST_F(GgufWriter, reports_a_folder_that_is_missing) {
  const auto written = write_gguf(directory_.path() / "missing" / "out.gguf", {});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, ErrorKind::kIo);
}

TEST_F(GgufWriter, refuses_integers_outside_their_type) {
  for (const IntegerType& t : kIntegerTypes) {
    if (t.type == Type::kInt64 || t.type == Type::kUint64) continue;  // take every value
    expect_refused({{{"k", {t.type, t.lowest - 1}}}, {}}, "\"k\" does not fit its type");
    expect_refused({{{"k", {t.type, t.highest + 1}}}, {}}, "\"k\" does not fit its type");
    GgufArray array{.type = t.type, .integers = {0, t.highest + 1}};
    expect_refused({{{"k", array_value(array)}}, {}}, "\"k\" does not fit its type");
  }
}

TEST_F(GgufWriter, refuses_a_float_outside_its_type) {
  expect_refused({{{"k", {Type::kFloat32, 1e39}}}, {}}, "\"k\" does not fit its type");
}

TEST_F(GgufWriter, refuses_values_of_another_kind_than_their_type) {
  const GgufValue wrong[] = {
      {Type::kString, std::int64_t{1}},
      {Type::kUint32, 1.0},
      {Type::kFloat32, std::int64_t{1}},
      {Type::kInt32, std::string("1")},
      {Type::kUint8, GgufArray{}},
      {Type::kArray, std::int64_t{1}},
      {static_cast<Type>(13), std::int64_t{1}},
      array_value({.type = Type::kArray}),
      array_value({.type = static_cast<Type>(13)}),
      array_value({.type = Type::kString, .integers = {1}}),
      array_value({.type = Type::kUint32, .floats = {1}}),
      array_value({.type = Type::kFloat32, .integers = {1}}),
      array_value({.type = Type::kUint32, .integers = {1}, .strings = {"a"}}),
  };
  for (const GgufValue& value : wrong) {
    expect_refused({{{"k", value}}, {}}, "\"k\" does not fit its type");
  }
}

TEST_F(GgufWriter, refuses_keys_that_are_empty_or_come_twice) {
  const GgufValue value{Type::kUint32, std::int64_t{1}};
  expect_refused({{{"", value}}, {}}, "no key");
  expect_refused({{{"k", value}, {"k", value}}, {}}, "the key \"k\" comes twice");
}

TEST_F(GgufWriter, refuses_an_impossible_alignment) {
  expect_refused({{{"general.alignment", {Type::kUint32, std::int64_t{0}}}}, {}}, "multiple of 8");
  expect_refused({{{"general.alignment", {Type::kUint32, std::int64_t{33}}}}, {}}, "multiple of 8");
  expect_refused({{{"general.alignment", {Type::kString, std::string("32")}}}, {}},
                 "multiple of 8");
}

TEST_F(GgufWriter, refuses_tensors_that_no_file_can_hold) {
  const auto bytes = std::span<const std::byte>(data_);
  const auto refuse = [&](const TensorEntry& tensor, const std::string& reason) {
    expect_refused({{}, {tensor}}, reason);
  };
  refuse({"", TensorType::kI8, {1}, bytes.first(1)}, "a tensor has no name");
  refuse({"t", TensorType::kI8, {}, bytes.first(1)}, "\"t\" needs 1 to 4 dimensions");
  refuse({"t", TensorType::kI8, {1, 1, 1, 1, 1}, bytes.first(1)}, "1 to 4 dimensions");
  refuse({"t", TensorType::kI8, {2, 0}, {}}, "dimensions that I8 cannot store");
  refuse({"t", TensorType::kQ8_0, {1, 33}, bytes.first(68)}, "dimensions that Q8_0 cannot store");
  refuse({"t", TensorType::kF64, {std::uint64_t{1} << 62}, {}}, "dimensions that F64");
  refuse({"t", static_cast<TensorType>(4), {32}, bytes.first(4)}, "unknown number format");
  refuse({"t", TensorType::kF8_E4M3, {4}, bytes.first(4)}, "unknown number format");
  refuse({"t", TensorType::kF32, {2}, bytes.first(7)}, "\"t\" has 7 bytes, not 8");
  const TensorEntry fine{"t", TensorType::kI8, {1}, bytes.first(1)};
  expect_refused({{}, {fine, fine}}, "\"t\" comes twice");
}

}  // namespace
}  // namespace canter
