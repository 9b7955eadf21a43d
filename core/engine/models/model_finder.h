#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace canter::engine {

/// Where another program keeps models.
struct ModelPlace {
  std::string program;  ///< `LM Studio`
  std::filesystem::path folder;
  /// Ollama's store: files are named by their digests, and manifests say what they are.
  bool ollama = false;
};

/// The value of an environment variable; empty when it is not set.
using Environment = std::function<std::string(const char* name)>;
std::string process_environment(const char* name);

/// The places of programs that are known, whether they exist or not; LM Studio's by its settings,
/// too.
std::vector<ModelPlace> model_places(const Environment& environment);

struct FoundModel {
  std::string program;
  std::filesystem::path path;  ///< a GGUF file, or a folder of safetensors
  std::string name;            ///< by the program; empty where the file has one of its own
};

/// Reports models where they lie, each once, in the places' order: GGUF files, and folders with
/// config.json and safetensors. A split file is reported by its first part that is there.
/// Projectors for pictures are none.
/// What cannot be read is passed over; links may lead anywhere, depth and count are limited.
/// `go_on` is asked again and again; the search ends when it returns false.
void find_models(std::span<const ModelPlace> places,
                 const std::function<void(const FoundModel&)>& found,
                 const std::function<bool()>& go_on);

}  // namespace canter::engine
