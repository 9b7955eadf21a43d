#pragma once

#include <utility>

#include "math/node.h"

/// Parts of formulas, for the parser.
namespace canter::ui::math {

inline Node group(std::vector<Node> children = {}, Atom atom = Atom::kOrdinary) {
  Node node;
  node.atom = atom;
  node.children = std::move(children);
  return node;
}

template <typename... Children>
Node parent(Node::Kind kind, Children... children) {
  Node node;
  node.kind = kind;
  node.children.reserve(sizeof...(children));
  (node.children.push_back(std::move(children)), ...);
  return node;
}

inline Node symbol(char32_t code, Atom atom = Atom::kOrdinary, Limits limits = Limits::kBeside) {
  Node node;
  node.kind = Node::Kind::kSymbol;
  node.code = code;
  node.atom = atom;
  node.limits = limits;
  return node;
}

inline Node words(std::u32string text, Atom atom = Atom::kOrdinary) {
  Node node;
  node.kind = Node::Kind::kWords;
  node.text = std::move(text);
  node.atom = atom;
  return node;
}

inline Node space(double em) {
  Node node;
  node.kind = Node::Kind::kSpace;
  node.atom = Atom::kNone;
  node.amount = em;
  return node;
}

inline Node fraction(Node above, Node below, bool bar = true) {
  Node node = parent(Node::Kind::kFraction, std::move(above), std::move(below));
  node.atom = Atom::kInner;
  node.amount = bar ? 1 : 0;
  return node;
}

/// `styled` 0 to 3: display, text, script, script of a script.
inline Node in_style(Node base, int styled) {
  const Atom atom = base.atom;
  Node node = parent(Node::Kind::kStyled, std::move(base));
  node.level = styled;
  node.atom = atom;
  return node;
}

inline Node fence(char32_t open, Node body, char32_t close) {
  Node node = parent(Node::Kind::kFence, std::move(body));
  node.atom = Atom::kInner;
  node.text = {open, close};
  return node;
}

}  // namespace canter::ui::math
