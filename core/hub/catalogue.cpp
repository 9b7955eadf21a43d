#include "hub/catalogue.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/file.h"
#include "base/lower_case.h"
#include "base/paths.h"
#include "format/json_members.h"
#include "format/message.h"
#include "format/strict_json.h"
#include "hub/hub_choice.h"
#include "hub/sha256.h"
#include "hub/url.h"

namespace canter {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kCatalogueDepth = 5;
constexpr int kCatalogueVersion = 1;

/// Reads the members of an entry; the first that is missing or of another kind is kept.
class Entry {
 public:
  explicit Entry(const Json& json) : json_(json) {}

  std::string text(const char* name, bool needed = true) {
    const Json* value = member(name, needed);
    if (!value) return {};
    if (!value->is_string() || value->get_ref<const std::string&>().empty()) note(name);
    return value->is_string() ? value->get<std::string>() : std::string();
  }

  std::uint64_t number(const char* name, bool needed = true) {
    const Json* value = member(name, needed);
    if (!value) return 0;
    if (!value->is_number_unsigned() || *value == 0) note(name);
    return value->is_number_unsigned() ? value->get<std::uint64_t>() : 0;
  }

  std::vector<std::string> texts(const char* name) {
    std::vector<std::string> result;
    const Json* value = member(name, true);
    if (!value) return result;
    if (!value->is_array()) note(name);
    for (const Json& text : *value) {
      if (!text.is_string()) note(name);
      if (text.is_string()) result.push_back(text.get<std::string>());
    }
    return result;
  }

  Entry object(const char* name) {
    static const Json nothing = Json::object();
    const Json* value = member(name, true);
    return Entry(value && value->is_object() ? *value : nothing);
  }

  void note(const char* name) {
    if (fault_.empty()) fault_ = name;
  }
  const std::string& fault() const { return fault_; }

 private:
  const Json* member(const char* name, bool needed) {
    const auto found = json_.find(name);
    if (found != json_.end()) return &*found;
    if (needed) note(name);
    return nullptr;
  }

  const Json& json_;
  std::string fault_;
};

tl::unexpected<Error> bad(const std::string& where, const std::string& what) {
  return fail(ErrorKind::kBadFile, where + " " + what + "; install Canter again");
}

/// `2026-11-29`
bool is_date(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00";
  return std::ranges::equal(text, kForm, [](char c, char form) {
    return form == '0' ? c >= '0' && c <= '9' : c == form;
  });
}

Result<CatalogueModel> read_model(const Json& json, const std::string& where) {
  if (!json.is_object()) return bad(where, "holds a model that is no object");
  Entry entry(json);
  CatalogueModel model;
  model.name = entry.text("name");
  model.title = entry.text("title");
  model.maker = entry.text("maker");
  model.good_at = entry.text("good_at");
  model.cannot = entry.text("cannot");
  model.languages = entry.texts("languages");
  model.licence = entry.text("licence");
  model.repo = entry.text("repo");
  model.file = entry.text("file");
  model.bytes = entry.number("bytes", false);
  model.sha256 = entry.text("sha256", false);
  model.parameters = entry.number("parameters");
  model.active_parameters = entry.number("active_parameters", false);
  model.family = entry.text("family");
  model.context = static_cast<int>(std::min<std::uint64_t>(entry.number("context"), 1 << 30));
  Entry memory = entry.object("memory");
  model.memory_4k = memory.number("context_4k");
  model.memory_32k = memory.number("context_32k", false);
  if (model.active_parameters == 0) model.active_parameters = model.parameters;
  if (!is_repository(model.repo)) entry.note("repo");
  if (!is_sound_file_name(model.file)) entry.note("file");
  if (!model.sha256.empty() && !is_sha256(model.sha256)) entry.note("sha256");
  if (model.active_parameters > model.parameters) entry.note("active_parameters");
  const std::string fault = entry.fault().empty() ? memory.fault() : entry.fault();
  if (!fault.empty())
    return bad(where, "holds no sound \"" + fault + "\" for the model " + in_quotes(model.name));
  return model;
}

/// Of files of a usual model in that quantisation, tables and all.
double bits_per_weight(std::string_view quantisation) {
  struct Bits {
    std::string_view beginning;
    double bits;
  };
  constexpr std::array<Bits, 10> kBits = {{{"Q8", 8.5},
                                           {"Q6", 6.6},
                                           {"Q5", 5.7},
                                           {"MXFP4", 4.6},
                                           {"IQ4", 4.4},
                                           {"Q3", 3.9},
                                           {"Q2", 3.2},
                                           {"BF16", 16},
                                           {"F16", 16},
                                           {"F32", 32}}};
  for (const Bits& bits : kBits)
    if (quantisation.starts_with(bits.beginning)) return bits.bits;
  return 4.9;
}

}  // namespace

double CatalogueModel::bytes_per_token() const {
  const auto active = static_cast<double>(active_parameters);
  if (bytes > 0) return static_cast<double>(bytes) * active / static_cast<double>(parameters);
  return active * bits_per_weight(quantisation_in(file)) / 8;
}

std::uint64_t CatalogueModel::download_bytes() const {
  if (bytes > 0) return bytes;
  return static_cast<std::uint64_t>(static_cast<double>(parameters) *
                                    bits_per_weight(quantisation_in(file)) / 8);
}

Result<Catalogue> parse_catalogue(std::string_view text, const std::string& where) {
  JsonLimits limits;
  limits.depth = kCatalogueDepth;
  const auto json = parse_strict_json(text, where, limits);
  if (!json) return propagate(json);
  if (json_member(*json, "version") != kCatalogueVersion)
    return bad(where, "is no catalogue of this version");
  Catalogue catalogue;
  catalogue.issued = json_text(json_member(*json, "issued"));
  if (!is_date(catalogue.issued)) return bad(where, "does not say when it was issued");
  const Json& models = json_member(*json, "models");
  if (!models.is_array()) return bad(where, "holds no models");
  std::set<std::string> names;
  for (const Json& entry : models) {
    auto model = read_model(entry, where);
    if (!model) return propagate(model);
    if (!names.insert(model->name).second)
      return bad(where, "names " + in_quotes(model->name) + " twice");
    catalogue.models.push_back(std::move(*model));
  }
  return catalogue;
}

Result<Catalogue> read_catalogue(const std::filesystem::path& path) {
  const auto text = read_text_file(path);
  if (!text) return propagate(text);
  return parse_catalogue(*text, "\"" + path.string() + "\"");
}

Result<Catalogue> own_catalogue() {
  return read_catalogue(resource_dir() / "catalogue.json");
}

const CatalogueModel* find_in(const std::vector<CatalogueModel>& catalogue, std::string_view name) {
  const std::string wanted = lower_case(name);
  const auto found = std::ranges::find_if(catalogue, [&](const CatalogueModel& model) {
    return lower_case(model.name) == wanted || lower_case(model.title) == wanted;
  });
  return found == catalogue.end() ? nullptr : &*found;
}

}  // namespace canter
