#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "support/family_cases.h"

namespace canter::tuning {

/// Masks cannot be learned for these: their layers differ, or are no attention.
constexpr std::array<std::string_view, 12> kFamiliesWithoutMasks = {
    "falcon-rw", "qwen2moe", "gemma4",   "gemma4moe", "granitehybrid", "lfm2",
    "lfm2moe",   "phi3",     "phi4mini", "qwen35",    "qwen35-nested", "qwen35moe"};

inline bool takes_masks(const test::FamilyFile& file) {
  return std::ranges::find(kFamiliesWithoutMasks, file.family) == kFamiliesWithoutMasks.end();
}

/// Those of the others. Told by their names, since every test program asks before it begins.
inline std::vector<test::FamilyFile> family_files_with_masks() {
  auto files = test::family_files();
  std::erase_if(files, [](const test::FamilyFile& file) { return !takes_masks(file); });
  return files;
}

}  // namespace canter::tuning
