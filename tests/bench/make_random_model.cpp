// Writes a model of random weights to measure speed with, in a size and number format of choice.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>
#include <map>
#include <string>

#include "base/machine.h"
#include "support/random_model.h"

int main(int argc, char** argv) {
  using namespace canter;
  std::string path;
  std::string type_name;
  const std::map<std::string, std::function<test::RandomModel()>> shapes = {
      {"tinyllama", [] { return test::random_llama(test::tinyllama_shape()); }},
      {"small", [] { return test::random_llama(test::small_shape()); }},
      {"qwen3", test::random_qwen3},
      {"gemma3", test::random_gemma3},
      {"gpt-oss", test::random_gpt_oss}};
  std::string shape = "tinyllama";
  CLI::App app("Write a GGUF model of random weights, for measurements", "make_random_model");
  app.add_option("out", path, "The file to write")->required()->option_text("OUT.gguf");
  app.add_option("--type", type_name,
                 "F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K or Q6_K")
      ->required()
      ->option_text("TYPE");
  app.add_option("--shape", shape,
                 "tinyllama, qwen3, gemma3 or gpt-oss (a billion weights), or small (45 million)")
      ->check(CLI::IsMember(shapes))
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);

  const auto type = tensor_type_from_name(type_name);
  if (!type) {
    std::fprintf(stderr, "make_random_model: there is no number format %s, see --help\n",
                 type_name.c_str());
    return 2;
  }
  const auto bytes = test::write_random_model(path, shapes.at(shape)(), *type);
  if (!bytes) {
    std::fprintf(stderr, "make_random_model: %s\n", bytes.error().message.c_str());
    return 1;
  }
  std::printf("%s: %s\n", path.c_str(), format_bytes(*bytes).c_str());
}
