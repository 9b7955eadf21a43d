#include "support/canned_downloads.h"

#include <string>
#include <utility>

namespace canter::ui {
namespace {

CatalogueModel model(std::string name, std::string title, std::string maker, double billions,
                     std::string good_at, std::string cannot) {
  CatalogueModel model;
  model.name = std::move(name);
  model.title = std::move(title);
  model.maker = std::move(maker);
  model.good_at = std::move(good_at);
  model.cannot = std::move(cannot);
  model.licence = "apache-2.0";
  model.file = "Q4_K_M";
  model.parameters = model.active_parameters = std::uint64_t(billions * 1e9);
  model.bytes = std::uint64_t(billions * 0.61e9);
  model.context = 40'960;
  model.memory_4k = model.bytes + 600'000'000;
  model.memory_32k = model.bytes + 4'800'000'000;
  model.languages = {"en", "de", "fr"};
  return model;
}

engine::HubOffer offer(std::string repo, std::string family, bool runs) {
  engine::HubOffer offer;
  offer.model.repo = std::move(repo);
  offer.model.family = std::move(family);
  offer.model.licence = "apache-2.0";
  offer.model.downloads = 183'402;
  offer.runs = runs;
  for (const auto& [format, gigabytes] :
       {std::pair("Q4_K_M", 1.5), {"Q8_0", 2.7}, {"BF16", 25.1}}) {
    const HubFile file{
        std::string("model-") + format + ".gguf", std::uint64_t(gigabytes * 1e9), {}};
    offer.sizes.push_back({{format, {file}}, gigabytes < 9});
  }
  return offer;
}

engine::Download download(std::int64_t id, std::string title, engine::DownloadState state,
                          double gigabytes, double total) {
  engine::Download download;
  download.id = id;
  download.source = title;
  download.title = std::move(title);
  download.path = "/home/kim/models/" + download.source + ".gguf";
  download.state = state;
  download.bytes = std::uint64_t(gigabytes * 1e9);
  download.total = std::uint64_t(total * 1e9);
  return download;
}

}  // namespace

void add_canned_offers(FakeEngine::Script& script) {
  script.catalogue.computer = {9'600'000'000, 8, 41};
  script.catalogue.refreshable = true;
  auto& models = script.catalogue.models;
  const auto add = [&](CatalogueModel known, double speed, Reason why) {
    Suitability one;
    one.fits = known.memory_4k <= script.catalogue.computer.free_memory;
    one.fits_long = known.memory_32k <= script.catalogue.computer.free_memory;
    one.model = std::move(known);
    one.tokens_per_second = speed;
    one.accelerated = 1.6 * speed;
    models.push_back(one);
    one.why = why;
    if (why != Reason::kNone) script.catalogue.recommended.push_back(std::move(one));
  };
  add(model("qwen3-4b", "Qwen3 4B", "Alibaba", 4.02,
            "questions, sums and short programs, thinking aloud",
            "rare facts; thinking takes time"),
      13.2, Reason::kAbleAndQuick);
  add(model("llama-3.2-1b", "Llama 3.2 1B Instruct", "Meta", 1.24,
            "rewriting and summaries on small computers", "facts are often wrong, programs"),
      43, Reason::kQuickest);
  add(model("granite-3.3-8b", "Granite 3.3 8B Instruct", "IBM", 8.17,
            "summaries, extracting, office texts, long documents",
            "slow on computers with little memory bandwidth"),
      6.6, Reason::kMostAble);
  add(model("qwen3-30b-a3b", "Qwen3 30B A3B", "Alibaba", 30.5,
            "hard questions and programs at the speed of a small model", "takes much memory"),
      17, Reason::kNone);
  script.hub_offers = {offer("ibm-granite/granite-3.3-2b-instruct-GGUF", "granite", true),
                       offer("someone/granite-vision-GGUF", "granitevision", false),
                       offer("meta-llama/granite-like-Llama-GGUF", "llama", true)};
  script.hub_offers.back().model.gated = true;
  script.downloads.folder = "/home/kim/.local/share/canter/models";
  script.downloads.free_space = 118'000'000'000;
}

void add_canned_downloads(FakeEngine::Script& script) {
  using engine::DownloadState;
  script.downloads.downloads = {
      download(1, "Qwen3 4B", DownloadState::kRunning, 1.1, 2.5),
      download(2, "Llama 3.2 1B Instruct", DownloadState::kWaiting, 0, 0.8),
      download(3, "Granite 3.3 8B Instruct", DownloadState::kFailed, 3.2, 4.9),
      download(4, "Mistral-7B-Instruct-v0.3.Q4_K_M", DownloadState::kDone, 4.37, 4.37)};
  script.downloads.downloads[2].error =
      "cannot get \"https://huggingface.co/ibm-granite/granite.gguf\": it takes 1.7 GB more, and "
      "the disk of \"/home/kim/models\" has 0.9 GB left; free some space and try again";
}

}  // namespace canter::ui
