#include <spdlog/fmt/fmt.h>
#include <algorithm>
#include <deque>

#include "crash/phase.h"
#include "crash/script.h"

namespace canter::crash {
namespace {

namespace fs = std::filesystem;

/// Conversations, killed while they are answered. All are kept in one database.
class Streaming : public Phase {
 public:
  explicit Streaming(Rig& rig) : rig_(rig) {}

  std::string name() const override { return "streaming"; }

  void prepare() override {
    const int tokens = rig_.setup().answer_tokens;
    const Arguments endless = {"--ignore-eos", "--max-tokens", std::to_string(tokens)};
    Arguments plain = endless;
    plain.insert(plain.end(), {"--adapter", "none", "--threads", "1"});
    const std::vector<std::string> questions = {"Hello", "I want to book a flight",
                                                "Tell me a story"};
    scripts_.emplace_back(rig_, questions, endless);
    scripts_.emplace_back(rig_, questions, plain);
    scripts_.emplace_back(
        rig_, std::vector<std::string>{"I need a table for two"},
        Arguments{"--ignore-eos", "--max-tokens", std::to_string(3 * tokens), "--threads", "1"});
    scripts_.emplace_back(
        rig_, std::vector<std::string>{"Hello", "I want to book a table", "What is the weather?",
                                       "Thank you", "Where can I eat?", "Goodbye"});
    data_ = rig_.warm_folder("streaming");
  }

  bool kill_once() override {
    const Script& script = scripts_[std::size_t(rig_.below(int(scripts_.size())))];
    Victim victim(rig_.setup().program, script.arguments(), data_);
    victim.write(script.input());
    if (rig_.below(8) != 0) victim.wait_for_output(milliseconds(60'000));
    victim.run_for(rig_.time_below(script.duration()));
    const bool killed = victim.kill();

    std::vector<Message> kept;
    if (auto store = rig_.look(data_)) {
      std::vector<Message> all = all_messages(*store);
      std::ranges::sort(all, {}, &Message::id);
      const auto added = std::ranges::stable_partition(
          all, [this](const Message& m) { return m.conversation <= newest_; });
      kept.assign(added.begin(), added.end());
      all.erase(added.begin(), all.end());
      expect_all_of_before(all);
      earlier_ = std::move(all);
    }
    const Loss loss = script.compare(victim, kept);
    if (!killed) {
      require(victim.exit_code() == 0, "chat fails without being killed: " + victim.err());
    } else {
      lost_ms_ = std::max(lost_ms_, loss.ms);
      lost_bytes_ = std::max(lost_bytes_, loss.bytes);
    }
    recovered_ += rig_.examine(data_, Rig::Restart::kChat);
    remember();
    return killed;
  }

  std::string seen() const override {
    return fmt::format(
        "{} messages kept, {} answers recovered, lost of an answer at most {:.0f} ms ({} bytes)",
        earlier_.size(), recovered_, lost_ms_, lost_bytes_);
  }

 private:
  void expect_all_of_before(const std::vector<Message>& now) const {
    require(now == earlier_, "messages of earlier conversations changed");
  }

  void remember() {
    Store store = value_of(Store::open(data_));
    earlier_ = all_messages(store);
    std::ranges::sort(earlier_, {}, &Message::id);
    for (const Message& message : earlier_) newest_ = std::max(newest_, message.conversation);
  }

  Rig& rig_;
  std::deque<Script> scripts_;
  fs::path data_;
  std::vector<Message> earlier_;
  ConversationId newest_ = 0;
  int recovered_ = 0;
  double lost_ms_ = 0;
  std::size_t lost_bytes_ = 0;
};

}  // namespace

std::unique_ptr<Phase> streaming(Rig& rig) {
  return std::make_unique<Streaming>(rig);
}

}  // namespace canter::crash
