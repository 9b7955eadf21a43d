#include "support/canned_models.h"

#include <string>
#include <utility>

namespace canter::ui {
namespace {

engine::ModelFacts facts(std::string name, std::string types, double gigabytes, int context) {
  engine::ModelFacts facts;
  facts.name = std::move(name);
  facts.architecture = "llama";
  facts.weight_types = std::move(types);
  facts.bytes = std::uint64_t(gigabytes * 1e9);
  facts.memory = facts.bytes + 420'000'000;
  facts.context = context;
  facts.fingerprint = facts.name;
  return facts;
}

engine::ListedModel listed(std::int64_t id, std::string path, engine::ModelFacts known,
                           std::optional<Timestamp> last_used) {
  engine::ListedModel model;
  model.id = id;
  model.path = std::move(path);
  model.facts = std::move(known);
  model.last_used = last_used;
  return model;
}

engine::ListedModel starter(const FakeEngine::Script& script) {
  engine::ListedModel model;
  model.path = script.model.path;
  model.facts = facts("starter", "F32", 0.0284, 2048);
  model.facts.memory = 195'000'000;
  model.starter = true;
  model.adapter = engine::KnownAdapter{};
  return model;
}

}  // namespace

void add_model_elsewhere(FakeEngine::Script& script) {
  script.server.place = {"ai.example.org", false, true};
  script.server.models = {"Qwen3-235B", "gpt-oss-120b", "GLM-4.6"};
  engine::ListedModel model;
  model.id = 90;
  model.path = "https://ai.example.org/v1#Qwen3-235B";
  model.facts.name = "Qwen3-235B";
  model.elsewhere = script.server.place;
  model.last_used = 400;
  script.models.push_back(model);
}

void add_no_models(FakeEngine::Script& script) {
  script.models = {starter(script)};
  script.searched_folders = {"/home/kim/.lmstudio/models", "/home/kim/.ollama/models",
                             "/home/kim/.local/share/nomic.ai/GPT4All",
                             "/home/kim/.cache/huggingface/hub", "/home/kim/.cache/llama.cpp"};
}

void add_canned_models(FakeEngine::Script& script) {
  add_no_models(script);
  script.free_memory = 9'600'000'000;
  script.models.push_back(listed(2, "/home/kim/models/Mistral-7B-Instruct-v0.3.Q4_K_M.gguf",
                                 facts("Mistral 7B Instruct v0.3", "Q4_K + Q6_K", 4.37, 32768),
                                 300));
  script.models.back().adapter = {.tokens_per_step = 2.6, .speedup = 2.1};
  script.models.push_back(listed(3, "/home/kim/models/Meta-Llama-3.1-8B-Instruct-f16.gguf",
                                 facts("Meta Llama 3.1 8B Instruct", "F16", 16.07, 131072), 200));
  script.models.push_back(
      listed(4, "/home/kim/Documents/experiments/2026/spring/checkpoints/tinyllama-1.1b-chat.gguf",
             facts("TinyLlama 1.1B Chat", "Q8_0", 1.17, 2048), 100));
  script.models.back().adapter = {.tokens_per_step = 1.1, .speedup = 0.9, .set_aside = true};
  engine::ModelFacts gone = facts("Phi 3 mini", "", 2.4, 0);
  gone.architecture.clear();
  gone.memory = 0;
  gone.problem =
      "\"/media/stick/phi-3-mini.gguf\" does not exist; give a GGUF file or a model folder";
  script.models.push_back(listed(5, "/media/stick/phi-3-mini.gguf", gone, {}));

  script.found_models = {
      {"LM Studio", "/home/kim/.lmstudio/models/bartowski/SmolLM2/SmolLM2-1.7B-Q4_K_M.gguf",
       facts("SmolLM2 1.7B Instruct", "Q4_K + Q6_K", 1.06, 8192)},
      {"LM Studio", "/home/kim/.lmstudio/models/big/Llama-3.3-70B-Q4_K_M.gguf",
       facts("Llama 3.3 70B Instruct", "Q4_K + Q6_K", 42.5, 131072)},
      {"Ollama", "/home/kim/.ollama/models/blobs/sha256-6a0746",
       facts("llama3.2:1b", "Q8_0", 1.32, 131072)},
      {"Ollama", "/home/kim/.ollama/models/blobs/sha256-ff82ac",
       facts("gemma2:2b", "Q4_0", 1.63, 8192)}};
  engine::ModelFacts& other = script.found_models.back().facts;
  other.architecture = "gemma2";
  other.memory = 0;
  other.problem =
      "the architecture \"gemma2\" is not supported; choose a model of llama or mistral";
}

void add_many_models(FakeEngine::Script& script) {
  add_canned_models(script);
  for (int i = 0; i < 40; ++i)
    script.models.push_back(listed(100 + i, "/models/model-" + std::to_string(i) + ".gguf",
                                   facts("Model " + std::to_string(i), "Q8_0", 1 + i / 10.0, 4096),
                                   50 - i));
  script.keeps_searching = true;
}

}  // namespace canter::ui
