#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "tokenizer/tokenizer.h"

namespace canter::test {

/// A tiny model of tests/data/families: a GGUF file, or a folder.
struct FamilyFile {
  std::string family;  ///< the folder of tests/data/families
  std::string name;    ///< of a test
  std::filesystem::path path;
};
/// For messages of tests.
inline void PrintTo(const FamilyFile& file, std::ostream* out) {
  *out << file.name;
}
std::vector<FamilyFile> family_files();

/// What the makers' library computes for it.
struct FamilyCase {
  std::vector<TokenId> tokens;
  std::vector<TokenId> next;  ///< the greedy continuation
  double nll = 0;             ///< mean over tokens[1:]
  std::vector<float> logits;  ///< after the last token
};
std::vector<FamilyCase> family_cases(const std::string& family);

struct FamilyText {
  std::string text;
  std::vector<TokenId> tokens;  ///< without start token
};
std::vector<FamilyText> family_texts(const std::string& family);

/// It ships with one. Told without opening it.
bool has_draft_head(const std::string& family);

/// Logits of the draft head behind each case's tokens and first greedy one; empty: it has none.
std::vector<std::vector<float>> draft_head_logits(const std::string& family);

}  // namespace canter::test
