#include "support/canned_conversations.h"

#include <QDateTime>

#include "support/make_records.h"

namespace canter::ui {
namespace {

constexpr Timestamp kMinute = 60'000;
constexpr Timestamp kDay = 24 * 60 * kMinute;
constexpr ConversationId kRich = 7;

const char* const kStatistics =
    R"({"prompt_tokens":34,"reused_tokens":12,"generated":212,"steps":211,"prompt_ms":180.0,)"
    R"("first_token_ms":210.0,"total_ms":2730.0})";

const char* const kListing =
    "\n\n```cpp\nint main() {\n    for (int i = 0; i < 10; ++i) {\n        std::puts(\"trot\");\n"
    "    }\n    return 0;\n}\n```\n\n";

std::vector<Message> rich_branch() {
  std::vector<Message> branch;
  const auto add = [&](MessageRole role, std::string text, MessageStatus status,
                       std::string error) {
    branch.push_back(
        make_message(MessageId(branch.size() + 1), kRich, role, std::move(text), status));
    branch.back().error = std::move(error);
    if (role == MessageRole::kAssistant) branch.back().statistics = kStatistics;
  };
  const auto ask = [&](std::string text) {
    add(MessageRole::kUser, std::move(text), MessageStatus::kComplete, {});
  };
  ask("Find me somewhere to eat in Seattle.");
  add(MessageRole::kAssistant,
      "What kind of food would you like? There are 10 restaurants near Pike Place. Three of them "
      "have a table for two this evening, and one of them has outdoor seating.\n\nShall I book it?",
      MessageStatus::kComplete, {});
  ask("Something quiet, please.\nNot too far from the station, and if possible with a vegetarian "
      "menu that is a little more than one salad. We would come at half past seven.");
  add(MessageRole::kAssistant, "I have found one place that", MessageStatus::kStopped, {});
  ask("Go on.");
  add(MessageRole::kAssistant, canned_answer(90) + kListing + canned_answer(40),
      MessageStatus::kComplete, {});
  ask("And a taxi there?");
  add(MessageRole::kAssistant, "How many people", MessageStatus::kInterrupted, {});
  ask("Two.");
  add(MessageRole::kAssistant, "", MessageStatus::kFailed,
      "the conversation no longer fits: 2,061 tokens, the model's context is 2,048; start a new "
      "chat");
  return branch;
}

}  // namespace

void let_think(FakeEngine::Script& script) {
  script.model.thinking.can_switch = true;
  script.model.thinking.on_by_default = true;
  script.thinking = canned_answer(2000);
  script.thinking_ms = 12;
  auto& branch = script.branches[kRich];
  branch.resize(4);
  branch[1].thinking = "The user wants a restaurant in Seattle.";
  branch[1].thinking_ms = 1'400;
  branch[3].status = MessageStatus::kComplete;
  branch[3].content =
      "**Lola's Garden** is two streets from the station, quiet, and has six vegetarian dishes. A "
      "table for two at half past seven is free.";
  branch[3].thinking =
      "They want something *quiet*, near the station, vegetarian. Let me go through the list:\n\n"
      "1. Pike Grill has outdoor seating, but the street is loud.\n"
      "2. Lola's Garden lies in a courtyard; the menu has six dishes without meat.\n\n"
      "Distance is `0.3 km`, so about $0.3 / 5 = 0.06$ hours on foot, four minutes.\n\n"
      "So I will suggest the second one and ask whether to book it.";
  branch[3].thinking_ms = 72'300;
}

std::string canned_answer(int words) {
  static const char* const kWords[] = {"the",    "table", "is",     "booked", "for",   "two",
                                       "people", "at",    "half",   "past",   "seven", "in",
                                       "a",      "quiet", "street", "near",   "the",   "station",
                                       "and",    "there", "is",     "a",      "menu",  "with"};
  std::string text;
  for (int i = 0; i < words; ++i) {
    if (i > 0) text += i % 60 == 0 ? "\n\n" : " ";
    if (i % 600 == 599) text += kListing;
    text += kWords[std::size_t(i * 7 + i / 11) % std::size(kWords)];
  }
  return text + ".";
}

FakeEngine::Script canned_script() {
  FakeEngine::Script script;
  script.model = {.name = "starter",
                  .path = "starter-f32.gguf",
                  .architecture = "llama",
                  .weight_types = "F32",
                  .parameters = 7'100'000,
                  .bytes = 28'400'000,
                  .context = 2048,
                  .starter = true,
                  .fingerprint = "0"};
  script.acceleration = {.available = false, .active = false, .reason = engine::kNoAdapter};
  script.tuning_plan = {.model = "starter",
                        .fingerprint = "0",
                        .prompts = 600,
                        .own_prompts = 24,
                        .minutes = 10,
                        .answers = 420,
                        .answer_seconds = 150,
                        .groups_per_second = 400,
                        .memory = 120'000'000};
  const Timestamp now = QDateTime::currentMSecsSinceEpoch();
  const auto add = [&](ConversationId id, std::string title, Timestamp age) {
    script.conversations.push_back(make_conversation(id, std::move(title), now - age));
  };
  add(kRich, "Find me somewhere to eat in Seattle.", 0);
  add(6, "A bus to San Diego", 12 * kMinute);
  add(5, "What does acceleration do, and what does it cost?", kDay);
  add(4, "Kino am Freitag", 3 * kDay);
  add(3, "去波士顿的火车", 5 * kDay);
  add(2, "Alarm", 20 * kDay);
  add(1, "Hotel with one room in Sacramento, near the river", 500 * kDay);
  script.branches[kRich] = rich_branch();
  script.branches[6] = {make_message(50, 6, MessageRole::kUser, "A bus to San Diego")};
  return script;
}

}  // namespace canter::ui
