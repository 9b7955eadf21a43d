#include <spdlog/fmt/fmt.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <system_error>

#include "base/machine.h"
#include "base/utf8.h"
#include "commands.h"
#include "interrupt.h"
#include "model_argument.h"
#include "progress.h"

namespace canter::cli {
namespace {

namespace fs = std::filesystem;

struct QuantizeArguments {
  std::string input;
  std::string output;
  std::string type;
};

Outcome<FileType> parse_type(const std::string& name) {
  const std::optional<FileType> type = file_type_from_name(name);
  if (!type)
    return usage_failure("a model cannot be written as " + name + ", choose one of " +
                         file_type_names());
  return *type;
}

/// On a terminal one line, elsewhere, if wished, a line for every tenth.
Progress::Style progress_style(const CommonOptions& options) {
  const Progress::Style style = Progress::style_for(options.json);
  const bool tenths = style == Progress::Style::kSilent && options.verbose;
  return tenths ? Progress::Style::kTenths : style;
}

Result<std::uint64_t> convert(const fs::path& input, const fs::path& output, FileType type,
                              Progress::Style style) {
  const InterruptListener interrupt;
  Progress progress("converting", style);
  return quantize_model(input, output, type, [&](double done) {
    progress.show(done);
    return interrupt.pending() == 0;
  });
}

Outcome<> quantize(const QuantizeArguments& arguments, const CommonOptions& options) {
  const Outcome<FileType> type = parse_type(arguments.type);
  if (!type) return tl::unexpected(type.error());
  const Outcome<fs::path> input = find_model(arguments.input, options);
  if (!input) return tl::unexpected(input.error());
  std::error_code ignored;
  if (fs::equivalent(path_from_utf8(arguments.output), *input, ignored)) {
    return usage_failure("the converted model would replace " + arguments.output +
                         ", which it is made from; choose another name");
  }
  // What cannot be read is told apart from what cannot be written.
  if (const auto summary = summarise_model(*input); !summary) {
    return model_failure(summary.error());
  }
  const Result<std::uint64_t> bytes =
      convert(*input, path_from_utf8(arguments.output), *type, progress_style(options));
  if (!bytes) return data_failure(bytes.error());
  if (options.json) {
    return print_json(
        {{"bytes", *bytes}, {"type", file_type_name(*type)}, {"path", arguments.output}});
  }
  return print(
      fmt::format("{}: {}, {}\n", arguments.output, file_type_name(*type), format_bytes(*bytes)));
}

}  // namespace

void add_quantize(Command parent) {
  Command command = parent.add_command("quantize", "Write a model as GGUF in another format");
  const auto arguments = std::make_shared<QuantizeArguments>();
  command.add_option("in", arguments->input, "The model to convert").required().value_name("IN");
  command.add_option("out", arguments->output, "The GGUF file to write")
      .required()
      .value_name("OUT");
  command.add_option("--type", arguments->type, file_type_names()).required().value_name("TYPE");
  command.does([arguments](const CommonOptions& options) { return quantize(*arguments, options); });
}

}  // namespace canter::cli
