#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <filesystem>

#include "crash/deeds.h"
#include "crash/phase.h"

namespace canter::crash {
namespace {

namespace fs = std::filesystem;

constexpr auto kLongestChange = milliseconds(400);
constexpr int kKillsPerDatabase = 25;

/// Writing, deleting, pinning, drafts, presets, comparisons and the rest of what a database keeps.
/// A mirror that nobody kills does the same deeds, and must hold the same.
class Library : public Phase {
 public:
  explicit Library(Rig& rig) : rig_(rig) {}

  std::string name() const override { return "library"; }

  void prepare() override {
    data_ = rig_.fresh_folder("library");
    mirror_ = rig_.fresh_folder("mirror");
  }

  bool kill_once() override {
    if (++kills_ % kKillsPerDatabase == 0) prepare();
    const std::string seed = std::to_string(rig_.number() >> 1);
    Victim victim(rig_.setup().worker, {"library", "--seed", seed}, data_);
    if (rig_.below(4) != 0) victim.wait_for_output(milliseconds(60'000));
    victim.run_for(rig_.time_below(kLongestChange));
    kill_worker(victim);

    const auto acknowledged = int(std::ranges::count(victim.out(), '\n'));
    recovered_ +=
        rig_.examine(data_, rig_.below(5) == 0 ? Rig::Restart::kChat : Rig::Restart::kStore);
    const auto found = content(data_);
    const auto done = mirrored(seed, acknowledged);
    if (found != done) {
      const auto one_more = mirrored(seed, acknowledged + 1);
      require(found == one_more, fmt::format("after {} deeds, the last \"{}\":\n{}", acknowledged,
                                             last_line(victim.out()), difference(found, done)));
      ++ahead_;
    }
    fs::remove_all(mirror_);
    fs::rename(next_mirror(), mirror_);
    deeds_ += acknowledged;
    return true;
  }

  std::string seen() const override {
    return fmt::format(
        "{} deeds, all there; {} times one that was not yet acknowledged; "
        "{} answers recovered",
        deeds_, ahead_, recovered_);
  }

 private:
  using Lines = std::vector<std::string>;

  static Lines content(const fs::path& data) {
    Store store = value_of(Store::open(data));
    (void)value_of(store.recover_interrupted());
    return value_of(describe(store));
  }

  fs::path next_mirror() const { return rig_.setup().folder / "mirror-next"; }

  /// What the mirror holds after so many deeds.
  Lines mirrored(const std::string& seed, int deeds) const {
    fs::remove_all(next_mirror());
    fs::copy(mirror_, next_mirror(), fs::copy_options::recursive);
    if (deeds > 0) {
      const auto result = test::run_process(
          rig_.setup().worker,
          {.arguments = {"library", "--seed", seed, "--deeds", std::to_string(deeds), "--data-dir",
                         next_mirror().string()}});
      require(result.exit_code == 0, "the mirror failed: " + result.err);
    }
    return content(next_mirror());
  }

  static std::string last_line(const std::string& text) {
    const std::size_t end = text.find_last_not_of('\n');
    if (end == std::string::npos) return "";
    const std::size_t begin = text.rfind('\n', end);
    return text.substr(begin == std::string::npos ? 0 : begin + 1, end - begin);
  }

  static std::string difference(const Lines& found, const Lines& done) {
    const auto [is, should] = std::ranges::mismatch(found, done);
    return "is: " + (is == found.end() ? "nothing" : *is) +
           "\nshould be: " + (should == done.end() ? "nothing" : *should);
  }

  Rig& rig_;
  fs::path data_;
  fs::path mirror_;
  int kills_ = 0;
  int deeds_ = 0;
  int ahead_ = 0;
  int recovered_ = 0;
};

}  // namespace

std::unique_ptr<Phase> library(Rig& rig) {
  return std::make_unique<Library>(rig);
}

}  // namespace canter::crash
