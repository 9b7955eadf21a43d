#include "support/changed_gguf.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace canter::test {
namespace {

GgufFile opened(const std::filesystem::path& path) {
  auto file = GgufFile::open(path);
  if (!file) throw std::runtime_error(file.error().message);
  return std::move(*file);
}

void write(const std::filesystem::path& path, const GgufContent& content) {
  if (const auto written = write_gguf(path, content); !written)
    throw std::runtime_error(written.error().message);
}

}  // namespace

void write_changed_gguf(const std::filesystem::path& source, const std::filesystem::path& target,
                        const std::function<void(GgufContent&)>& change) {
  const GgufFile file = opened(source);
  GgufContent content{{file.metadata().begin(), file.metadata().end()}, file.tensors()};
  change(content);
  write(target, content);
}

void set_value(GgufContent& content, const std::string& key, GgufValue value) {
  std::erase_if(content.metadata, [&](const auto& entry) { return entry.first == key; });
  content.metadata.emplace_back(key, std::move(value));
}

std::vector<std::filesystem::path> write_split_gguf(const std::filesystem::path& source,
                                                    const std::filesystem::path& folder,
                                                    const std::string& name, int parts) {
  const GgufFile file = opened(source);
  const auto count = std::ssize(file.tensors());
  std::vector<std::filesystem::path> paths;
  for (int part = 0; part < parts; ++part) {
    GgufContent content;
    if (part == 0) content.metadata.assign(file.metadata().begin(), file.metadata().end());
    set_value(content, "split.no", {GgufValueType::kUint16, std::int64_t{part}});
    set_value(content, "split.count", {GgufValueType::kUint16, std::int64_t{parts}});
    set_value(content, "split.tensors.count", {GgufValueType::kInt32, std::int64_t{count}});
    content.tensors.assign(file.tensors().begin() + count * part / parts,
                           file.tensors().begin() + count * (part + 1) / parts);
    char tail[32];
    std::snprintf(tail, sizeof tail, "-%05d-of-%05d.gguf", part + 1, parts);
    paths.push_back(folder / (name + tail));
    write(paths.back(), content);
  }
  return paths;
}

}  // namespace canter::test
