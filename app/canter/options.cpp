#include "options.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "base/utf8.h"

namespace canter {
namespace {

constexpr int kWrongUsage = 2;

}  // namespace

Parsed parse_options(int argc, char** argv) {
  Parsed parsed;
  Options& options = parsed.options;
  std::string data_dir;
  CLI::App app("Chat with language models on your own computer", "canter");
  app.add_option("model,--model", options.model,
                 "A GGUF file, a model folder, the name of an installed model, smollm2 or starter "
                 "(default: the one that the settings name, else the one that was open last)")
      ->type_name("MODEL");
  app.add_option("--data-dir", data_dir, "Where conversations and settings are kept")
      ->type_name("DIR");
  app.add_option("--threads", options.threads,
                 "Threads for computing (default: physical cores, of three or more all but one)")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
  app.add_option("--theme", options.theme, "light, dark or system, instead of the settings'")
      ->check(CLI::IsMember({"light", "dark", "system"}))
      ->envname("CANTER_THEME")
      ->type_name("THEME");
  app.add_option("--lang", options.language,
                 "Language, as in en or zh_CN, instead of the settings'")
      ->type_name("LANGUAGE");
  app.set_version_flag("--version", "canter " CANTER_VERSION);

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& done) {
    parsed.exit_code = app.exit(done);
  } catch (const CLI::ParseError& wrong) {
    std::cerr << "canter: error: " << wrong.what() << "; see canter --help\n";
    parsed.exit_code = kWrongUsage;
  }
  options.data_dir = path_from_utf8(data_dir);
  return parsed;
}

}  // namespace canter
