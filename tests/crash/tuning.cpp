#include <spdlog/fmt/fmt.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "crash/phase.h"
#include "decode/adapter.h"
#include "engine/models/locate.h"

namespace canter::crash {
namespace {

namespace fs = std::filesystem;

constexpr auto kFirstSteps = milliseconds(2000);
constexpr auto kEngineTime = milliseconds(14'000);

/// The tensors of an adapter, without what its header says of the time that they took.
std::string tensors_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::uint64_t header = 0;
  file.read(reinterpret_cast<char*>(&header), sizeof header);
  file.ignore(std::streamsize(header));
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Adapters that `canter-cli tune` makes, or the engine behind a chat: killed, and gone on with.
class Tuning : public Phase {
 public:
  explicit Tuning(Rig& rig) : rig_(rig) {}

  std::string name() const override { return "tuning"; }

  void prepare() override {
    folder_ = rig_.fresh_folder("tuning");
    data_ = rig_.warm_folder("tuning-data");
    const auto path = value_of(engine::locate_model(rig_.setup().tuned_model, nullptr));
    model_.emplace(value_of(Model::open(path)));
    {
      std::ofstream prompts(folder_ / "prompts.jsonl");
      for (const char* text :
           {"Once", "Tom", "Lily", "A cat", "The sun", "One day", "A dog", "Mum"})
        prompts << nlohmann::json{{"messages", {{{"role", "user"}, {"content", text}}}}} << '\n';
    }
    const auto began = std::chrono::steady_clock::now();
    const fs::path whole = folder_ / "whole.safetensors";
    const auto made = rig_.run(arguments(whole), folder_ / "no-database");
    duration_ = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - began);
    require(made.exit_code == 0, "tune fails without being killed: " + made.err);
    expected_ = tensors_of(whole);
  }

  bool kill_once() override { return ++kills_ % 3 == 0 ? kill_engine() : kill_command(); }

  std::string seen() const override {
    return fmt::format("{} adapters finished in spite of it, to the bit; {} by the engine",
                       finished_, adopted_);
  }

 private:
  Arguments arguments(const fs::path& out) const {
    return {"tune",
            "--model",
            rig_.setup().tuned_model,
            "--out",
            out.string(),
            "--prompts",
            (folder_ / "prompts.jsonl").string(),
            "--max-new-tokens",
            "12",
            "--steps",
            "100",
            "--prompt-tokens",
            "4",
            "--resume"};
  }

  bool kill_command() {
    const fs::path out = folder_ / "made.safetensors";
    Victim victim(rig_.setup().program, arguments(out), folder_ / "no-database");
    victim.run_for(rig_.time_below(rig_.below(2) == 0 ? kFirstSteps : duration_ * 5 / 4));
    const bool killed = victim.kill();
    require(killed || victim.exit_code() == 0, "it does not go on: " + victim.err());
    if (fs::exists(out)) {
      (void)value_of(read_adapter(out, *model_));
      require(tensors_of(out) == expected_, "the adapter is not the one that nobody interrupted");
      // Either it is the adapter alone, or the next run goes on from the checkpoint.
      fs::remove(out);
      ++finished_;
    } else {
      require(killed, "there is no adapter");
    }
    expect_few_files(folder_);
    return killed;
  }

  bool kill_engine() {
    const std::string fingerprint = model_->summary().fingerprint;
    const fs::path folder = data_ / "adapters";
    Arguments arguments = {"tuning", "--model", rig_.setup().tuned_model};
    if (fs::exists(folder / (fingerprint + ".tuning"))) arguments.push_back("--resume");
    Victim victim(rig_.setup().worker, arguments, data_);
    victim.run_for(rig_.time_below(kEngineTime));
    const bool killed = victim.kill();
    require(killed || victim.exit_code() == 0, "it does not go on: " + victim.err());
    rig_.examine(data_, Rig::Restart::kChat);
    if (fs::exists(folder)) {
      expect_few_files(folder);
      for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".safetensors")
          (void)value_of(read_adapter(entry.path(), *model_));
    }
    Store store = value_of(Store::open(data_));
    const auto adapters = value_of(store.adapters(fingerprint));
    for (const AdapterRecord& adapter : adapters)
      require(fs::exists(adapter.path), "the database knows an adapter that is not there");
    adopted_ = int(adapters.size());
    return killed;
  }

  /// What was being written does not pile up.
  static void expect_few_files(const fs::path& folder) {
    int unfinished = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
      const std::string name = entry.path().filename().string();
      for (const char* part : {".answers.", ".checkpoint.", ".tuning."})
        if (name.find(part) != std::string::npos) ++unfinished;
    }
    require(unfinished <= 1, "unfinished files pile up in " + folder.string());
  }

  Rig& rig_;
  fs::path folder_;
  fs::path data_;
  std::optional<Model> model_;
  std::string expected_;
  milliseconds duration_{};
  int kills_ = 0;
  int finished_ = 0;
  int adopted_ = 0;
};

}  // namespace

std::unique_ptr<Phase> tuning(Rig& rig) {
  return std::make_unique<Tuning>(rig);
}

}  // namespace canter::crash
