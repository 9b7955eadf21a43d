#include "tokenizer/folder/settings.h"

#include <charconv>
#include <map>

#include "base/file.h"
#include "format/message.h"
#include "format/strict_json.h"
#include "tokenizer/folder/json_values.h"

namespace canter {
namespace {

using nlohmann::json;

/// null when there is no such file.
Result<json> read_json(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return json();
  const auto text = read_text_file(path);
  if (!text) return propagate(text);
  return parse_strict_json(*text, file_name_in_quotes(path), {.depth = 16});
}

/// Token names are strings or objects like {"content": "<s>", ...}.
std::optional<std::string> name_in(const json& settings, const char* name) {
  const auto* value = json_member(settings, name);
  if (value && value->is_object()) return json_text(*value, "content");
  return json_text(settings, name);
}

/// A string, or a list of {"name": ..., "template": ...}; `chat_template.jinja` comes first.
Result<std::string> read_chat_template(const std::filesystem::path& folder, const json& config) {
  const auto file = folder / "chat_template.jinja";
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored)) return read_text_file(file);

  const auto* value = json_member(config, "chat_template");
  if (!value) return std::string();
  if (value->is_string()) return value->get<std::string>();
  if (value->is_array()) {
    for (const auto& entry : *value) {
      if (json_text(entry, "name") == "default") return json_text(entry, "template").value_or("");
    }
  }
  return std::string();
}

void append_ends(const json& settings, std::vector<TokenId>& ends) {
  const auto* value = json_member(settings, "eos_token_id");
  if (!value) return;
  const auto add = [&](const json& id) {
    if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= kMaxTokens) return;
    ends.push_back(id.get<TokenId>());
  };
  if (!value->is_array()) return add(*value);
  for (const auto& id : *value) add(id);
}

}  // namespace

Result<FolderSettings> FolderSettings::read(const std::filesystem::path& folder) {
  FolderSettings settings;
  const std::pair<const char*, json*> files[] = {{"tokenizer_config.json", &settings.config_},
                                                 {"special_tokens_map.json", &settings.special_},
                                                 {"added_tokens.json", &settings.list_},
                                                 {"generation_config.json", &settings.generation_},
                                                 {"config.json", &settings.model_}};
  for (const auto& [name, place] : files) {
    auto read = read_json(folder / name);
    if (!read) return propagate(read);
    *place = std::move(*read);
  }
  auto chat_template = read_chat_template(folder, settings.config_);
  if (!chat_template) return propagate(chat_template);
  settings.chat_template_ = std::move(*chat_template);
  return settings;
}

std::optional<bool> FolderSettings::flag(const char* name) const {
  const auto* value = json_member(config_, name);
  if (!value || !value->is_boolean()) return std::nullopt;
  return value->get<bool>();
}

bool FolderSettings::flag(const char* name, bool missing) const {
  return flag(name).value_or(missing);
}

std::optional<std::string> FolderSettings::token_name(const char* name) const {
  auto found = name_in(config_, name);
  return found ? found : name_in(special_, name);
}

Result<std::vector<AddedToken>> FolderSettings::added_tokens(std::size_t end_of_numbers,
                                                             const std::string& where) const {
  const auto bad_number = [&](const std::string& number) {
    return fail(ErrorKind::kBadFile,
                where + ": an added token has the number " + in_quotes(number) +
                    ", far outside the vocabulary: get the model's files again");
  };
  std::map<std::size_t, AddedToken> added;
  if (list_.is_object()) {
    for (const auto& [text, id] : list_.items()) {
      if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= end_of_numbers) {
        return bad_number(id.dump(-1, ' ', true, json::error_handler_t::replace));
      }
      added[id.get<std::size_t>()] = {.id = id.get<TokenId>(), .text = text, .special = true};
    }
  }
  const auto* decoder = json_member(config_, "added_tokens_decoder");
  if (decoder && decoder->is_object()) {
    for (const auto& [number, token] : decoder->items()) {
      std::size_t id = 0;
      const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), id);
      if (error != std::errc() || end != number.data() + number.size() || id >= end_of_numbers) {
        return bad_number(number);
      }
      if (auto text = json_text(token, "content")) {
        added[id] = {.id = static_cast<TokenId>(id),
                     .text = std::move(*text),
                     .special = json_flag(token, "special", false),
                     .rstrip = json_flag(token, "rstrip", false)};
      }
    }
  }
  std::vector<AddedToken> tokens;
  for (auto& [id, token] : added) tokens.push_back(std::move(token));
  return tokens;
}

std::vector<TokenId> FolderSettings::end_ids() const {
  std::vector<TokenId> ends;
  append_ends(generation_, ends);
  append_ends(model_, ends);
  if (const auto* text = json_member(model_, "text_config")) append_ends(*text, ends);
  return ends;
}

}  // namespace canter
