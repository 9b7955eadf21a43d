#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "chat/jinja/syntax.h"

namespace canter::jinja {

/// Variables, and the scope around them.
struct Scope {
  Scope* parent = nullptr;
  bool is_kept = false;  ///< a macro that was made in it may still be called
  std::vector<std::pair<NameId, Value>> variables;

  void set(NameId name, Value value);
  /// Also in the scopes around it; null when it is nowhere.
  const Value* find(NameId name) const;
};

/// All scopes of a rendering. Those that nothing keeps are used again.
class Scopes {
 public:
  Scope* open(Scope* parent);
  void close(Scope* scope);

 private:
  std::vector<std::unique_ptr<Scope>> all_;
  std::vector<Scope*> free_;
};

/// A scope inside the current one, which is current until the end of the block.
class ScopeBlock {
 public:
  ScopeBlock(Scopes& scopes, Scope*& current, Scope* parent)
      : scopes_(scopes), current_(current), outer_(current) {
    current_ = scopes_.open(parent);
  }
  ~ScopeBlock() {
    scopes_.close(current_);
    current_ = outer_;
  }
  ScopeBlock(const ScopeBlock&) = delete;
  ScopeBlock& operator=(const ScopeBlock&) = delete;

 private:
  Scopes& scopes_;
  Scope*& current_;
  Scope* outer_;
};

}  // namespace canter::jinja
