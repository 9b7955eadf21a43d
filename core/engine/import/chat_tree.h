#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/session/json.h"
#include "store/records.h"

namespace canter::engine {

/// A message of another program, by the names that it has there.
struct ChatNode {
  std::string id;
  std::string parent = {};              ///< empty: none
  std::optional<Message> message = {};  ///< none: what hangs below it goes up
};

/// Puts nodes behind their parents and numbers them. What hangs below a node that is not there, or
/// in a circle, begins a tree of its own. A part of an answer that alone follows another one (a
/// tool that was called, what it said) becomes one message with it. `shown`: the node whose branch
/// is in the window; empty: the last.
void put_tree(std::vector<ChatNode> nodes, const std::string& shown, ImportedConversation& chat);
/// Each follows the one before it.
void put_line(std::vector<Message> messages, ImportedConversation& chat);

// For reading what others wrote: where a member is not as it should be, it is not there.

/// nullptr: none, or null.
const Json* member(const Json& object, const char* name);
std::string text_of(const Json& object, const char* name);
/// An empty array: none.
const Json& list_of(const Json& object, const char* name);
/// Seconds or milliseconds since 1970, or ISO 8601; 0: none.
Timestamp time_of(const Json& object, const char* name);
std::optional<MessageRole> role_of(std::string_view name);
/// A message of the role with that name, said when `time` of `json` says; none for other names.
std::optional<Message> begin_message(std::string_view role, const Json& json, const char* time);

/// A file as the composer attaches it.
std::string attached(const std::string& name, std::string text);
std::string fenced(std::string_view text, std::string_view language = {});
/// Puts a part behind others, a blank line between them.
void add_part(std::string& text, std::string_view part);
/// Takes away so many bytes, and spaces and empty lines behind them.
void cut_beginning(std::string& text, std::size_t bytes);
/// None where it has neither text nor thinking.
std::optional<Message> if_anything(Message message);

}  // namespace canter::engine
