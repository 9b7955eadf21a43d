#include <gmock/gmock.h>

#include "format/safetensors.h"
#include "safetensors_builder.h"
#include "support/temporary_directory.h"

namespace canter {
namespace {

using testing::HasSubstr;

class MalformedSafetensors : public testing::Test {
 protected:
  void expect_bad(std::string_view bytes, const std::string& reason) {
    const auto path = directory_.path() / "bad.safetensors";
    test::write_bytes(path, bytes);
    const auto file = SafetensorsFile::open(path);
    ASSERT_FALSE(file) << reason;
    EXPECT_EQ(file.error().kind, ErrorKind::kBadFile);
    EXPECT_THAT(file.error().message, testing::StartsWith("\"bad.safetensors\""));
    EXPECT_THAT(file.error().message, HasSubstr(reason));
  }
  /// A file of 8 data bytes with one tensor, described by `fields`.
  void expect_bad_tensor(const std::string& fields, const std::string& reason) {
    expect_bad(test::safetensors("{\"x\":{" + fields + "}}", 8), reason);
  }

  test::TemporaryDirectory directory_;
};

TEST(SafetensorsFileOpen, names_a_file_that_is_missing) {
  const test::TemporaryDirectory directory;
  const auto file = SafetensorsFile::open(directory.path() / "missing.safetensors");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind, ErrorKind::kIo);
  EXPECT_THAT(file.error().message, HasSubstr("missing.safetensors"));
}

TEST_F(MalformedSafetensors, is_too_short_or_something_else) {
  expect_bad("", "is no safetensors file");
  expect_bad("1234567", "is no safetensors file");
  expect_bad("<!DOCTYPE html>", "is no safetensors file");
}

TEST_F(MalformedSafetensors, announces_a_header_beyond_the_formats_limit) {
  expect_bad(test::ByteBuilder().u64(100'000'001).bytes(), "is no safetensors file");
  expect_bad(test::ByteBuilder().u64(~std::uint64_t{0}).zeros(64).bytes(),
             "is no safetensors file");
}

TEST_F(MalformedSafetensors, announces_a_header_beyond_its_end) {
  expect_bad(test::ByteBuilder().u64(3).raw("{}").bytes(), "a header of 3 bytes but has only 10");
}

TEST_F(MalformedSafetensors, has_a_header_that_is_no_json_object) {
  expect_bad(test::safetensors(""), "the header is no JSON");
  expect_bad(test::safetensors("{\"x\":"), "the header is no JSON");
  expect_bad(test::safetensors("{\"\xff\":{}}"), "the header is no JSON");
  expect_bad(test::safetensors("[]"), "the header is no JSON object");
  expect_bad(test::safetensors("7"), "the header is no JSON object");
  expect_bad(test::safetensors(std::string(100'000, '[')), "nested too deeply");
}

TEST_F(MalformedSafetensors, has_the_same_tensor_twice) {
  const std::string x = R"("x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]})";
  expect_bad(test::safetensors("{" + x + "," + x + "}", 4), "names \"x\" twice");
}

TEST_F(MalformedSafetensors, has_metadata_that_is_not_text) {
  expect_bad(test::safetensors(R"({"__metadata__":[]})"), "\"__metadata__\" is no JSON object");
  expect_bad(test::safetensors(R"({"__metadata__":{"a":1}})"), "metadata value \"a\" is no text");
}

TEST_F(MalformedSafetensors, does_not_describe_a_tensor) {
  expect_bad(test::safetensors(R"({"x":null})"), "tensor \"x\" is not described");
  expect_bad(test::safetensors(R"({"x":[1]})"), "tensor \"x\" is not described");
}

TEST_F(MalformedSafetensors, has_a_tensor_without_element_type) {
  expect_bad_tensor(R"("shape":[1],"data_offsets":[0,4])", "\"x\" has no \"dtype\"");
  expect_bad_tensor(R"("dtype":5,"shape":[1],"data_offsets":[0,4])", "\"x\" has no \"dtype\"");
}

TEST_F(MalformedSafetensors, has_a_shape_that_is_no_list_of_whole_numbers) {
  for (const char* shape : {"4", "\"4\"", "[-1]", "[1.0]", "[1e0]", "[\"1\"]", "[null]", "[[1]]",
                            "[18446744073709551616]", "{\"a\":1}", "[true]"}) {
    expect_bad_tensor(R"("dtype":"F32","data_offsets":[0,4],"shape":)" + std::string(shape),
                      "\"x\" has no \"shape\" of whole numbers");
  }
  expect_bad_tensor(R"("dtype":"F32","data_offsets":[0,4])", "\"x\" has no \"shape\"");
}

TEST_F(MalformedSafetensors, has_offsets_that_are_no_two_whole_numbers) {
  for (const char* offsets : {"4", "[]", "[0]", "[0,4,8]", "[-4,0]", "[0,4.0]", "[0,\"4\"]",
                              "[0,1e3]", "[0,18446744073709551616]"}) {
    expect_bad_tensor(R"("dtype":"F32","shape":[1],"data_offsets":)" + std::string(offsets),
                      "\"x\" has no \"data_offsets\" of two whole numbers");
  }
  expect_bad_tensor(R"("dtype":"F32","shape":[1])", "\"x\" has no \"data_offsets\"");
}

TEST_F(MalformedSafetensors, has_a_tensor_that_ends_before_it_begins) {
  expect_bad_tensor(R"("dtype":"F32","shape":[1],"data_offsets":[8,4])", "before its begin at 8");
}

TEST_F(MalformedSafetensors, has_a_tensor_that_reaches_past_its_end) {
  expect_bad_tensor(R"("dtype":"F32","shape":[1],"data_offsets":[5,9])",
                    "tensor \"x\" needs data bytes 5…9 but the file has 8");
  expect_bad_tensor(
      R"("dtype":"F32","shape":[1],"data_offsets":[18446744073709551612,18446744073709551615])",
      "tensor \"x\" needs data bytes");
  expect_bad_tensor(R"("dtype":"BOOL","shape":[9],"data_offsets":[0,9])",
                    "tensor \"x\" needs data bytes");
}

TEST_F(MalformedSafetensors, has_a_tensor_whose_size_does_not_fit_its_shape) {
  expect_bad_tensor(R"("dtype":"F32","shape":[2],"data_offsets":[0,4])",
                    "\"x\" has 4 bytes where its shape asks for 8");
  expect_bad_tensor(R"("dtype":"F32","shape":[0],"data_offsets":[0,4])",
                    "\"x\" has 4 bytes where its shape asks for 0");
}

TEST_F(MalformedSafetensors, has_dimensions_whose_product_overflows) {
  expect_bad_tensor(R"("dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0])",
                    "impossibly large dimensions");
  expect_bad_tensor(R"("dtype":"F64","shape":[2305843009213693952],"data_offsets":[0,0])",
                    "impossibly large dimensions");
}

}  // namespace
}  // namespace canter
