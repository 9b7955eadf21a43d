// The programs of this folder without libFuzzer: every file of the folders that are given, and
// for each a fixed number of changed versions, the same in every run.

#include <algorithm>
#include <csignal>
#include <random>
#include <vector>

#include "input.h"

using namespace canter;

namespace {

constexpr int kChanges = 24;

using Bytes = std::string;
using Random = std::minstd_rand;  // the standard fixes its numbers, unlike those of distributions

std::size_t below(Random& random, std::size_t bound) {
  return random() % bound;
}

void change(Bytes& bytes, Random& random) {
  if (bytes.empty()) return;
  const std::size_t at = below(random, bytes.size());
  switch (below(random, 5)) {
    case 0:
      bytes[at] = static_cast<char>(below(random, 256));
      break;
    case 1:
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(random, 8)));
      break;
    case 2:
      bytes.resize(at);
      break;
    case 3:
      bytes.erase(at, 1 + below(random, 16));
      break;
    default:
      bytes.insert(at, bytes.substr(below(random, bytes.size()), 1 + below(random, 16)));
  }
}

/// What is being tried, for whoever sees the program fail.
Bytes current;

void run(const Bytes& bytes) {
  current = bytes;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(current.data()), current.size());
}

void keep_input(int) {
  std::ofstream("crash-input", std::ios::binary) << current;
  std::cerr << "The input lies in crash-input.\n";
}

void replay(const std::filesystem::path& file) {
  std::cout << file.filename().string() << std::endl;
  std::ifstream stream(file, std::ios::binary);
  const Bytes sound(std::istreambuf_iterator<char>(stream), {});
  run(sound);
  Random random(1);
  for (int i = 0; i < kChanges; ++i) {
    Bytes changed = sound;
    for (std::size_t times = 1 + below(random, 3); times > 0; --times) change(changed, random);
    run(changed);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGABRT, keep_input);
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < argc; ++i)
    for (const auto& entry : std::filesystem::directory_iterator(argv[i]))
      files.push_back(entry.path());
  std::ranges::sort(files);
  for (const auto& file : files) replay(file);
  fuzz::require(!files.empty(), "the corpus has files");
}
