#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "chat/jinja/operators.h"
#include "chat/jinja/value.h"

// A template as a tree.

namespace canter::jinja {

/// A name as a number; equal names have equal ones.
using NameId = std::uint32_t;

enum class ExpressionKind {
  kConstant,
  kName,
  kList,
  kTuple,
  kDict,       ///< children: keys and values in turn
  kAttribute,  ///< child.text
  kItem,       ///< child[child]
  kSlice,      ///< child[child:child:child]; those left out are null
  kCall,       ///< child(arguments)
  kFilter,     ///< child | text(arguments); the child of a filter block is null
  kTest,       ///< child is text(arguments)
  kNot,
  kNegative,
  kPositive,
  kAnd,
  kOr,
  kCompare,  ///< children, `operations` between them
  kArithmetic,
  kConcat,
  kConditional,  ///< condition, value, value otherwise (null when there is none)
};

struct Expression;
using ExpressionPtr = std::unique_ptr<const Expression>;

/// Arguments as they are written.
struct CallArguments {
  std::vector<ExpressionPtr> positional;
  std::vector<std::pair<std::string, ExpressionPtr>> named;
  ExpressionPtr all_positional;  ///< `*list`
  ExpressionPtr all_named;       ///< `**dict`
};

struct Expression {
  ExpressionKind kind = ExpressionKind::kConstant;
  std::uint32_t offset = 0;  ///< in the source
  std::uint32_t depth = 1;   ///< of the tree below
  Value constant;
  NameId name = 0;
  std::string text;
  std::vector<ExpressionPtr> children;
  std::unique_ptr<const CallArguments> arguments;
  Arithmetic arithmetic = Arithmetic::kAdd;
  std::vector<std::string> operations;
};

/// What is assigned to: a name, `name.attribute` of a namespace, or several of these.
struct Target {
  NameId name = 0;
  std::string attribute;      ///< empty: the name itself
  std::vector<Target> parts;  ///< not empty: these, and nothing else
};

struct Statement;
using Statements = std::vector<Statement>;

struct TextOutput {
  TextPtr text;
};
struct ValueOutput {
  ExpressionPtr value;
};
struct If {
  struct Branch {
    ExpressionPtr condition;
    Statements body;
  };
  std::vector<Branch> branches;
  Statements otherwise;
};
struct For {
  Target target;
  ExpressionPtr items;
  ExpressionPtr condition;  ///< null: all items
  bool is_recursive = false;
  Statements body;
  Statements otherwise;
};
struct Set {
  Target target;
  ExpressionPtr value;
};
struct SetBlock {
  Target target;
  ExpressionPtr filter;  ///< null: none
  Statements body;
};
struct Macro {
  struct Parameter {
    NameId name = 0;
    std::string text;
    ExpressionPtr otherwise;  ///< null: undefined
  };
  NameId name = 0;
  std::string text;
  std::vector<Parameter> parameters;
  // What the body asks for by these names.
  bool uses_caller = false;
  bool uses_varargs = false;
  bool uses_kwargs = false;
  Statements body;
};
struct CallBlock {
  std::unique_ptr<const Macro> caller;
  ExpressionPtr call;
};
struct FilterBlock {
  ExpressionPtr filter;
  Statements body;
};
struct With {
  std::vector<std::pair<Target, ExpressionPtr>> values;
  Statements body;
};
struct Break {};
struct Continue {};

struct Statement {
  using Content = std::variant<TextOutput, ValueOutput, If, For, Set, SetBlock, Macro, CallBlock,
                               FilterBlock, With, Break, Continue>;
  std::uint32_t offset = 0;
  Content content;
};

/// Names as numbers. Those that the interpreter itself gives values to come first.
class Names {
 public:
  enum : NameId { kLoop, kCaller, kVarargs, kKwargs };

  Names();
  NameId id(const std::string& name);
  const std::string& text(NameId id) const { return texts_[id]; }
  std::size_t size() const { return texts_.size(); }

 private:
  std::vector<std::string> texts_;
  std::unordered_map<std::string, NameId> ids_;
};

struct Tree {
  Statements statements;
  Names names;
  /// Variables, attributes and keys that are read.
  std::set<std::string, std::less<>> reads;
};

}  // namespace canter::jinja
