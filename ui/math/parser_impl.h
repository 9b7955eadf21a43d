#pragma once

#include <string>
#include <string_view>

#include "math/alphabets.h"
#include "math/build.h"
#include "math/reader.h"

namespace canter::ui::math {

/// Makes the tree of a formula. Its commands are in commands.cpp, its tables in environments.cpp.
class Parser {
 public:
  explicit Parser(std::u32string_view tex, int depth = 0) : reader_(tex), depth_(depth) {}

  /// The whole formula; lines of it that no environment asks for become rows.
  Node whole();
  bool too_large() const { return too_large_; }

 private:
  static constexpr int kDeepest = 40;
  static constexpr int kMostNodes = 12'000;

  enum class Until { kEnd, kLine, kBrace, kFence, kCell };

  bool ends(Until until) const;
  Node row(Until until);
  void add_part(std::vector<Node>& parts);
  Node part();
  Node typed(char32_t c) const;
  Node braces();
  /// A group, a command or one character.
  Node argument();
  Node scripts(Node base);

  static bool is_infix(const std::string& name);
  static Node infix(const std::string& name, Node above, Node below);
  /// The delimiter that comes next; 0: none, or one that is not drawn.
  char32_t delimiter();
  Node fenced();
  Node prose(const std::u32string& text, Alphabet alphabet);

  Node command();
  bool structure(const std::string& name, Node& node);
  bool fraction_command(const std::string& name, Node& node);
  bool above_or_below(const std::string& name, Node& node);
  bool styled(const std::string& name, Node& node);
  bool sized_delimiter(const std::string& name, Node& node);
  bool silent(const std::string& name, Node& node);
  Node optional_argument();
  Node with_alphabet(Alphabet alphabet);
  Node negation();

  Node environment();
  Node stack();
  Node table(TableStyle style, std::u32string columns);
  void table_row(Node& table);

  Reader reader_;
  Alphabet alphabet_ = Alphabet::kDefault;
  int depth_ = 0;
  int nodes_ = 0;
  bool too_large_ = false;
};

}  // namespace canter::ui::math
