#include "engine/import/chat_tree.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <utility>

namespace canter::engine {
namespace {

constexpr double kLatestInSeconds = 1e11;
constexpr double kLatest = 1e15;

/// 2026-03-12T15:00:30.123456Z, the time of day and what follows it optional.
Timestamp iso_time(const std::string& text) {
  int year = 0, month = 0, day = 0, hours = 0, minutes = 0;
  double seconds = 0;
  const int found = std::sscanf(text.c_str(), "%4d-%2d-%2d%*1[T ]%2d:%2d:%lf", &year, &month, &day,
                                &hours, &minutes, &seconds);
  using namespace std::chrono;
  const year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                            std::chrono::day(unsigned(day))};
  if (found < 3 || !date.ok()) return 0;
  const auto whole = sys_days(date) + std::chrono::hours(hours) + std::chrono::minutes(minutes);
  Timestamp time = duration_cast<milliseconds>(whole.time_since_epoch()).count() +
                   Timestamp(std::llround(seconds * 1000));
  int ahead_hours = 0, ahead_minutes = 0;
  const std::size_t zone = text.find_first_of("+-", 19);
  if (zone != std::string::npos &&
      std::sscanf(text.c_str() + zone + 1, "%2d:%2d", &ahead_hours, &ahead_minutes) >= 1) {
    const Timestamp ahead = (ahead_hours * 60 + ahead_minutes) * 60'000LL;
    time -= text[zone] == '+' ? ahead : -ahead;
  }
  return time;
}

class Tree {
 public:
  explicit Tree(std::vector<ChatNode> nodes) : nodes_(std::move(nodes)) {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < nodes_.size(); ++i) places.emplace(nodes_[i].id, i);
    below_.resize(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const auto parent = nodes_[i].parent.empty() ? places.end() : places.find(nodes_[i].parent);
      if (parent == places.end() || parent->second == i)
        roots_.push_back(i);
      else
        below_[parent->second].push_back(i);
    }
  }

  void put(const std::string& shown, ImportedConversation& chat) {
    std::vector<bool> seen(nodes_.size());
    for (const std::size_t root : roots_) put_below(root, seen, shown, chat);
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      if (!seen[i]) put_below(i, seen, shown, chat);
    if (!chat.conversation.head && !chat.messages.empty())
      chat.conversation.head = chat.messages.back().id;
  }

 private:
  struct Step {
    std::size_t node = 0;
    std::optional<MessageId> parent;
    bool alone = false;
  };

  void put_below(std::size_t root, std::vector<bool>& seen, const std::string& shown,
                 ImportedConversation& chat) {
    std::vector<Step> waiting{{root, {}, false}};
    while (!waiting.empty()) {
      const Step step = waiting.back();
      waiting.pop_back();
      if (seen[step.node]) continue;
      seen[step.node] = true;
      ChatNode& node = nodes_[step.node];
      std::optional<MessageId> parent = step.parent;
      if (node.message) parent = put_message(std::move(*node.message), step, chat.messages);
      if (node.id == shown && parent) chat.conversation.head = parent;
      std::vector<std::size_t>& below = below_[step.node];
      const bool alone = below.size() == 1 && (node.message || step.alone);
      for (auto next = below.rbegin(); next != below.rend(); ++next)
        waiting.push_back({*next, parent, alone});
    }
  }

  static MessageId put_message(Message message, const Step& step, std::vector<Message>& messages) {
    Message* before = step.parent ? &messages[std::size_t(*step.parent - 1)] : nullptr;
    if (before && step.alone && before->role == MessageRole::kAssistant &&
        message.role == MessageRole::kAssistant) {
      add_part(before->content, message.content);
      add_part(before->thinking, message.thinking);
      if (before->model.empty()) before->model = message.model;
      return before->id;
    }
    message.id = MessageId(messages.size() + 1);
    message.parent = step.parent;
    messages.push_back(std::move(message));
    return messages.back().id;
  }

  std::vector<ChatNode> nodes_;
  std::vector<std::vector<std::size_t>> below_;
  std::vector<std::size_t> roots_;
};

}  // namespace

void put_tree(std::vector<ChatNode> nodes, const std::string& shown, ImportedConversation& chat) {
  std::ranges::stable_sort(
      nodes, {}, [](const ChatNode& node) { return node.message ? node.message->created : 0; });
  Tree(std::move(nodes)).put(shown, chat);
}

void put_line(std::vector<Message> messages, ImportedConversation& chat) {
  std::vector<ChatNode> nodes;
  for (Message& message : messages) {
    std::string parent = nodes.empty() ? std::string() : nodes.back().id;
    nodes.push_back({std::to_string(nodes.size() + 1), std::move(parent), std::move(message)});
  }
  Tree(std::move(nodes)).put({}, chat);
}

const Json* member(const Json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string text_of(const Json& object, const char* name) {
  const Json* found = member(object, name);
  return found && found->is_string() ? found->get<std::string>() : std::string();
}

const Json& list_of(const Json& object, const char* name) {
  static const Json none = Json::array();
  const Json* found = member(object, name);
  return found && found->is_array() ? *found : none;
}

Timestamp time_of(const Json& object, const char* name) {
  const Json* found = member(object, name);
  if (!found) return 0;
  if (found->is_string()) return iso_time(found->get<std::string>());
  if (!found->is_number()) return 0;
  const double time = found->get<double>();
  if (!(time > 0) || time > kLatest) return 0;
  return Timestamp(std::llround(time < kLatestInSeconds ? time * 1000 : time));
}

std::optional<MessageRole> role_of(std::string_view name) {
  if (name == "user" || name == "human") return MessageRole::kUser;
  if (name == "assistant" || name == "tool") return MessageRole::kAssistant;
  if (name == "system") return MessageRole::kSystem;
  return std::nullopt;
}

std::optional<Message> begin_message(std::string_view role, const Json& json, const char* time) {
  const auto known = role_of(role);
  if (!known) return std::nullopt;
  Message message;
  message.role = *known;
  message.created = time_of(json, time);
  return message;
}

std::string fenced(std::string_view text, std::string_view language) {
  std::string fence = "```";
  while (text.find(fence) != std::string_view::npos) fence += '`';
  std::string block = fence + std::string(language) + '\n' + std::string(text);
  if (!block.ends_with('\n')) block += '\n';
  return block + fence;
}

std::string attached(const std::string& name, std::string text) {
  std::string shown = name.empty() ? "file" : name;
  for (char& c : shown)
    if (c == '`' || c == '\n') c = '_';
  return fenced(text, "file: " + shown);
}

void add_part(std::string& text, std::string_view part) {
  if (part.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += part;
}

void cut_beginning(std::string& text, std::size_t bytes) {
  text.erase(0, bytes);
  text.erase(0, std::min(text.find_first_not_of("\n "), text.size()));
}

std::optional<Message> if_anything(Message message) {
  if (message.content.empty() && message.thinking.empty()) return std::nullopt;
  return message;
}

}  // namespace canter::engine
