#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "hub/hub_choice.h"
#include "hub/recommendation.h"

namespace canter::engine {

using DownloadId = std::int64_t;  ///< of this run

enum class DownloadState {
  kWaiting,  ///< for those before it
  kRunning,
  kPaused,
  kFailed,
  kChecking,  ///< what came earlier is read and compared
  kDone,
};

/// A model that was asked for.
struct Download {
  DownloadId id = 0;
  std::string source;  ///< `hf:OWNER/REPO:Q4_K_M`
  std::string title;
  std::string path;  ///< what to open once it is done; empty before the hub was asked
  DownloadState state = DownloadState::kWaiting;
  std::uint64_t bytes = 0;  ///< that are here
  std::uint64_t total = 0;  ///< 0: not known
  std::string error = {};   ///< of kFailed
  bool denied = false;      ///< it failed since its server wants an access token, or another one
  bool checked = false;     ///< in this run, and found right
};

/// A model of the hub's, with its sizes.
struct HubOffer {
  struct Size {
    GgufChoice choice;
    std::optional<bool> fits;
  };

  HubModel model;  ///< without files
  std::optional<bool> runs;
  std::vector<Size> sizes;
};

/// Where the access token for the hub comes from.
enum class HubToken {
  kNone,
  kEnvironment,  ///< HF_TOKEN
  kKeyring,      ///< still there when the program starts again
  kSession,
};

// Commands --------------------------------------------------------------------------------------

/// Answered by DownloadsListed, as all that change the list.
struct ListDownloads {};
/// Downloads after those that were asked for before. What is in the list already goes on.
struct GetModel {
  std::string source;  ///< a name of the catalogue, `hf:OWNER/REPO[:FILE]`, or an address
  std::string title;
};
struct PauseDownload {
  DownloadId id = 0;
};
/// One that is paused or failed goes on.
struct ResumeDownload {
  DownloadId id = 0;
};
/// Takes one off the list with all that came of it; a model that is done is removed for good.
struct RemoveDownload {
  DownloadId id = 0;
};
/// Reads a model that is done and compares it with its SHA-256.
struct CheckDownload {
  DownloadId id = 0;
};
/// Where models go from now on; what is elsewhere stays there. An empty one: where Canter puts them
/// by itself.
struct ChooseModelsFolder {
  std::string folder;
};
/// Chooses a folder, and moves what Canter brought into it, one model after the other. Answered by
/// ModelsMoving and DownloadsListed.
struct MoveModels {
  std::string folder;  ///< empty: where Canter puts them by itself
};
/// What is moved stays moved, the rest stays where it is.
struct StopMoving {};
/// Looks for files that are on the disk twice, among models that are known. Reads those of equal
/// size. Answered by DuplicatesFound; a newer one takes the place of one that runs.
struct FindDuplicates {};
/// Answered by CatalogueListed. Asks nobody.
struct ListCatalogue {};
/// Asks for a newer catalogue, which counts only with the signature of Canter's makers. Answered by
/// CatalogueRefreshed, and CatalogueListed if there is one.
struct RefreshCatalogue {};
/// Asks the hub for a model's card. Answered by HubCardRead.
struct ReadHubCard {
  std::string repo;
};
/// Asks the hub. Answered by HubModelFound for each, and HubSearchEnded, unless a newer search
/// takes its place.
struct SearchHub {
  std::string words;
  std::uint64_t request = 0;
};
/// Answered by HubTokenKnown.
struct AskHubToken {};
/// Keeps the access token for the hub in the system's keyring, or until the program ends where
/// there is none; an empty one forgets what is kept. Answered by HubTokenKnown.
struct KeepHubToken {
  std::string token;
};

// Events ----------------------------------------------------------------------------------------

struct DownloadsListed {
  std::vector<Download> downloads;
  std::string folder;            ///< for models
  std::uint64_t free_space = 0;  ///< of its disk, in bytes; 0: not known
  bool own_folder = true;        ///< it is where Canter puts models by itself
};
/// Merged while nobody has taken them from the queue.
struct DownloadProgressed {
  DownloadId id = 0;
  std::uint64_t bytes = 0;
  std::uint64_t total = 0;  ///< 0: not known
  double bytes_per_second = 0;
};
struct ModelsMoving {
  std::string title;  ///< of the model that is moved now
  std::uint64_t bytes = 0;
  std::uint64_t total = 0;
  bool ended = false;
  std::optional<Error> error = {};
};
/// Files with the same content.
struct DuplicateFiles {
  std::vector<std::string> paths;
  std::uint64_t bytes = 0;  ///< of each
};
struct DuplicatesFound {
  std::vector<DuplicateFiles> files;  ///< those that take most first
  bool ended = false;                 ///< else it is still looking
};
/// It is in the list of models.
struct DownloadFinished {
  std::string title;
  std::string path;
};
struct CatalogueListed {
  std::vector<Suitability> recommended;
  std::vector<Suitability> models;
  ComputerFacts computer;
  std::optional<Error> error = {};
  std::string issued = {};  ///< `2026-11-29`, of one that was fetched; empty: the program's own
  bool refreshable = false;  ///< newer ones are published
};
struct CatalogueRefreshed {
  bool newer = false;
  std::optional<Error> error = {};  ///< the one from before stays
};
struct HubCardRead {
  std::string repo;
  std::string text;  ///< Markdown without its header, at most some pages
  std::optional<Error> error = {};
};
struct HubTokenKnown {
  HubToken where = HubToken::kNone;
  std::string hub;  ///< `huggingface.co`, which alone is shown it
  std::optional<Error> error = {};
};
struct HubModelFound {
  std::uint64_t request = 0;
  HubOffer offer;
};
struct HubSearchEnded {
  std::uint64_t request = 0;
  std::optional<Error> error = {};
};

}  // namespace canter::engine
