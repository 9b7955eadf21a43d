#include "chat/jinja/parser.h"

#include <algorithm>
#include <utility>

#include "chat/jinja/expression_parser.h"
#include "chat/jinja/lexer.h"
#include "chat/jinja/token_stream.h"

namespace canter::jinja {
namespace {

using Words = std::initializer_list<std::string_view>;

class Parser {
 public:
  explicit Parser(std::vector<Token> tokens)
      : stream_(std::move(tokens)), expressions_(stream_, uses_) {}

  Result<Tree> run(std::string_view source) {
    uses_.tree.statements = parse_statements({}, "");
    keep_unknown(0);
    const auto& unknown = uses_.certainly_unknown;
    if (stream_.failed()) {
      return syntax_error(source, stream_.failure().offset, stream_.failure().message);
    }
    if (unknown) return syntax_error(source, unknown->offset, unknown->message);
    return std::move(uses_.tree);
  }

 private:
  /// Up to a tag whose name is among `ends`, the name itself not included. `tag` is for messages.
  Statements parse_statements(Words ends, std::string_view tag) {
    const ExpressionParser::Level level(expressions_);
    Statements statements;
    while (!stream_.failed()) {
      const Token& token = stream_.current();
      if (token.kind == TokenKind::kEnd) {
        if (ends.size() > 0)
          stream_.fail_here("Unexpected end of template. " + looking_for(ends, tag));
        break;
      }
      stream_.take();
      if (token.kind == TokenKind::kData) {
        add(statements, token, TextOutput{std::make_shared<const Text>(token.text, false)});
      } else if (token.kind == TokenKind::kVariableBegin) {
        add(statements, token, ValueOutput{expressions_.parse_tuple(true)});
        stream_.expect(TokenKind::kVariableEnd);
      } else {
        const Token& name = stream_.current();
        if (name.kind == TokenKind::kName && std::ranges::count(ends, name.text) > 0) break;
        if (name.kind != TokenKind::kName) stream_.fail_here("tag name expected");
        parse_tag(statements, ends, tag);
        stream_.expect(TokenKind::kBlockEnd);
      }
    }
    return statements;
  }

  static std::string looking_for(Words ends, std::string_view tag) {
    std::string text = "Jinja was looking for ";
    for (const std::string_view end : ends) {
      if (!text.ends_with(' ')) text += " or ";
      text += "'" + std::string(end) + "'";
    }
    return text + ". The innermost block that needs to be closed is '" + std::string(tag) + "'";
  }

  template <typename Content>
  static void add(Statements& statements, const Token& token, Content content) {
    statements.push_back({token.offset, std::move(content)});
  }

  void parse_tag(Statements& statements, Words ends, std::string_view tag) {
    const Token& token = stream_.take();
    const std::string& name = token.text;
    if (name == "if") return add(statements, token, parse_if());
    if (name == "for") return add(statements, token, parse_for());
    if (name == "set") return parse_set(statements, token);
    if (name == "macro") return add(statements, token, parse_macro());
    if (name == "call") return add(statements, token, parse_call_block());
    if (name == "filter") return add(statements, token, parse_filter_block());
    if (name == "with") return add(statements, token, parse_with());
    if (name == "print") return parse_print(statements);
    if (name == "break" || name == "continue") return parse_loop_control(statements, token);
    if (name == "generation") return parse_scope(statements, token, "endgeneration");
    if (name == "autoescape") {
      (void)expressions_.parse();
      return parse_scope(statements, token, "endautoescape");
    }
    if (name == "block") {
      (void)stream_.expect_any_name();
      for (const char* word : {"scoped", "required"}) stream_.skip_name(word);
      parse_scope(statements, token, "endblock");
      if (stream_.at(TokenKind::kName)) stream_.take();
      return;
    }
    for (const char* word : {"include", "import", "from", "extends"}) {
      if (name == word) {
        return stream_.fail(token.offset,
                            "'" + name + "' needs other templates, and there are none");
      }
    }
    std::string message = "Encountered unknown tag '" + name + "'.";
    if (ends.size() > 0) message += " " + looking_for(ends, tag);
    stream_.fail(token.offset, message);
  }

  /// A body of its own scope up to `end`, which is read.
  Statements parse_body(std::string_view end, std::string_view tag) {
    stream_.expect(TokenKind::kBlockEnd);
    const std::size_t before = uses_.unknown.size();
    Statements body = parse_statements({end}, tag);
    keep_unknown(before);
    stream_.expect_name(end);
    return body;
  }

  /// What is unknown since then is an error, in a branch or not.
  void keep_unknown(std::size_t before) {
    if (uses_.unknown.size() > before && !uses_.certainly_unknown) {
      uses_.certainly_unknown = uses_.unknown[before];
    }
    uses_.unknown.resize(std::min(before, uses_.unknown.size()));
  }

  void parse_scope(Statements& statements, const Token& token, std::string_view end) {
    With scope;
    scope.body = parse_body(end, token.text);
    add(statements, token, std::move(scope));
  }

