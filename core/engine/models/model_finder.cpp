#include "engine/models/model_finder.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <system_error>

#include "base/file.h"
#include "base/lower_case.h"
#include "base/utf8.h"
#include "format/gguf_split.h"
#include "format/strict_json.h"

namespace canter::engine {
namespace fs = std::filesystem;
namespace {

constexpr int kMaxDepth = 8;
constexpr std::size_t kMaxFolders = 20'000;
constexpr std::size_t kMaxFoundModels = 500;
constexpr std::uint64_t kMaxManifestBytes = 1u << 20;
constexpr std::uint64_t kMaxSettingsBytes = 1u << 20;
constexpr const char* kOllamaLibrary = "registry.ollama.ai/library/";

bool is_model_file(const fs::path& path) {
  return lower_case(path.extension().string()) == ".gguf" &&
         lower_case(path.filename().string()).find("mmproj") == std::string::npos;
}

/// As manifests have them, and older ones the files: `sha256:…`, `sha256-…`.
bool is_digest(const std::string& text) {
  const std::string algorithm = "sha256";
  return text.size() == algorithm.size() + 1 + 64 && text.starts_with(algorithm) &&
         (text[algorithm.size()] == ':' || text[algorithm.size()] == '-') &&
         std::all_of(text.begin() + std::ptrdiff_t(algorithm.size()) + 1, text.end(),
                     [](unsigned char c) { return std::isxdigit(c); });
}

/// `llama3:8b` from `registry.ollama.ai/library/llama3/8b`.
std::string ollama_name(const fs::path& manifest) {
  std::string name = manifest.parent_path().generic_string();
  if (name.starts_with(kOllamaLibrary)) name.erase(0, std::string(kOllamaLibrary).size());
  return name + ":" + manifest.filename().string();
}

/// The digest of the weights; nullopt when the manifest names none.
std::optional<std::string> ollama_digest(const fs::path& manifest) {
  const auto text = read_text_file(manifest, kMaxManifestBytes);
  if (!text) return std::nullopt;
  const auto json = parse_strict_json(*text, manifest.string(), {.depth = 16});
  if (!json || !json->is_object()) return std::nullopt;
  const auto layers = json->find("layers");
  if (layers == json->end() || !layers->is_array()) return std::nullopt;
  for (const auto& layer : *layers) {
    if (!layer.is_object() ||
        layer.value("mediaType", nlohmann::json()) != "application/vnd.ollama.image.model")
      continue;
    const auto digest = layer.value("digest", nlohmann::json());
    if (!digest.is_string() || !is_digest(digest.get<std::string>())) return std::nullopt;
    return digest.get<std::string>();
  }
  return std::nullopt;
}

/// The file of that digest in a store, whichever way it is written; nullopt when there is none.
std::optional<fs::path> ollama_blob(const fs::path& store, std::string digest) {
  for (const char separator : {'-', ':'}) {
    digest[std::string("sha256").size()] = separator;
    std::error_code error;
    const fs::path blob = store / "blobs" / path_from_utf8(digest);
    if (fs::is_regular_file(blob, error)) return blob;
  }
  return std::nullopt;
}

/// What LM Studio says where it lives, in the user's home; empty when it says nothing.
fs::path lm_studio_pointer(const fs::path& home) {
  if (!home.is_absolute()) return {};
  const auto text = read_text_file(home / ".lmstudio-home-pointer", kMaxSettingsBytes);
  if (!text) return {};
  const auto end = text->find_last_not_of(" \t\r\n");
  return path_from_utf8(text->substr(0, end == std::string::npos ? 0 : end + 1));
}

/// The folder that a user chose for models in LM Studio; empty when none was chosen.
fs::path lm_studio_downloads(const fs::path& lm_studio) {
  const fs::path file = lm_studio / "settings.json";
  const auto text = read_text_file(file, kMaxSettingsBytes);
  if (!text) return {};
  const auto settings = parse_strict_json(*text, file.string());
  if (!settings || !settings->is_object()) return {};
  const auto folder = settings->find("downloadsFolder");
  return folder != settings->end() && folder->is_string()
             ? path_from_utf8(folder->get<std::string>())
             : fs::path();
}

class Search {
 public:
  Search(const std::function<void(const FoundModel&)>& found, const std::function<bool()>& go_on)
      : found_(&found), go_on_(&go_on) {}

  void look(const ModelPlace& place) {
    place_ = &place;
    if (place.ollama)
      walk(place.folder / "manifests", kMaxDepth, [&](const Listing& listing) {
        for (const fs::path& manifest : listing.files) take_manifest(manifest);
        return true;
      });
    else
      walk(place.folder, kMaxDepth, [&](const Listing& listing) { return take(listing); });
  }
  bool ended() const { return ended_; }

 private:
  struct Listing {
    fs::path folder;
    std::vector<fs::path> files;
    std::vector<fs::path> folders;
  };

  /// Calls `visit` for the folder and, where it returns true, for those in it, by name.
  template <typename Visit>
  void walk(const fs::path& folder, int depth, const Visit& visit) {
    if (ended_ || visited_.size() >= kMaxFolders || !is_new(folder, visited_)) return;
    const Listing listing = list(folder);
    if (ended_ || !visit(listing) || depth == 0) return;
    for (const fs::path& each : listing.folders) walk(each, depth - 1, visit);
  }

