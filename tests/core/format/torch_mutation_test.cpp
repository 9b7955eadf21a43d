// Every small change of a sound checkpoint gives an error or a checkpoint that can be read. Worth
// the most under the sanitizers.

#include <gtest/gtest.h>

#include <array>
#include <fstream>

#include "byte_builder.h"
#include "format/torch_checkpoint.h"
#include "support/temporary_directory.h"
#include "support/torch_file.h"
#include "useful_error.h"

namespace canter {
namespace {

/// Reads all of every tensor.
void expect_error_or_sound(const std::filesystem::path& path) {
  const auto file = TorchCheckpoint::open(path);
  if (!file) return expect_useful(file.error());
  for (const TorchTensor& tensor : file->tensors()) {
    ASSERT_NE(file->tensor(tensor.name), nullptr);
    const auto bytes = file->read(tensor);
    if (bytes) {
      EXPECT_EQ(bytes->size(), tensor.bytes);
    } else {
      expect_useful(bytes.error());
    }
  }
}

/// Calls `check` with every change of one byte and of eight.
template <typename Check>
void for_every_change(const std::string& sound, const Check& check) {
  constexpr std::array<unsigned char, 7> kFlips{0x01, 0x02, 0x08, 0x20, 0x7f, 0x80, 0xff};
  constexpr std::array<std::uint64_t, 4> kValues{0, 1, std::uint64_t{1} << 60, ~std::uint64_t{0}};
  for (std::size_t i = 0; i < sound.size(); ++i) {
    for (const unsigned char flip : kFlips) {
      SCOPED_TRACE(testing::Message() << "byte " << i << " changed by " << int{flip});
      std::string changed = sound;
      changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ flip);
      check(changed);
    }
    for (const std::uint64_t value : kValues) {
      if (i + sizeof value > sound.size()) break;
      SCOPED_TRACE(testing::Message() << "bytes from " << i << " replaced by " << value);
      std::string changed = sound;
      check(changed.replace(i, sizeof value, test::ByteBuilder().u64(value).bytes()));
    }
  }
}

/// A file that is overwritten in place, which is many times faster than making it anew.
class TorchMutations : public testing::Test {
 protected:
  void start(const std::string& sound) {
    test::write_bytes(path_, sound);
    const auto file = TorchCheckpoint::open(path_);
    ASSERT_TRUE(file) << file.error().message;
    stream_.open(path_, std::ios::in | std::ios::out | std::ios::binary);
  }
  void check(const std::string& bytes) {
    stream_.seekp(0);
    stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream_.flush();
    ASSERT_TRUE(stream_);
    expect_error_or_sound(path_);
  }

  test::TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_.path() / "file.bin";
  std::fstream stream_;
};

TEST_F(TorchMutations, of_the_archive_give_an_error_or_a_sound_file) {
  const std::string sound = test::torch_file({{"x", "HalfStorage", {2, 1}, "1234"}});
  start(sound);
  for_every_change(sound, [&](const std::string& bytes) { check(bytes); });
}

/// Behind a sound checksum, where the archive's reader cannot notice them.
TEST_F(TorchMutations, of_the_description_give_an_error_or_a_sound_file) {
  const std::string original = test::read_bytes(CANTER_TEST_DATA "/reference/bita-checkpoint.bin");
  const std::size_t begin = original.find("\x80\x02");
  const std::size_t end = original.find("b.PK");
  ASSERT_NE(end, std::string::npos);
  const std::string description = original.substr(begin, end + 2 - begin);
  const auto with = [](const std::string& pickle) {
    return test::zip_archive({{"a/data.pkl", pickle},
                              {"a/data/0", std::string(256, '\1')},
                              {"a/data/1", std::string(512, '\1')},
                              {"a/data/2", std::string(8, '\1')},
                              {"a/data/3", std::string(8, '\1')}});
  };
  start(with(description));
  for_every_change(description, [&](const std::string& pickle) { check(with(pickle)); });
}

}  // namespace
}  // namespace canter
