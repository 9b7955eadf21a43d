#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "core/tokenizer/samples.h"

namespace canter::test {

/// The lines of a file of right answers.
inline std::vector<nlohmann::json> golden_lines(const std::filesystem::path& path) {
  std::istringstream file(read_file(path));
  std::vector<nlohmann::json> all;
  for (std::string line; std::getline(file, line);) all.push_back(nlohmann::json::parse(line));
  EXPECT_FALSE(all.empty()) << path;
  return all;
}

/// For messages.
inline std::string short_text(const nlohmann::json& line) {
  return line.dump(-1, ' ', true).substr(0, 300);
}

inline void expect_golden_tokens(const Tokenizer& tokenizer,
                                 const std::vector<nlohmann::json>& lines) {
  for (const auto& line : lines) {
    const auto text = line["text"].get<std::string>();
    const auto tokens =
        tokenizer.encode(text, {.add_bos = false, .allow_special = line["special"].get<bool>()});
    ASSERT_TRUE(tokens) << tokens.error().message;
    EXPECT_EQ(*tokens, line["ids"].get<std::vector<TokenId>>()) << short_text(line);
  }
}

}  // namespace canter::test
