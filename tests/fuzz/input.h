#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/utf8.h"
#include "support/temporary_directory.h"

/// What every program of this folder defines; called by libFuzzer or by replay.cpp.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace canter::fuzz {

/// Ends the program where something does not hold that a caller relies on.
inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::cerr << "Does not hold: " << what << '\n';
  std::abort();
}

/// An error is one line that can be shown.
inline void require_useful(const Error& error) {
  const bool useful = error.message.size() > 20 && is_valid_utf8(error.message) &&
                      error.message.find('\n') == std::string::npos;
  require(useful, "an error is one line of text, unlike: " + error.message);
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// An input for several files: its parts, one after the other, with this line between them.
class Parts {
 public:
  explicit Parts(std::string_view input) : rest_(input) {}

  /// Empty when there is none left.
  std::string_view next() {
    constexpr std::string_view kLine = "\n---\n";
    const std::size_t end = rest_.find(kLine);
    const std::string_view part = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + kLine.size());
    return part;
  }
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

/// Files that are written anew for each input.
class Folder {
 public:
  const std::filesystem::path& path() const { return directory_.path(); }

  std::filesystem::path write(const char* name, std::string_view bytes) const {
    const auto file = path() / name;
    // Not emptied first: some file systems then put each version on the disk.
    if (!std::filesystem::exists(file)) std::ofstream{file};
    std::fstream(file, std::ios::in | std::ios::out | std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    std::filesystem::resize_file(file, bytes.size());
    return file;
  }
  /// Not at all when it would be empty.
  void write_or_remove(const char* name, std::string_view bytes) const {
    if (bytes.empty())
      std::filesystem::remove(path() / name);
    else
      write(name, bytes);
  }

 private:
  test::TemporaryDirectory directory_;
};

}  // namespace canter::fuzz
