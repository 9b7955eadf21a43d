#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "crash/phase.h"
#include "engine/comparison/comparison_result.h"

namespace canter::crash {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr auto kLongestComparison = milliseconds(1500);

/// Comparisons that the engine makes, with an answer in the middle of each.
class Comparing : public Phase {
 public:
  explicit Comparing(Rig& rig) : rig_(rig) {}

  std::string name() const override { return "comparing"; }

  void prepare() override { data_ = rig_.warm_folder("comparing"); }

  bool kill_once() override {
    Victim victim(rig_.setup().worker, {"comparing", "--model", rig_.setup().model}, data_);
    if (rig_.below(5) != 0) victim.wait_for_output(milliseconds(60'000));
    victim.run_for(rig_.time_below(kLongestComparison));
    kill_worker(victim);
    note(victim.out());
    recovered_ += rig_.examine(data_, Rig::Restart::kChat);
    Store store = value_of(Store::open(data_));
    expect_answers(store);
    expect_comparisons(store);
    return true;
  }

  std::string seen() const override {
    return fmt::format("{} comparisons and {} answers kept, {} answers recovered", compared_,
                       answers_.size(), recovered_);
  }

 private:
  /// What is durable, as the worker says.
  void note(const std::string& out) {
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) {
      const Json fact = Json::parse(line);
      if (fact.contains("comparison"))
        ++compared_;
      else
        answers_[fact["answer"]] = fact["text"];
    }
  }

  void expect_answers(Store& store) {
    for (const auto& [id, text] : answers_)
      require(value_of(store.message(id)).content.starts_with(text),
              "a lost answer: " + std::to_string(id));
    std::size_t turns = 0;
    for (const Message& message : all_messages(store))
      turns += message.role == MessageRole::kAssistant ? 1 : 0;
    require(turns >= answers_.size() && turns <= answers_.size() + 1 + unacknowledged_,
            "there are answers that nobody asked for");
    unacknowledged_ = turns - answers_.size();
  }

  void expect_comparisons(Store& store) {
    const auto all = value_of(store.comparisons(100'000));
    const auto kept = int(all.size());
    require(kept >= compared_, "a comparison is lost");
    require(kept <= compared_ + 1, "there is a comparison that nobody finished");
    compared_ = kept;
    if (all.empty()) return;
    const auto newest = value_of(store.comparison(all.front().id));
    const auto result = value_of(engine::read_result(newest.result));
    require(result.pairs.size() == 2, "a comparison is not complete");
  }

  Rig& rig_;
  fs::path data_;
  std::map<MessageId, std::string> answers_;
  std::size_t unacknowledged_ = 0;  ///< answers that were there before their worker said so
  int compared_ = 0;
  int recovered_ = 0;
};

}  // namespace

std::unique_ptr<Phase> comparing(Rig& rig) {
  return std::make_unique<Comparing>(rig);
}

}  // namespace canter::crash
