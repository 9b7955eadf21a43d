#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "adapter_offers.h"
#include "base/machine.h"
#include "base/utf8.h"
#include "commands.h"
#include "decode/adapter.h"
#include "engine/models/drafting.h"
#include "engine/tuning/tuning_job.h"
#include "model_argument.h"
#include "store/store.h"

namespace canter::cli {
namespace {

namespace fs = std::filesystem;

struct AdapterArguments {
  std::string model;
  std::string file;
};

/// One that is known for a model.
struct Known {
  fs::path path;
  bool comes_along = false;  ///< with the program
  bool set_aside = false;    ///< it did not pay when it was measured
};

/// In the order in which they are tried.
Outcome<std::vector<Known>> known_adapters(const Model& model, Store* store) {
  std::vector<Known> known;
  if (store) {
    const auto records = store->adapters(model.summary().fingerprint);
    if (!records) return data_failure(records.error());
    for (const AdapterRecord& record : *records)
      known.push_back({path_from_utf8(record.path), false, engine::is_set_aside(record)});
  }
  if (auto own = engine::own_adapter(model.summary().fingerprint))
    known.push_back({std::move(*own), true});
  return known;
}

Outcome<> list(const AdapterArguments& arguments, const CommonOptions& options) {
  const Outcome<Model> model = open_model(arguments.model, options);
  if (!model) return tl::unexpected(model.error());
  std::optional<Store> store = open_known_database(options);
  const auto known = known_adapters(*model, store ? &*store : nullptr);
  if (!known) return tl::unexpected(known.error());
  const engine::AdapterChoice used = engine::find_adapter(*model, store ? &*store : nullptr);
  auto rows = nlohmann::ordered_json::array();
  std::string text;
  for (const Known& each : *known) {
    const bool is_used = each.path == used.path;
    const auto other = is_used ? Result<Adapter>() : read_adapter(each.path, *model);
    const Adapter* const adapter = is_used ? &*used.adapter : other ? &*other : nullptr;
    nlohmann::ordered_json row = {{"path", each.path.string()},
                                  {"used", is_used},
                                  {"comes_along", each.comes_along},
                                  {"set_aside", each.set_aside}};
    std::string what;
    if (adapter) {
      row["mask_tokens"] = adapter->mask_tokens;
      row["head"] = !adapter->head.empty();
      row["successors"] = !adapter->successors.empty();
      if (adapter->mask_tokens > 0) what += fmt::format(", {} mask tokens", adapter->mask_tokens);
      if (!adapter->head.empty()) what += ", a draft head";
      if (!adapter->successors.empty()) what += ", successors";
    } else {
      row["problem"] = other.error().message;
      what = ", cannot be used: " + other.error().message;
    }
    const char* role = is_used ? "used" : each.set_aside ? "set aside" : "known";
    text += fmt::format("{:>9}  {}{}\n", role, each.path.string(), what);
    rows.push_back(std::move(row));
  }
  if (options.json)
    return print_json({{"fingerprint", model->summary().fingerprint}, {"adapters", rows}});
  return print(text.empty() ? "no adapter is known for this model; canter-cli tune makes one\n"
                            : text);
}

/// Writes the adapter that answers with this model are drafted with to a file, for others.
Outcome<> export_to(const AdapterArguments& arguments, const CommonOptions& options) {
  const Outcome<Model> model = open_model(arguments.model, options);
  if (!model) return tl::unexpected(model.error());
  std::optional<Store> store = open_known_database(options);
  const engine::AdapterChoice choice = engine::find_adapter(*model, store ? &*store : nullptr);
  if (!choice.adapter)
    return model_failure({ErrorKind::kBadFile, "there is nothing to export: " + choice.reason});
  const fs::path out = path_from_utf8(arguments.file);
  if (auto written = write_adapter(out, *choice.adapter, model->plan()); !written)
    return data_failure(written.error());
  std::error_code ignored;
  const std::uintmax_t bytes = fs::file_size(out, ignored);
  if (options.json)
    return print_json({{"path", arguments.file},
                       {"fingerprint", model->summary().fingerprint},
                       {"bytes", bytes}});
  return print(fmt::format("{} has the adapter, {}\n", arguments.file, format_bytes(bytes)));
}

/// Checks the adapter against the model, keeps a copy of it, and uses it from now on.
Outcome<> import_from(const AdapterArguments& arguments, const CommonOptions& options) {
  const Outcome<Model> model = open_model(arguments.model, options);
  if (!model) return tl::unexpected(model.error());
  const fs::path file = path_from_utf8(arguments.file);
  Result<Adapter> adapter = read_adapter(file, *model);
  if (!adapter && adapter.error().kind == ErrorKind::kIo) return data_failure(adapter.error());
  if (!adapter) return model_failure(adapter.error());
  const Outcome<fs::path> folder = data_folder(options);
  if (!folder) return tl::unexpected(folder.error());
  Result<Store> store = Store::open(*folder);
  if (!store) return data_failure(store.error());
  const fs::path adapters = *folder / "adapters";
  std::error_code error;
  fs::create_directories(adapters, error);
  if (error)
    return data_failure({ErrorKind::kIo, "cannot create " + adapters.string() + ": " +
                                             error.message() + "; check its permissions"});
  AdapterRecord record;
  const fs::path place = engine::free_adapter_file(adapters, file.stem().string());
  record.path = place.string();
  record.fingerprint = adapter->fingerprint = model->summary().fingerprint;
  if (auto written = write_adapter(place, *adapter, model->plan()); !written)
    return data_failure(written.error());
  if (auto known = store->remember_adapter(record); !known) return data_failure(known.error());
  if (options.json)
    return print_json({{"path", place.string()}, {"fingerprint", record.fingerprint}});
  return print(
      fmt::format("answers with {} are drafted with it from now on\n", model->summary().name));
}

template <typename Do>
void add(Command parent, const char* name, const char* description, const char* file, Do action) {
  Command command = parent.add_command(name, description);
  const auto arguments = std::make_shared<AdapterArguments>();
  if (*file) command.add_option("file", arguments->file, file).required().value_name("FILE");
  add_model_option(command, arguments->model).required();
  command.does(
      [arguments, action](const CommonOptions& options) { return action(*arguments, options); });
}

}  // namespace

void add_adapter(Command parent) {
  Command adapters = parent.add_command("adapter", "Adapters of a model as files");
  add(adapters, "list", "Show the adapters that are known for a model", "", list);
  add(adapters, "export", "Write the adapter that a model is drafted with to a file",
      "The file to write", export_to);
  add(adapters, "import", "Draft for a model with an adapter that somebody else tuned",
      "The adapter", import_from);
  add_adapter_find(adapters);
  add_adapter_get(adapters);
  adapters.needs_command();
}

}  // namespace canter::cli
