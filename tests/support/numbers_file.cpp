#include "support/numbers_file.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace canter::test {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<float> read_npy(const std::filesystem::path& path) {
  const std::string bytes = read_file(path);
  const std::size_t header = std::uint8_t(bytes.at(8)) + 256u * std::uint8_t(bytes.at(9));
  if (bytes.substr(10, header).find("'<f4'") == std::string::npos)
    throw std::runtime_error(path.string() + " is not float32");
  std::vector<float> numbers((bytes.size() - 10 - header) / sizeof(float));
  std::memcpy(numbers.data(), bytes.data() + 10 + header, numbers.size() * sizeof(float));
  return numbers;
}

}  // namespace canter::test