  If parse_if() {
    If made;
    const std::size_t before = uses_.unknown.size();
    do {
      If::Branch branch;
      branch.condition = expressions_.parse_tuple(false);
      stream_.expect(TokenKind::kBlockEnd);
      branch.body = parse_statements({"elif", "else", "endif"}, "if");
      made.branches.push_back(std::move(branch));
    } while (stream_.skip_name("elif") && !stream_.failed());
    if (stream_.skip_name("else")) {
      stream_.expect(TokenKind::kBlockEnd);
      made.otherwise = parse_statements({"endif"}, "if");
    }
    stream_.expect_name("endif");
    uses_.unknown.resize(std::min(before, uses_.unknown.size()));
    return made;
  }

  For parse_for() {
    For made;
    made.target = expressions_.parse_target(false, true);
    stream_.expect_name("in");
    made.items = expressions_.parse_tuple(false);
    const std::size_t before = uses_.unknown.size();
    if (stream_.skip_name("if")) made.condition = expressions_.parse();
    made.is_recursive = stream_.skip_name("recursive");
    stream_.expect(TokenKind::kBlockEnd);
    ++loops_;
    made.body = parse_statements({"else", "endfor"}, "for");
    --loops_;
    if (stream_.skip_name("else")) {
      stream_.expect(TokenKind::kBlockEnd);
      made.otherwise = parse_statements({"endfor"}, "for");
    }
    keep_unknown(before);
    stream_.expect_name("endfor");
    return made;
  }

  void parse_set(Statements& statements, const Token& token) {
    Target target = expressions_.parse_target(true, true);
    if (stream_.skip("=")) {
      return add(statements, token, Set{std::move(target), expressions_.parse_tuple(true)});
    }
    SetBlock made{std::move(target), expressions_.parse_filters(false), {}};
    made.body = parse_body("endset", "set");
    add(statements, token, std::move(made));
  }

  void parse_parameters(Macro& macro) {
    stream_.expect("(");
    while (!stream_.at(")") && !stream_.failed()) {
      Macro::Parameter parameter;
      const std::size_t offset = stream_.current().offset;
      parameter.text = stream_.expect_any_name();
      parameter.name = uses_.tree.names.id(parameter.text);
      if (stream_.skip("=")) {
        parameter.otherwise = expressions_.parse();
      } else if (!macro.parameters.empty() && macro.parameters.back().otherwise) {
        stream_.fail(offset, "non-default argument follows default argument");
      }
      macro.parameters.push_back(std::move(parameter));
      if (!stream_.at(")")) stream_.expect(",");
    }
    stream_.expect(")");
  }

  /// The body of a macro; loops around it are none of its own.
  void parse_macro_body(Macro& macro, std::string_view end, std::string_view tag) {
    const bool caller = std::exchange(uses_.caller, false);
    const bool varargs = std::exchange(uses_.varargs, false);
    const bool kwargs = std::exchange(uses_.kwargs, false);
    const std::size_t loops = std::exchange(loops_, 0);
    macro.body = parse_body(end, tag);
    loops_ = loops;
    macro.uses_caller = uses_.caller;
    macro.uses_varargs = uses_.varargs;
    macro.uses_kwargs = uses_.kwargs;
    uses_.caller = uses_.caller || caller;
    uses_.varargs = uses_.varargs || varargs;
    uses_.kwargs = uses_.kwargs || kwargs;
  }

  Macro parse_macro() {
    Macro macro;
    macro.text = stream_.expect_any_name();
    macro.name = uses_.tree.names.id(macro.text);
    parse_parameters(macro);
    parse_macro_body(macro, "endmacro", "macro");
    return macro;
  }

  CallBlock parse_call_block() {
    auto caller = std::make_unique<Macro>();
    if (stream_.at("(")) parse_parameters(*caller);
    CallBlock made;
    made.call = expressions_.parse();
    if (made.call && made.call->kind != ExpressionKind::kCall) {
      stream_.fail(made.call->offset, "expected call");
    }
    parse_macro_body(*caller, "endcall", "call");
    made.caller = std::move(caller);
    return made;
  }

  FilterBlock parse_filter_block() {
    FilterBlock made{expressions_.parse_filters(true), {}};
    made.body = parse_body("endfilter", "filter");
    return made;
  }

  With parse_with() {
    With made;
    while (!stream_.at(TokenKind::kBlockEnd) && !stream_.failed()) {
      if (!made.values.empty()) stream_.expect(",");
      Target target = expressions_.parse_target(false, false);
      stream_.expect("=");
      made.values.emplace_back(std::move(target), expressions_.parse());
    }
    made.body = parse_body("endwith", "with");
    return made;
  }

  void parse_print(Statements& statements) {
    while (!stream_.at(TokenKind::kBlockEnd) && !stream_.failed()) {
      const Token& token = stream_.current();
      add(statements, token, ValueOutput{expressions_.parse()});
      if (!stream_.at(TokenKind::kBlockEnd)) stream_.expect(",");
    }
  }

  void parse_loop_control(Statements& statements, const Token& token) {
    if (loops_ == 0) return stream_.fail(token.offset, "'" + token.text + "' outside loop");
    if (token.text == "break") return add(statements, token, Break{});
    add(statements, token, Continue{});
  }

  TokenStream stream_;
  Uses uses_;
  ExpressionParser expressions_;
  std::size_t loops_ = 0;  // around what is being read
};

}  // namespace

Result<Tree> parse(std::string_view source) {
  Result<std::vector<Token>> tokens = tokenize(source);
  if (!tokens) return propagate(tokens);
  return Parser(std::move(*tokens)).run(source);
}

}  // namespace canter::jinja
