#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace canter {

/// Bytes that a container holds beside itself, without those that its elements hold in turn.
inline std::size_t held_bytes(const std::string& text) {
  return text.capacity() > std::string().capacity() ? text.capacity() + 1 : 0;
}
template <typename Element>
std::size_t held_bytes(const std::vector<Element>& list) {
  return list.capacity() * sizeof(Element);
}
template <typename Key, typename Value>
std::size_t held_bytes(const std::unordered_map<Key, Value>& map) {
  // A node has a link and the key's hash, too.
  return map.size() * (sizeof(std::pair<const Key, Value>) + 2 * sizeof(void*)) +
         map.bucket_count() * sizeof(void*);
}

}  // namespace canter
