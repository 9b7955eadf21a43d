#include "architecture/layering.h"

#include <cctype>
#include <optional>

#include "architecture/source_text.h"

namespace canter::test {
namespace {

/// Headers of values alone, which the window may use without going through the engine.
const std::set<std::string> kValueHeaders = {"base/error.h", "decode/statistics.h",
                                             "store/records.h"};

const std::set<std::string> kForbiddenWords = {"cout", "cerr", "clog"};
const std::set<std::string> kForbiddenCalls = {
    "abort",   "exit",   "_exit", "quick_exit", "terminate", "printf",  "puts",
    "putchar", "perror", "fputs", "fprintf",    "vprintf",   "vfprintf"};

std::string first_part(std::string_view path) {
  return std::string(path.substr(0, path.find('/')));
}

/// Handing on what a library threw is allowed, for a function further out that makes it an error;
/// so is every exception inside the store, which ends transactions by them
/// (store/database_error.h).
bool may_throw(std::string_view path, std::string_view after_throw) {
  const std::size_t operand = after_throw.find_first_not_of(" \n");
  const bool rethrows = operand != std::string_view::npos && after_throw[operand] == ';';
  return rethrows || (path.starts_with("core/store/") && path.ends_with(".cpp"));
}

std::string place(std::string_view path, std::size_t line) {
  return std::string(path) + ":" + std::to_string(line) + ": ";
}

/// <QString>, <QtCore/qglobal.h>, <qglobal.h>.
bool is_qt_header(const Include& include) {
  const std::string& path = include.path;
  if (path.starts_with("Qt")) return true;
  if (path.starts_with('q')) return include.system && path.ends_with(".h");
  return path.size() > 1 && path[0] == 'Q' && std::isupper(static_cast<unsigned char>(path[1]));
}

std::optional<std::string> fault_in_core(const std::string& folder, const Include& include) {
  if (is_qt_header(include)) return "the core may not use Qt (" + include.path + ")";
  const std::string target = first_part(include.path);
  if (target == "ui" || target == "app") return "the core may not use " + include.path;
  if (target == folder || !core_layers().contains(target)) return std::nullopt;
  if (core_layers().at(folder).contains(target)) return std::nullopt;
  return folder + " may not use " + include.path;
}

std::optional<std::string> fault_in_ui(const Include& include,
                                       const std::set<std::string>& ui_headers) {
  if (ui_headers.contains(include.path)) return std::nullopt;
  const std::string target = first_part(include.path);
  if (target == "app") return "the window may not use " + include.path;
  if (!core_layers().contains(target) || target == "engine" || target == "serve")
    return std::nullopt;
  if (kValueHeaders.contains(include.path)) return std::nullopt;
  return "the window reaches the core through engine, serve and value types alone, not " +
         include.path;
}

}  // namespace

const std::map<std::string, std::set<std::string>>& core_layers() {
  static const std::map<std::string, std::set<std::string>> layers = {
      {"base", {}},
      {"format", {"base"}},
      {"tensor", {"base", "format"}},
      {"tokenizer", {"base", "format"}},
      {"chat", {"base", "format", "tokenizer"}},
      {"model", {"base", "format", "tensor", "tokenizer"}},
      {"decode", {"base", "format", "tensor", "tokenizer", "chat", "model"}},
      {"tune", {"base", "format", "tensor", "tokenizer", "chat", "model", "decode"}},
      {"store", {"base"}},
      {"hub", {"base", "format", "model"}},
      {"remote", {"base", "format", "hub"}},
      {"engine",
       {"base", "format", "tensor", "tokenizer", "chat", "model", "decode", "tune", "store", "hub",
        "remote"}},
      {"serve",
       {"base", "format", "tensor", "tokenizer", "chat", "model", "decode", "tune", "store",
        "engine"}},
  };
  return layers;
}

std::vector<std::string> layering_faults(std::string_view path, std::string_view source,
                                         const std::set<std::string>& ui_headers) {
  const std::string part = first_part(path);
  if (part != "core" && part != "ui") return {};
  const std::string folder = part == "core" ? first_part(path.substr(5)) : std::string();
  if (part == "core" && !core_layers().contains(folder)) {
    return {place(path, 1) + "core/" + folder + " has no place among the layers"};
  }
  std::vector<std::string> faults;
  for (const Include& include : includes_of(source)) {
    std::optional<std::string> fault;
    if (include.path.starts_with(".") || first_part(include.path) == "core") {
      fault = "an include path starts at core/ or ui/, unlike " + include.path;
    } else {
      fault = part == "core" ? fault_in_core(folder, include) : fault_in_ui(include, ui_headers);
    }
    if (fault) faults.push_back(place(path, include.line) + *fault);
  }
  return faults;
}

std::vector<std::string> conduct_faults(std::string_view path, std::string_view source) {
  const std::string text = without_comments(source, false);
  std::vector<std::string> faults;
  std::size_t line = 1;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\n') ++line;
    if (!is_word(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_word(text[end])) ++end;
    const std::string word = text.substr(i, end - i);
    const bool member =
        (i > 0 && text[i - 1] == '.') || (i > 1 && text.compare(i - 2, 2, "->") == 0);
    const std::size_t next = text.find_first_not_of(" \n", end);
    const bool call = next != std::string::npos && text[next] == '(' && !member;
    const bool exception = word == "throw" && !may_throw(path, std::string_view(text).substr(end));
    if (exception || kForbiddenWords.contains(word) || (call && kForbiddenCalls.contains(word))) {
      faults.push_back(place(path, line) + "the core may not use " + word);
    }
    i = end;
  }
  return faults;
}

}  // namespace canter::test
