#include "hub/model_download.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/machine.h"
#include "base/utf8.h"
#include "format/gguf_split.h"
#include "hub/catalogue_update.h"
#include "hub/hub_choice.h"
#include "hub/part_file.h"

namespace canter {
namespace fs = std::filesystem;
namespace {

constexpr int kMaxModelParts = 999;

bool is_folder_of_tensors(const std::vector<HubFile>& files) {
  return files.size() > 1 && !files.front().name.ends_with(".gguf");
}

std::uint64_t size_on_disk(const fs::path& path) {
  std::error_code missing;
  const std::uint64_t size = fs::file_size(path, missing);
  return missing ? 0 : size;
}

/// The nearest folder above that exists.
fs::path existing_folder(fs::path path) {
  std::error_code ignored;
  while (path.has_relative_path() && !fs::exists(path, ignored)) path = path.parent_path();
  return path.empty() ? fs::path(".") : path;
}

Result<void> check_space(const ModelFiles& model, std::uint64_t keep_free) {
  std::uint64_t needed = 0;
  for (const DownloadRequest& file : model.files) {
    if (size_on_disk(file.target) == file.bytes) continue;
    const std::uint64_t here = size_on_disk(part_of(file.target));
    needed += file.bytes - std::min(here, file.bytes);
  }
  const fs::path folder = existing_folder(model.files.front().target.parent_path());
  const auto available = free_space(folder);
  if (!available || needed == 0 || *available >= needed + keep_free) return {};
  return fail(ErrorKind::kIo, "the model takes " + format_bytes(needed) + ", and the disk of \"" +
                                  folder.string() + "\" has " + format_bytes(*available) +
                                  " left; free some space or choose another folder for models");
}

template <typename Files>
std::uint64_t sum_of(const Files& files, auto member) {
  std::uint64_t sum = 0;
  for (const auto& file : files) sum += file.*member;
  return sum;
}

}  // namespace

std::uint64_t ModelFiles::bytes() const {
  for (const DownloadRequest& file : files)
    if (file.bytes == 0) return 0;
  return sum_of(files, &DownloadRequest::bytes);
}

std::uint64_t DownloadedModel::bytes() const {
  return sum_of(files, &Downloaded::bytes);
}

std::uint64_t DownloadedModel::resumed_bytes() const {
  return sum_of(files, &Downloaded::resumed_bytes);
}

Result<ModelFiles> files_of_reference(const HubReference& reference, const HubClient& hub,
                                      const fs::path& models, const fs::path& into) {
  const auto model = hub.model(reference.repo);
  if (!model) return propagate(model);
  const auto chosen = choose_files(*model, reference.file);
  if (!chosen) return propagate(chosen);
  const bool folder = is_folder_of_tensors(*chosen);
  const std::string_view name = base_name(reference.repo);
  fs::path root = models / path_from_utf8(reference.repo);
  if (!into.empty()) root = folder ? into / path_from_utf8(name) : into;
  ModelFiles result;
  for (const HubFile& file : *chosen) {
    const std::string_view place =
        into.empty() ? std::string_view(file.name) : base_name(file.name);
    result.files.push_back({hub.file_url(reference.repo, file.name), root / path_from_utf8(place),
                            file.bytes, file.sha256});
  }
  result.path = folder ? root : result.files.front().target;
  return result;
}

Result<ModelFiles> files_of_url(const Url& url, const fs::path& models, const fs::path& into) {
  const auto name = file_name_of(url);
  if (!name) return propagate(name);
  const auto part = parse_gguf_part_name(*name);
  if (part && part->count > kMaxModelParts)
    return fail(ErrorKind::kUsage, shown_url(url.text) + " has absurdly many parts, check it");
  std::string host;
  for (const char character : url.host)
    host += character == ':' || character == '[' || character == ']' ? '-' : character;
  const std::string model = gguf_model_name(*name);
  const fs::path root =
      into.empty() ? models / path_from_utf8("web-" + host) / path_from_utf8(model) : into;
  ModelFiles result;
  for (int number = 1; number <= (part ? part->count : 1); ++number) {
    const std::string file =
        part ? gguf_part(path_from_utf8(*name), number).generic_string() : *name;
    const auto address = resolve_url(
        url, part ? url.path.substr(0, url.path.rfind('/') + 1) + encode_path(file) : url.text);
    if (!address) return propagate(address);
    result.files.push_back({address->text, root / path_from_utf8(file)});
  }
  result.path = result.files.front().target;
  return result;
}

Result<ModelFiles> files_of_words(std::string_view words, const HubClient& hub,
                                  const fs::path& models, const fs::path& into) {
  const auto request = parse_model_request(words, hub.endpoint());
  if (!request) return propagate(request);
  if (const Url* url = std::get_if<Url>(&*request)) return files_of_url(*url, models, into);
  if (const auto* reference = std::get_if<HubReference>(&*request))
    return files_of_reference(*reference, hub, models, into);
  const std::string& name = std::get<CatalogueName>(*request).name;
  const auto catalogue = known_catalogue();
  if (!catalogue) return propagate(catalogue);
  const CatalogueModel* known = find_in(catalogue->models, name);
  if (!known)
    return fail(ErrorKind::kUsage, name +
                                       " is no name of the catalogue; see canter-cli find "
                                       "--catalogue, or give hf:OWNER/REPO[:FILE] or an address");
  auto files = files_of_reference({known->repo, known->file}, hub, models, into);
  // What the catalogue knows counts, whatever the hub says.
  if (files && files->files.size() == 1 && !known->sha256.empty())
    files->files.front().sha256 = known->sha256;
  return files;
}

std::optional<std::uint64_t> free_space(const fs::path& folder) {
  std::error_code unknown;
  const fs::space_info space = fs::space(existing_folder(folder), unknown);
  return unknown ? std::nullopt : std::optional<std::uint64_t>(space.available);
}

std::uint64_t bytes_here(const ModelFiles& model) {
  std::uint64_t sum = 0;
  for (const DownloadRequest& file : model.files)
    sum += std::max(size_on_disk(file.target), size_on_disk(part_of(file.target)));
  return sum;
}

Result<DownloadedModel> download_model(const ModelFiles& model, const DownloadSettings& settings) {
  if (auto space = check_space(model, settings.keep_free); !space) return propagate(space);
  DownloadedModel result;
  result.path = model.path;
  const std::uint64_t total = model.bytes();
  for (const DownloadRequest& file : model.files) {
    DownloadSettings own = settings;
    if (settings.progress && model.files.size() > 1)
      own.progress = [&](const DownloadProgress& progress) {
        settings.progress({result.bytes() + progress.bytes, total, progress.bytes_per_second});
      };
    auto downloaded = download(file, own);
    if (!downloaded) return propagate(downloaded);
    result.files.push_back(std::move(*downloaded));
  }
  return result;
}

}  // namespace canter
