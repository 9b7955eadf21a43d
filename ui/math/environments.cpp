#include <unordered_map>

#include "math/parser_impl.h"

namespace canter::ui::math {
namespace {

struct Environment {
  TableStyle style = TableStyle::kMatrix;
  char32_t open = 0;
  char32_t close = 0;
  bool columns = false;  ///< an argument says how these stand
};

const Environment* find_environment(const std::string& name) {
  static const std::unordered_map<std::string, Environment> known = {
      {"matrix", {TableStyle::kMatrix}},
      {"pmatrix", {TableStyle::kMatrix, U'(', U')'}},
      {"bmatrix", {TableStyle::kMatrix, U'[', U']'}},
      {"Bmatrix", {TableStyle::kMatrix, U'{', U'}'}},
      {"vmatrix", {TableStyle::kMatrix, U'|', U'|'}},
      {"Vmatrix", {TableStyle::kMatrix, U'‖', U'‖'}},
      {"smallmatrix", {TableStyle::kSmallMatrix}},
      {"psmallmatrix", {TableStyle::kSmallMatrix, U'(', U')'}},
      {"bsmallmatrix", {TableStyle::kSmallMatrix, U'[', U']'}},
      {"cases", {TableStyle::kCases, U'{', 0}},
      {"dcases", {TableStyle::kCases, U'{', 0}},
      {"rcases", {TableStyle::kCases, 0, U'}'}},
      {"array", {TableStyle::kArray, 0, 0, true}},
      {"tabular", {TableStyle::kArray, 0, 0, true}},
      {"aligned", {TableStyle::kAligned}},
      {"align", {TableStyle::kAligned}},
      {"alignat", {TableStyle::kAligned, 0, 0, true}},
      {"alignedat", {TableStyle::kAligned, 0, 0, true}},
      {"flalign", {TableStyle::kAligned}},
      {"eqnarray", {TableStyle::kAligned}},
      {"split", {TableStyle::kAligned}},
      {"gather", {TableStyle::kGathered}},
      {"gathered", {TableStyle::kGathered}},
      {"multline", {TableStyle::kGathered}},
      {"equation", {TableStyle::kGathered}},
      {"displaymath", {TableStyle::kGathered}},
      {"math", {TableStyle::kGathered}},
      {"subarray", {TableStyle::kStack, 0, 0, true}}};
  const auto found = known.find(name);
  return found == known.end() ? nullptr : &found->second;
}

}  // namespace

Node Parser::environment() {
  std::string name = ascii(reader_.braced());
  if (name.ends_with('*')) name.pop_back();
  const Environment* known = find_environment(name);
  const Environment plain{TableStyle::kAligned, 0, 0, false};
  if (known == nullptr) known = &plain;
  reader_.bracketed();
  Node body = table(known->style, known->columns ? reader_.braced() : std::u32string());
  if (known->open == 0 && known->close == 0) return body;
  return fence(known->open, std::move(body), known->close);
}

/// Lines in the braces of \substack.
Node Parser::stack() {
  const std::u32string lines = reader_.braced();
  Parser inside(lines, depth_ + 1);
  Node found = inside.whole();
  too_large_ = too_large_ || inside.too_large_;
  found.table = TableStyle::kStack;
  return found;
}

/// Rows up to the next \end, whatever that ends.
Node Parser::table(TableStyle style, std::u32string columns) {
  Node table;
  table.kind = Node::Kind::kTable;
  table.table = style;
  table.text = std::move(columns);
  const Alphabet before = alphabet_;
  ++depth_;
  while (true) {
    table_row(table);
    if (reader_.at_end() || reader_.peek_command() == "end") break;
    reader_.command();  // the end of a row
    reader_.bracketed();
  }
  --depth_;
  alphabet_ = before;
  if (!reader_.at_end()) {
    reader_.command();
    reader_.braced();
  }
  // A line break before the end begins no row.
  if (table.children.size() > 1 && table.children.back().children.size() == 1 &&
      table.children.back().children.front().empty())
    table.children.pop_back();
  return table;
}

void Parser::table_row(Node& table) {
  reader_.skip_blanks();
  while (reader_.peek_command() == "hline" || reader_.peek_command() == "toprule" ||
         reader_.peek_command() == "midrule" || reader_.peek_command() == "bottomrule") {
    reader_.command();
    table.lines.push_back(int(table.children.size()));
    reader_.skip_blanks();
  }
  Node line = group();
  do {
    line.children.push_back(row(Until::kCell));
  } while (reader_.take(U'&'));
  table.children.push_back(std::move(line));
}

}  // namespace canter::ui::math
