#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "crash/phase.h"

namespace canter::crash {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto kLongestUse = milliseconds(9000);
constexpr auto kBetweenLooks = milliseconds(100);

struct Row {
  std::string content;
  bool streaming = false;
};
using Rows = std::map<MessageId, Row>;

/// The messages that are committed by now.
Rows committed(const fs::path& data) try {
  Rows rows;
  SQLite::Database database(data / "canter.db", SQLite::OPEN_READONLY, 2000);
  SQLite::Statement query(database, "SELECT id, content, status = 'streaming' FROM messages");
  while (query.executeStep())
    rows[query.getColumn(0).getInt64()] = {query.getColumn(1).getString(),
                                           query.getColumn(2).getInt() != 0};
  return rows;
} catch (const SQLite::Exception&) {
  return {};  // there is no database yet
}

bool xdotool(const Arguments& arguments) {
  return test::run_process("/usr/bin/xdotool", {.arguments = arguments}).exit_code == 0;
}

/// The window, in which somebody types.
class Window : public Phase {
 public:
  explicit Window(Rig& rig) : rig_(rig) {}

  std::string name() const override { return "window"; }
  void prepare() override { data_ = rig_.fresh_folder("window"); }

  bool kill_once() override {
    Victim victim(rig_.setup().window,
                  {"--data-dir", data_.string(), "--model", rig_.setup().model, "--lang", "en"},
                  data_);
    use_until_killed(victim);
    require(victim.kill(), "the window ended by itself: " + victim.err());

    Rows left;
    if (auto store = rig_.look(data_)) left = committed(rig_.setup().folder / "look");
    for (const auto& [id, row] : seen_) {
      require(left.contains(id), "a lost message: " + std::to_string(id));
      const std::string& content = left[id].content;
      require(row.streaming ? content.starts_with(row.content) : content == row.content,
              "another text: message " + std::to_string(id));
    }
    unfinished_.clear();
    for (const auto& [id, row] : left)
      if (row.streaming) unfinished_.insert(id);
    seen_ = std::move(left);
    interrupted_ += int(unfinished_.size());
    // The other times the window itself recovers them at its next start.
    if (rig_.below(3) == 0) (void)rig_.examine(data_, Rig::Restart::kChat);
    const auto check = rig_.run({"db", "check"}, data_);
    require(check.exit_code == 0, "db check: " + check.out);
    return true;
  }

  std::string seen() const override {
    return fmt::format(
        "{} messages, {} answers interrupted, {} starts came to typing; a text that grew was kept "
        "at least every {:.0f} ms",
        seen_.size(), interrupted_, used_, longest_ms_);
  }

 private:
  void use_until_killed(Victim& victim) {
    const auto end = Clock::now() + rig_.time_below(kLongestUse);
    auto next_message = Clock::now();
    const int before = typed_;
    grows_.clear();
    bool ready = false;
    while (Clock::now() < end) {
      victim.run_for(kBetweenLooks);
      observe();
      if (!ready) {
        ready = xdotool({"search", "--onlyvisible", "--name", "Canter"});
        used_ += ready ? 1 : 0;
      } else if (Clock::now() >= next_message) {
        type();
        next_message = Clock::now() + rig_.time_below(milliseconds(2500));
      }
    }
    if (typed_ < before + 2) return;
    for (const MessageId id : unfinished_)
      require(!seen_[id].streaming, "the window did not recover answer " + std::to_string(id));
  }

  void type() {
    ++typed_;
    if (rig_.below(4) == 0) xdotool({"key", "ctrl+n"});
    xdotool({"type", "--delay", "3", "message " + std::to_string(typed_)});
    if (rig_.below(6) != 0) xdotool({"key", "Return"});
  }

  /// Remembers what is committed, and how long a growing text stayed the same.
  void observe() {
    Rows rows = committed(data_);
    if (rows.empty()) return;
    const auto now = Clock::now();
    for (const auto& [id, row] : rows) {
      const bool grew = row.content != seen_[id].content;
      if (const auto last = grows_.find(id); last != grows_.end() && grew)
        longest_ms_ = std::max(
            longest_ms_, std::chrono::duration<double, std::milli>(now - last->second).count());
      if (!row.streaming)
        grows_.erase(id);
      else if (grew)
        grows_[id] = now;
    }
    seen_ = std::move(rows);
  }

  Rig& rig_;
  fs::path data_;
  Rows seen_;
  std::set<MessageId> unfinished_;
  std::map<MessageId, Clock::time_point> grows_;  ///< when a streaming text was last seen to grow
  int typed_ = 0;
  int used_ = 0;
  int interrupted_ = 0;
  double longest_ms_ = 0;
};

}  // namespace

std::unique_ptr<Phase> window(Rig& rig) {
  return std::make_unique<Window>(rig);
}

}  // namespace canter::crash
