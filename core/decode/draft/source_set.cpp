#include "decode/draft/source_set.h"

#include <algorithm>
#include <optional>

namespace canter {
namespace {

constexpr std::string_view kModelPrefix = "model:";

/// nullopt: there is no such name, or it says too little.
std::optional<SourceSet> named_sources(std::string_view name) {
  if (name == "auto") return SourceSet::all();
  if (name == "free") return SourceSet::free();
  const auto* const found = std::ranges::find(kSources, name, source_name);
  if (found == kSources.end() || *found == SourceId::kModel) return std::nullopt;
  return SourceSet().with(*found);
}

}  // namespace

std::string_view source_name(SourceId source) {
  switch (source) {
    case SourceId::kText:
      return "text";
    case SourceId::kSuccessors:
      return "successors";
    case SourceId::kMasks:
      return "masks";
    case SourceId::kHead:
      return "head";
    case SourceId::kOwnHead:
      return "nextn";
    case SourceId::kModel:
      return "model";
  }
  return {};
}

Result<SourceWish> parse_sources(std::string_view text) {
  SourceWish wish{.sources = {}};
  if (text == "none") return wish;
  for (std::string_view rest = text;;) {
    const std::size_t comma = rest.find(',');
    const std::string_view name = rest.substr(0, comma);
    if (const auto named = named_sources(name)) {
      wish.sources = wish.sources | *named;
    } else if (name.size() > kModelPrefix.size() && name.starts_with(kModelPrefix) &&
               wish.model.empty()) {
      wish.sources = wish.sources.with(SourceId::kModel);
      wish.model = name.substr(kModelPrefix.size());
    } else {
      return fail(ErrorKind::kUsage, "\"" + std::string(name.substr(0, 60)) +
                                         "\" is no source of drafts; give none, or some of auto, "
                                         "free, text, successors, masks, head, nextn and one "
                                         "model:FILE, "
                                         "separated by commas");
    }
    if (comma == std::string_view::npos) return wish;
    rest.remove_prefix(comma + 1);
  }
}

}  // namespace canter
