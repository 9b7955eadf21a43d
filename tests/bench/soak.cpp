// Chats by itself for so many minutes, as a busy user would for weeks, and prints once a minute
// what memory and database have come to: canter-soak --minutes 120 --data-dir DIR
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "core/engine/client.h"

namespace canter::test {
namespace {

using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr const char* kQuestions[] = {"Find me somewhere to eat in Seattle.",
                                      "What does acceleration do?",
                                      "I am looking for a bus from Denver to Portland.",
                                      "Where are my chats stored?",
                                      "Can you book it for two people?",
                                      "At seven in the evening, please.",
                                      "What is the weather like there?",
                                      "Thank you, that is all."};
constexpr int kTurns = 8;
constexpr int kKeptChats = 200;

double resident_megabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1000;
  return 0;
}

class Soak {
 public:
  explicit Soak(const fs::path& folder) : folder_(folder), client_(folder) {
    client_.post(engine::OpenModel{"starter"});
    client_.next<engine::ModelOpened>();
  }

  void chat() {
    std::optional<ConversationId> conversation;
    for (int turn = 0; turn < kTurns; ++turn) {
      engine::SendMessage say;
      say.conversation = conversation;
      say.text = kQuestions[random_() % std::size(kQuestions)];
      client_.post(say);
      conversation = client_.next<engine::TurnAdded>().conversation.id;
      if (random_() % 8 == 0) client_.post(engine::StopAnswer{});
      last_answer_ = client_.next<engine::AnswerFinished>().answer.id;
      ++answers_;
    }
    if (random_() % 4 == 0) {
      client_.post(engine::Regenerate{last_answer_});
      client_.next<engine::AnswerFinished>();
    }
    client_.post(engine::SearchConversations{"seven", 1});
    client_.next<engine::ConversationsFound>();
    chats_.push_back(*conversation);
    if (chats_.size() > kKeptChats) {
      client_.post(engine::TrashConversation{chats_.front()});
      client_.post(engine::DeleteConversation{chats_.front()});
      client_.next<engine::TrashListed>();
      chats_.erase(chats_.begin());
    }
    client_.seen.clear();
  }

  void print(double minutes) const {
    std::printf("%6.1f minutes: %ld answers, %zu chats kept, %.1f MB resident, database %.1f MB\n",
                minutes, answers_, chats_.size(), resident_megabytes(),
                double(fs::file_size(folder_ / "canter.db")) / 1e6);
    std::fflush(stdout);
  }

 private:
  fs::path folder_;
  Client client_;
  std::mt19937 random_{1};
  std::vector<ConversationId> chats_;
  MessageId last_answer_ = 0;
  long answers_ = 0;
};

}  // namespace
}  // namespace canter::test

int main(int argc, char** argv) {
  CLI::App app("Chats by itself and watches memory");
  double minutes = 120;
  std::string folder;
  app.add_option("--minutes", minutes, "How long");
  app.add_option("--data-dir", folder, "Where the chats are kept")->required();
  CLI11_PARSE(app, argc, argv);
  const auto start = canter::test::Clock::now();
  const auto passed = [&] {
    return std::chrono::duration<double, std::ratio<60>>(canter::test::Clock::now() - start)
        .count();
  };
  canter::test::Soak soak(folder);
  for (double printed = -1; passed() < minutes;) {
    soak.chat();
    if (passed() - printed < 1) continue;
    printed = passed();
    soak.print(printed);
  }
  soak.print(passed());
  return 0;
}
