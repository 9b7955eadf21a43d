#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tokenizer/encoders/merge_table.h"

namespace canter {

/// What a BPE model is made of; names as in tokenizer.json.
struct BpeSettings {
  std::vector<Merge> merges;
  TokenId unknown = -1;        ///< stands for characters without a token; -1: they are lost
  bool fuse_unknown = false;   ///< several in a row become one
  bool byte_fallback = false;  ///< they become tokens such as `<0x41>` instead, if there are such
  bool ignore_merges = false;  ///< a word that is a token is not put together from parts
};

/// Byte-pair encoding of single words. Immutable and safe to share between threads.
class BpeModel {
 public:
  /// The vocabulary has to outlive the model.
  BpeModel(const Vocabulary& vocabulary, BpeSettings settings);

  const BpeSettings& settings() const { return settings_; }
  std::size_t memory_bytes() const {
    return settings_.merges.capacity() * sizeof(Merge) + merges_.memory_bytes();
  }

  /// Memory that encoding one word after the other can use again.
  struct Workspace {
    struct Symbol {
      TokenId token;  // -1: merged into the one before
      std::int32_t previous;
      std::int32_t next;
    };
    struct Candidate {
      std::uint32_t rank;
      std::int32_t position;
      TokenId result;
    };
    std::vector<Symbol> symbols;
    std::vector<Candidate> heap;
  };

  /// Appends the tokens of `word`, well-formed UTF-8. Time n log n.
  void encode(std::string_view word, Workspace& workspace, std::vector<TokenId>& tokens) const;

 private:
  TokenId token_of(std::string_view character) const;
  void begin(std::string_view word, std::vector<Workspace::Symbol>& symbols) const;
  void merge(Workspace& workspace) const;
  void add_candidate(Workspace& workspace, std::int32_t position) const;

  const Vocabulary* vocabulary_;
  BpeSettings settings_;
  MergeTable merges_;
  std::array<TokenId, 0x800> short_characters_;  ///< tokens of those of one or two bytes
  std::array<TokenId, 256> bytes_;               ///< `<0x00>` and so on
};

}  // namespace canter
