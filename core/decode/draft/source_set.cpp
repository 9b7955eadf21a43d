#include "decode/draft/source_set.h"

#include <algorithm>

namespace canter {

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
  }
  return {};
}

Result<SourceSet> parse_sources(std::string_view text) {
  if (text == "auto") return SourceSet::all();
  if (text == "free") return SourceSet::free();
  if (text == "none") return SourceSet();
  SourceSet set;
  for (std::string_view rest = text;;) {
    const std::size_t comma = rest.find(',');
    const std::string_view name = rest.substr(0, comma);
    const auto* const found = std::ranges::find(kSources, name, source_name);
    if (found == kSources.end()) {
      std::string known;
      for (const SourceId source : kSources) known += std::string(source_name(source)) + ", ";
      return fail(ErrorKind::kUsage, "\"" + std::string(name.substr(0, 60)) +
                                         "\" is no source of drafts; give auto, none, free, or "
                                         "some of " +
                                         known.substr(0, known.size() - 2) +
                                         ", separated by commas");
    }
    set = set.with(*found);
    if (comma == std::string_view::npos) return set;
    rest.remove_prefix(comma + 1);
  }
}

}  // namespace canter
