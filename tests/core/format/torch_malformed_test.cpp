#include <gmock/gmock.h>

#include "byte_builder.h"
#include "format/pickle.h"
#include "format/torch_checkpoint.h"
#include "support/temporary_directory.h"
#include "support/torch_file.h"

namespace canter {
namespace {

namespace pickled = test::pickled;
using pickled::number;
using pickled::text;
using testing::HasSubstr;

/// The parts of a tensor's description, of which a test spoils one.
struct Description {
  std::string storage = pickled::storage("FloatStorage", "0", 6);
  std::string offset = number(0);
  std::string shape = pickled::tuple({2, 3});
  std::string strides = pickled::tuple({3, 1});

  std::string stream() const {
    return pickled::dictionary(text("x") + pickled::tensor(storage, offset, shape, strides));
  }
};

class MalformedTorchCheckpoint : public testing::Test {
 protected:
  void expect_refused(std::string_view bytes, ErrorKind kind, const std::string& reason) {
    const auto path = directory_.path() / "bad.bin";
    test::write_bytes(path, bytes);
    const auto file = TorchCheckpoint::open(path);
    ASSERT_FALSE(file) << reason;
    EXPECT_EQ(file.error().kind, kind) << file.error().message;
    EXPECT_THAT(file.error().message, testing::StartsWith("\"bad.bin\""));
    EXPECT_THAT(file.error().message, HasSubstr(reason));
    EXPECT_EQ(file.error().message.find('\n'), std::string::npos);
  }
  void expect_bad(std::string_view bytes, const std::string& reason) {
    expect_refused(bytes, ErrorKind::kBadFile, reason);
  }
  void expect_unsupported(std::string_view bytes, const std::string& reason) {
    expect_refused(bytes, ErrorKind::kUnsupported, reason);
  }
  /// Of the storage's 6 numbers.
  void expect_bad_tensor(const Description& description, const std::string& reason) {
    expect_bad(test::torch_file(description.stream(), std::string(24, '\1')), reason);
  }

