#include "format/gguf_split.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <system_error>

#include "format/message.h"

namespace canter {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNumberKey = "split.no";
constexpr std::string_view kCountKey = "split.count";
constexpr std::string_view kTensorsKey = "split.tensors.count";
constexpr std::size_t kDigits = 5;
constexpr std::string_view kOf = "-of-";
constexpr std::size_t kTail = 1 + kDigits + kOf.size() + kDigits;  // -00002-of-00005

std::optional<int> number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = 10 * number + (c - '0');
  }
  return number;
}

std::string part_tail(int number, int count) {
  char tail[32];
  std::snprintf(tail, sizeof tail, "-%05d-of-%05d", number, count);
  return tail;
}

/// `parts 2, 3 and 7`
std::string parts_text(const std::vector<int>& numbers) {
  constexpr std::size_t kNamed = 8;
  const std::size_t named = std::min(numbers.size(), kNamed);
  std::string text = numbers.size() == 1 ? "part " : "parts ";
  for (std::size_t i = 0; i < named; ++i) {
    const bool last = i + 1 == numbers.size();
    text += (i == 0 ? "" : last ? " and " : ", ") + std::to_string(numbers[i]);
  }
  if (numbers.size() > named) text += " and " + std::to_string(numbers.size() - named) + " more";
  return text;
}

}  // namespace

std::optional<GgufPartName> parse_gguf_part_name(const fs::path& path) {
  const std::string stem = path.stem().string();
  if (stem.size() <= kTail) return std::nullopt;
  const std::string_view tail = std::string_view(stem).substr(stem.size() - kTail);
  const auto number = number_of(tail.substr(1, kDigits));
  const auto count = number_of(tail.substr(kTail - kDigits));
  if (tail[0] != '-' || tail.substr(1 + kDigits, kOf.size()) != kOf || !number || !count ||
      *number < 1 || *number > *count)
    return std::nullopt;
  return GgufPartName{stem.substr(0, stem.size() - kTail), *number, *count};
}

fs::path gguf_part(const fs::path& path, int number) {
  const auto name = parse_gguf_part_name(path);
  if (!name) return path;
  fs::path part = name->model + part_tail(number, name->count);
  part += path.extension();
  return path.parent_path() / part;
}

std::string gguf_model_name(const fs::path& path) {
  const auto name = parse_gguf_part_name(path);
  return name ? name->model : path.stem().string();
}

bool is_gguf_split_key(const std::string& key) {
  return key == kNumberKey || key == kCountKey || key == kTensorsKey;
}

Result<GgufSplit> read_gguf_split(const GgufMetadata& metadata, const std::string& file) {
  // A value that is no number counts as one that makes no sense.
  const auto read = [&](std::string_view key, std::int64_t missing) -> std::int64_t {
    const auto found = metadata.find(key);
    if (found == metadata.end()) return missing;
    const auto* number = std::get_if<std::int64_t>(&found->second.value);
    return number ? *number : -1;
  };
  const std::int64_t number = read(kNumberKey, 0), count = read(kCountKey, 1),
                     tensors = read(kTensorsKey, 0);
  // Files that are whole say 0 or 1.
  if (count == 0 || (count == 1 && number == 0)) return GgufSplit{};
  if (count < 1 || count > std::numeric_limits<std::uint16_t>::max() || number < 0 ||
      number >= count || tensors < 0)
    return fail(ErrorKind::kBadFile,
                file + " contradicts itself on which part of a split model it is; " +
                    std::string(kDamagedFile));
  return GgufSplit{int(number) + 1, int(count), tensors};
}

Result<std::vector<fs::path>> find_gguf_parts(const fs::path& path, const GgufSplit& split) {
  const std::string file = file_name_in_quotes(path);
  const auto name = parse_gguf_part_name(path);
  if (!name || name->number != split.number || name->count != split.count)
    return fail(ErrorKind::kBadFile,
                file + " is part " + std::to_string(split.number) + " of " +
                    std::to_string(split.count) + " of a split model, but is not named so: the " +
                    "end of its name has to be \"" + part_tail(split.number, split.count) +
                    ".gguf\", as its publisher named it");
  std::vector<fs::path> parts;
  std::vector<int> missing;
  for (int number = 1; number <= split.count; ++number) {
    parts.push_back(number == split.number ? path : gguf_part(path, number));
    std::error_code ignored;
    if (!fs::exists(parts.back(), ignored)) missing.push_back(number);
  }
  if (!missing.empty())
    return fail(ErrorKind::kBadFile,
                file + " is one of " + std::to_string(split.count) + " parts of a model; " +
                    parts_text(missing) + (missing.size() == 1 ? " is" : " are") + " missing (" +
                    file_name_in_quotes(gguf_part(path, missing.front())) +
                    (missing.size() == 1 ? "" : ", …") + "): download all of them into one folder");
  return parts;
}

}  // namespace canter
