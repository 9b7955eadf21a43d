#include <filesystem>
#include <optional>

#include "crash/phase.h"
#include "crash/script.h"

namespace canter::crash {
namespace {

namespace fs = std::filesystem;

constexpr auto kBeginning = milliseconds(150);

/// A first message on a computer that has no database yet.
class FirstWrite : public Phase {
 public:
  explicit FirstWrite(Rig& rig) : rig_(rig) {}

  std::string name() const override { return "first write"; }

  void prepare() override {
    script_.emplace(rig_, std::vector<std::string>{"Hello"},
                    Arguments{"--ignore-eos", "--max-tokens", "300"});
  }

  // Most of the time the database is made at once; the message comes when the model is open.
  bool kill_once() override {
    const fs::path data = rig_.setup().folder / "first";
    fs::remove_all(data);
    Victim victim(rig_.setup().program, script_->arguments(), data);
    victim.write(script_->input());
    if (rig_.below(3) == 0 && victim.wait_for_output(milliseconds(60'000)))
      victim.run_for(rig_.time_below(script_->duration()));
    else
      victim.run_for(rig_.time_below(kBeginning));
    if (!victim.kill()) return false;

    std::vector<Message> kept;
    if (auto store = rig_.look(data)) {
      ++databases_;
      kept = all_messages(*store);
    }
    begun_ += kept.empty() ? 0 : 1;
    script_->compare(victim, kept);
    fs::create_directories(data / "sessions");
    recovered_ +=
        rig_.examine(data, rig_.below(2) == 0 ? Rig::Restart::kChat : Rig::Restart::kStore);
    return true;
  }

  std::string seen() const override {
    return std::to_string(databases_) + " left a database, " + std::to_string(begun_) +
           " a message, " + std::to_string(recovered_) + " answers recovered";
  }

 private:
  Rig& rig_;
  std::optional<Script> script_;
  int databases_ = 0;
  int begun_ = 0;
  int recovered_ = 0;
};

}  // namespace

std::unique_ptr<Phase> first_write(Rig& rig) {
  return std::make_unique<FirstWrite>(rig);
}

}  // namespace canter::crash
