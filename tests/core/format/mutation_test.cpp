// Every short version and every small change of a sound file gives an error or a sound file whose
// tensors lie inside it. Worth the most under the sanitizers.

#include <gmock/gmock.h>

#include <array>
#include <fstream>

#include "format/gguf.h"
#include "format/safetensors.h"
#include "format/tensor_size.h"
#include "gguf_builder.h"
#include "safetensors_builder.h"
#include "support/temporary_directory.h"
#include "useful_error.h"

namespace canter {
namespace {

/// Reads all of every tensor, so that one that leaves the mapping is noticed.
template <typename File>
void expect_sound_tensors(const File& file) {
  unsigned sum = 0;
  for (const TensorEntry& tensor : file.tensors()) {
    const TensorTypeInfo* info = tensor_type_info(tensor.type);
    if (info) {
      ASSERT_EQ(tensor_bytes(*info, tensor.shape), tensor.bytes.size());
    }
    ASSERT_LE(tensor.bytes.size(), file.file_bytes());
    ASSERT_NE(file.tensor(tensor.name), nullptr);
    for (std::byte byte : tensor.bytes) sum += std::to_integer<unsigned>(byte);
  }
  [[maybe_unused]] volatile unsigned use = sum;
}

/// Changes one file in place, which is many times faster than writing it anew.
template <typename File>
class Mutations {
 public:
  explicit Mutations(std::string sound) : sound_(std::move(sound)) {
    test::write_bytes(path_, sound_);
    stream_.open(path_, std::ios::in | std::ios::out | std::ios::binary);
  }

  void cut_everywhere() {
    ASSERT_TRUE(File::open(path_));
    for (std::size_t length = sound_.size(); length-- > 0;) {
      std::filesystem::resize_file(path_, length);
      const auto file = File::open(path_);
      ASSERT_FALSE(file) << "cut to " << length << " bytes";
      expect_useful(file.error());
    }
  }

  void change_every_byte() {
    constexpr std::array<unsigned char, 7> kFlips{0x01, 0x02, 0x08, 0x20, 0x7f, 0x80, 0xff};
    for (std::size_t i = 0; i < sound_.size(); ++i) {
      for (unsigned char flip : kFlips) {
        SCOPED_TRACE(testing::Message() << "byte " << i << " changed by " << int{flip});
        const auto changed = static_cast<char>(static_cast<unsigned char>(sound_[i]) ^ flip);
        check_with(i, {&changed, 1});
      }
    }
  }

  void overwrite_every_8_bytes() {
    constexpr std::array<std::uint64_t, 5> kValues{0, 1, std::uint64_t{1} << 32,
                                                   std::uint64_t{1} << 60, ~std::uint64_t{0}};
    for (std::size_t i = 0; i + 8 <= sound_.size(); ++i) {
      for (std::uint64_t value : kValues) {
        SCOPED_TRACE(testing::Message() << "bytes from " << i << " replaced by " << value);
        check_with(i, test::ByteBuilder().u64(value).bytes());
      }
    }
  }

 private:
  void check_with(std::size_t position, std::string_view bytes) {
    put(position, bytes);
    if (const auto file = File::open(path_)) {
      expect_sound_tensors(*file);
    } else {
      expect_useful(file.error());
    }
    put(position, std::string_view(sound_).substr(position, bytes.size()));
  }
  void put(std::size_t position, std::string_view bytes) {
    stream_.seekp(static_cast<std::streamoff>(position));
    stream_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream_.flush();
    ASSERT_TRUE(stream_);
  }

  std::string sound_;
  test::TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_.path() / "file.bin";
  std::fstream stream_;
};

TEST(GgufMutations, cut_at_any_length_are_refused) {
  Mutations<GgufFile>(test::small_gguf()).cut_everywhere();
}

TEST(GgufMutations, of_one_byte_give_an_error_or_a_sound_file) {
  Mutations<GgufFile>(test::small_gguf()).change_every_byte();
}

TEST(GgufMutations, of_8_bytes_give_an_error_or_a_sound_file) {
  Mutations<GgufFile>(test::small_gguf()).overwrite_every_8_bytes();
}

TEST(SafetensorsMutations, cut_at_any_length_are_refused) {
  Mutations<SafetensorsFile>(test::small_safetensors()).cut_everywhere();
}

TEST(SafetensorsMutations, of_one_byte_give_an_error_or_a_sound_file) {
  Mutations<SafetensorsFile>(test::small_safetensors()).change_every_byte();
}

TEST(SafetensorsMutations, of_8_bytes_give_an_error_or_a_sound_file) {
  Mutations<SafetensorsFile>(test::small_safetensors()).overwrite_every_8_bytes();
}

}  // namespace
}  // namespace canter