  Listing list(const fs::path& folder) {
    Listing listing{folder, {}, {}};
    std::error_code error;
    // An error makes the iterator the end.
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
      if (!go_on()) break;
      std::error_code broken;
      if (entry->is_directory(broken))
        listing.folders.push_back(entry->path());
      else if (entry->is_regular_file(broken))
        listing.files.push_back(entry->path());
    }
    std::ranges::sort(listing.files);
    std::ranges::sort(listing.folders);
    return listing;
  }

  bool take(const Listing& listing) {
    bool config = false;
    bool safetensors = false;
    std::set<fs::path> split;  // by their first parts
    for (const fs::path& file : listing.files) {
      config = config || file.filename() == "config.json";
      safetensors = safetensors || lower_case(file.extension().string()) == ".safetensors";
      if (is_model_file(file) && split.insert(gguf_part(file, 1)).second) report(file, {});
    }
    const bool model = config && safetensors;
    if (model) report(listing.folder, {});
    return !model;
  }

  void take_manifest(const fs::path& manifest) {
    const auto digest = ollama_digest(manifest);
    const auto blob = digest ? ollama_blob(place_->folder, *digest) : std::nullopt;
    if (!blob) return;
    report(*blob, ollama_name(manifest.lexically_relative(place_->folder / "manifests")));
  }

  void report(const fs::path& path, std::string name) {
    if (!go_on() || !is_new(path, reported_) || is_linked_again(path)) return;
    (*found_)({place_->program, path, std::move(name)});
    if (reported_.size() >= kMaxFoundModels) ended_ = true;
  }

  /// False for what was met before, by whatever name, and for what is not there.
  static bool is_new(const fs::path& path, std::set<fs::path>& known) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    return !error && known.insert(real).second;
  }

  /// Programs share files by hard links, too.
  bool is_linked_again(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error) || fs::hard_link_count(path, error) < 2) return false;
    for (const fs::path& other : linked_)
      if (fs::equivalent(path, other, error)) return true;
    linked_.push_back(path);
    return false;
  }

  bool go_on() {
    if (!ended_ && !(*go_on_)()) ended_ = true;
    return !ended_;
  }

  const std::function<void(const FoundModel&)>* found_;
  const std::function<bool()>* go_on_;
  const ModelPlace* place_ = nullptr;
  std::set<fs::path> visited_;
  std::set<fs::path> reported_;
  std::vector<fs::path> linked_;  ///< of these, files that have several names
  bool ended_ = false;
};

}  // namespace

std::string process_environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::vector<ModelPlace> model_places(const Environment& environment) {
  std::vector<ModelPlace> places;
  const auto folder_of = [&](const char* variable) {
    return path_from_utf8(environment(variable));
  };
  const auto add = [&](const char* program, const fs::path& folder, bool ollama = false) {
    if (folder.is_absolute()) places.push_back({program, folder, ollama});
  };
  const auto add_named = [&](const char* program, const char* variable, const fs::path& below,
                             bool ollama = false) {
    if (const fs::path folder = folder_of(variable); !folder.empty())
      add(program, folder / below, ollama);
  };
#if defined(_WIN32)
  const fs::path home = folder_of("USERPROFILE");
  const fs::path data = folder_of("LOCALAPPDATA"), cache = data;
  add("Jan", folder_of("APPDATA") / "Jan" / "data" / "llamacpp" / "models");
#elif defined(__APPLE__)
  const fs::path home = folder_of("HOME");
  const fs::path data = home / "Library" / "Application Support";
  const fs::path cache = home / "Library" / "Caches";
#else
  const fs::path home = folder_of("HOME");
  const fs::path data = home / ".local" / "share", cache = home / ".cache";
#endif
  for (const fs::path& lm_studio :
       {lm_studio_pointer(home), home / ".lmstudio", home / ".cache" / "lm-studio"}) {
    if (!lm_studio.is_absolute()) continue;
    add("LM Studio", lm_studio_downloads(lm_studio));
    add("LM Studio", lm_studio / "models");
  }
  add_named("Ollama", "OLLAMA_MODELS", {}, true);
  add("Ollama", home / ".ollama" / "models", true);
  add("Ollama", "/usr/share/ollama/.ollama/models", true);
  add("GPT4All", data / "nomic.ai" / "GPT4All");
  add("Jan", data / "Jan" / "data" / "llamacpp" / "models");
  add("Jan", home / "jan" / "models");
  add_named("Hugging Face", "HF_HUB_CACHE", {});
  add_named("Hugging Face", "HF_HOME", "hub");
  add("Hugging Face", home / ".cache" / "huggingface" / "hub");
  add_named("llama.cpp", "LLAMA_CACHE", {});
  add("llama.cpp", cache / "llama.cpp");
  return places;
}

void find_models(std::span<const ModelPlace> places,
                 const std::function<void(const FoundModel&)>& found,
                 const std::function<bool()>& go_on) {
  Search search(found, go_on);
  for (const ModelPlace& place : places) {
    if (search.ended()) return;
    search.look(place);
  }
}

}  // namespace canter::engine