  test::TemporaryDirectory directory_;
};

TEST(TorchCheckpointOpen, names_a_file_that_is_missing) {
  const test::TemporaryDirectory directory;
  const auto file = TorchCheckpoint::open(directory.path() / "missing.bin");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind, ErrorKind::kIo);
  EXPECT_THAT(file.error().message, HasSubstr("missing.bin"));
}

TEST_F(MalformedTorchCheckpoint, is_no_zip_archive) {
  expect_bad("", "has 0 entries named data.pkl");
  expect_bad("PK\3\4", "cannot be read as a zip archive");
  expect_bad("<!DOCTYPE html>", "cannot be read as a zip archive");
  expect_bad(std::string(1000, 'x'), "cannot be read as a zip archive");
}

TEST_F(MalformedTorchCheckpoint, is_of_the_form_before_zip) {
  expect_unsupported("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.",
                     "before PyTorch 1.6, which is not read here; convert it in Python");
}

TEST_F(MalformedTorchCheckpoint, is_cut_off) {
  const std::string sound = test::torch_file(Description().stream(), std::string(24, '\1'));
  const auto path = directory_.path() / "cut.bin";
  test::write_bytes(path, sound);
  ASSERT_TRUE(TorchCheckpoint::open(path));
  for (std::size_t length = sound.size(); length-- > 0;) {
    std::filesystem::resize_file(path, length);
    const auto file = TorchCheckpoint::open(path);
    ASSERT_FALSE(file) << length;
    EXPECT_EQ(file.error().kind, ErrorKind::kBadFile) << file.error().message;
  }
}

TEST_F(MalformedTorchCheckpoint, is_an_archive_of_something_else) {
  expect_bad(test::zip_archive({{"word/document.xml", "x"}}), "0 entries named data.pkl");
  expect_bad(test::zip_archive({{"data.pkl", "x"}}), "0 entries named data.pkl");
  expect_bad(test::zip_archive({{"a/data.pkl", "x"}, {"b/data.pkl", "x"}}),
             "2 entries named data.pkl");
}

TEST_F(MalformedTorchCheckpoint, has_compressed_or_encrypted_entries) {
  expect_unsupported(test::zip_archive({{"a/data.pkl", "x", 8}}),
                     "entry \"a/data.pkl\" is compressed");
  expect_unsupported(test::zip_archive({{"a/data.pkl", "x"}, {"a/data/0", "x", 0, 1}}),
                     "entry \"a/data/0\" is compressed or encrypted");
}

TEST_F(MalformedTorchCheckpoint, has_an_entry_twice) {
  expect_bad(test::zip_archive({{"a/data.pkl", "x"}, {"a/data/0", "1"}, {"a/data/0", "2"}}),
             "has the entry \"a/data/0\" twice");
}

TEST_F(MalformedTorchCheckpoint, announces_an_entry_that_is_larger_than_the_file) {
  std::string bytes = test::torch_file(Description().stream(), std::string(24, '\1'));
  const std::size_t directory = bytes.find("PK\1\2", bytes.find("PK\1\2") + 1);
  for (const std::size_t field : {20, 24}) bytes.replace(directory + field, 4, "\xff\xff\xff\x7f");
  expect_bad(bytes, "announces 2147483647 bytes in a file of");
}

TEST_F(MalformedTorchCheckpoint, was_made_for_another_order_of_bytes) {
  const std::string stream = Description().stream();
  const std::string storage(24, '\1');
  expect_unsupported(
      test::zip_archive({{"a/data.pkl", stream}, {"a/data/0", storage}, {"a/byteorder", "big"}}),
      "another order of bytes");
  test::write_bytes(
      directory_.path() / "little.bin",
      test::zip_archive(
          {{"a/data.pkl", stream}, {"a/data/0", storage}, {"a/byteorder", "little"}}));
  EXPECT_TRUE(TorchCheckpoint::open(directory_.path() / "little.bin"));
}

TEST_F(MalformedTorchCheckpoint, wants_to_run_something) {
  const std::string system =
      pickled::name("os", "system") + pickled::tuple({text("touch /tmp/x")}) + "R";
  expect_unsupported(test::torch_file(pickled::dictionary(text("x") + system), ""),
                     "data.pkl wants \"os.system\"");
}

TEST_F(MalformedTorchCheckpoint, has_a_description_that_is_no_dictionary) {
  for (const std::string& root : {number(1), std::string("]"), Description().storage})
    expect_unsupported(test::torch_file(pickled::kProtocol2 + root + ".", ""),
                       "holds no dictionary of tensors; convert");
  expect_bad(test::torch_file(pickled::dictionary("K\1K\2"), ""), "a key that is no text");
}

TEST_F(MalformedTorchCheckpoint, has_a_description_that_is_too_long) {
  expect_bad(test::torch_file(std::string(kPickleMostBytes + 1, 'N'), ""),
             "too many for names and shapes");
}

TEST_F(MalformedTorchCheckpoint, has_a_tensor_twice) {
  const Description x;
  const std::string item = text("x") + pickled::tensor(x.storage, x.offset, x.shape, x.strides);
  expect_bad(test::torch_file(pickled::dictionary(item + item), std::string(24, '\1')),
             "names \"x\" twice");
}

TEST_F(MalformedTorchCheckpoint, has_a_tensor_of_too_few_or_too_many_values) {
  const auto call = [](const std::string& function, const std::string& arguments) {
    return test::torch_file(
        pickled::dictionary(text("x") + pickled::name("torch._utils", function) + arguments + "R"),
        "");
  };
  expect_bad(call("_rebuild_tensor_v2", ")"), "tensor \"x\" is described by 0 values");
  expect_bad(call("_rebuild_tensor_v2", "(NNNNNNNNt"), "described by 8 values");
  expect_bad(call("_rebuild_parameter", ")"), "parameter \"x\" is empty");
}

TEST_F(MalformedTorchCheckpoint, has_a_tensor_whose_storage_is_none) {
  const std::string type = pickled::name("torch", "FloatStorage");
  const auto identifier = [&](const std::string& kind, const std::string& of_type,
                              const std::string& key) {
    return pickled::tuple({kind, of_type, key, text("cpu"), number(6)}) + "Q";
  };
  expect_bad_tensor({.storage = "N"}, "tensor \"x\" has no storage");
  for (const std::string& storage :
       {std::string("NQ"), std::string(")Q"), text("0") + "Q",
        pickled::tuple({text("storage"), type, text("0")}) + "Q",
        identifier(text("module"), type, text("0")), identifier("N", type, text("0")),
        identifier(text("storage"), text("FloatStorage"), text("0")),
        identifier(text("storage"), type, number(0))})
    expect_bad_tensor({.storage = storage}, "a storage that is not described as one");
  expect_bad_tensor({.storage = identifier(text("storage"),
                                           pickled::name("collections", "OrderedDict"), text("0"))},
                    "storage of unknown type");
}

TEST_F(MalformedTorchCheckpoint, has_a_tensor_whose_storage_is_missing_or_of_another_size) {
  expect_bad_tensor({.storage = pickled::storage("FloatStorage", "1", 6)},
                    "numbers in \"1\", which is missing");
  expect_bad_tensor({.storage = pickled::storage("FloatStorage", "../data.pkl", 6)},
                    "which is missing");
  for (const int elements : {5, 7, -6})
    expect_bad_tensor({.storage = pickled::storage("FloatStorage", "0", elements)},
                      "whose 24 bytes are not what it announces");
  expect_bad_tensor({.storage = pickled::storage("HalfStorage", "0", 6)}, "whose 24 bytes");
  const std::string huge("\x8a\x08\6\0\0\0\0\0\0\x40", 10);  // times 4 is 24, modulo 2^64
  expect_bad_tensor(
      {.storage = pickled::tuple({text("storage"), pickled::name("torch", "FloatStorage"),
                                  text("0"), text("cpu"), huge}) +
                  "Q"},
      "whose 24 bytes");
}

TEST_F(MalformedTorchCheckpoint, has_a_tensor_that_does_not_lie_in_its_storage) {
  expect_bad_tensor({.offset = number(1)}, "needs 6 numbers from 1 but its storage has 6");
  expect_bad_tensor({.offset = std::string("\x8a\x08\xff\xff\xff\xff\xff\xff\xff\x7f", 10)},
                    "but its storage has 6");
  expect_bad_tensor({.shape = pickled::tuple({3, 3})}, "needs 9 numbers from 0");
  expect_bad_tensor({.offset = number(7), .shape = pickled::tuple({0, 3})},
                    "needs 0 numbers from 7");
}

TEST_F(MalformedTorchCheckpoint, has_a_tensor_without_offset_shape_or_strides) {
  const std::string reason = "no offset, shape and strides of whole numbers";
  expect_bad_tensor({.offset = number(-1)}, reason);
  expect_bad_tensor({.offset = "N"}, reason);
  for (const std::string& list :
       {std::string("N"), number(6), std::string("]"), pickled::tuple({2, -3}),
        pickled::tuple({text("2"), text("3")}), pickled::tuple({6}), pickled::tuple({1, 2, 3}),
        pickled::tuple(std::vector<std::int32_t>(65, 1))}) {
    expect_bad_tensor({.shape = list}, reason);
    expect_bad_tensor({.strides = list}, reason);
  }
}

TEST_F(MalformedTorchCheckpoint, has_dimensions_whose_product_overflows) {
  const std::vector<std::int32_t> half(3, 1 << 30);
  expect_bad_tensor({.shape = pickled::tuple(half), .strides = pickled::tuple({1, 1, 1})},
                    "impossibly large dimensions");
}

}  // namespace
}  // namespace canter
