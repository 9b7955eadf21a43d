#include "format/message.h"

#include "base/utf8.h"

namespace canter {

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kLongest = 120;
  const bool shortened = text.size() > kLongest;
  if (shortened) text = text.substr(0, complete_utf8_prefix(text.substr(0, kLongest)));
  const std::string result = replace_controls(text, [](unsigned) { return "?"; });
  return '"' + result + (shortened ? "…\"" : "\"");
}

std::string shape_text(const std::vector<std::uint64_t>& shape) {
  std::string text = "[";
  for (const std::uint64_t size : shape)
    text += (text.size() > 1 ? ", " : "") + std::to_string(size);
  return text + "]";
}

std::string file_name_in_quotes(const std::filesystem::path& path) {
  // A folder may be written with a slash at its end.
  const auto name = path.has_filename() ? path.filename() : path.parent_path().filename();
  return in_quotes(name.string());
}

}  // namespace canter
