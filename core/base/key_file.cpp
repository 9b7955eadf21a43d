#include "base/key_file.h"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace canter {

bool is_key(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

Result<SecretKey> read_key_file(const std::filesystem::path& path) {
  constexpr std::size_t kLongest = 4096;
  std::ifstream file(path, std::ios::binary);
  std::string line(kLongest + 1, '\0');
  file.read(line.data(), std::streamsize(line.size()));
  if (!file && !file.eof())
    return fail(ErrorKind::kIo,
                "the key file " + path.string() + " cannot be read, check its name");
  line.resize(std::size_t(file.gcount()));
  line.resize(std::min(line.find('\n'), line.size()));
  const std::size_t first = line.find_first_not_of(" \t\r");
  line = first == line.npos ? std::string()
                            : line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
  if (line.empty() || line.size() > kLongest || !is_key(line))
    return fail(ErrorKind::kUsage, "the first line of " + path.string() +
                                       " is no key, write one of ASCII letters and digits");
  SecretKey key{.text = line};
#if !defined(_WIN32)
  std::error_code ignored;
  const auto rights = std::filesystem::status(path, ignored).permissions();
  key.others_can_read = (rights & std::filesystem::perms::others_read) != std::filesystem::perms();
#endif
  return key;
}

}  // namespace canter
