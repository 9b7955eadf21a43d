#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "architecture/layering.h"
#include "architecture/source_text.h"

namespace canter::test {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

const fs::path kProject = CANTER_TEST_SOURCE;
constexpr long kMaxLines = 500;
constexpr long kMaxQmlLines = 300;

struct Source {
  std::string path;  // relative to the project
  std::string text;
};

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Source> sources(const std::vector<std::string>& folders,
                            const std::set<std::string>& extensions) {
  std::vector<Source> found;
  for (const std::string& folder : folders) {
    if (!fs::is_directory(kProject / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(kProject / folder)) {
      if (!entry.is_regular_file() || !extensions.contains(entry.path().extension().string())) {
        continue;
      }
      found.push_back(
          {entry.path().lexically_relative(kProject).generic_string(), text_of(entry.path())});
    }
  }
  return found;
}

const std::set<std::string> kCode = {".h", ".cpp", ".inl"};

TEST(Project, has_sources_where_these_checks_look) {
  EXPECT_GT(sources({"core"}, kCode).size(), 20u);
}

TEST(Project, depends_downwards_only) {
  std::set<std::string> ui_headers;
  for (const Source& source : sources({"ui"}, {".h"})) ui_headers.insert(source.path.substr(3));
  std::vector<std::string> faults;
  for (const Source& source : sources({"core", "ui", "app"}, kCode)) {
    std::ranges::copy(layering_faults(source.path, source.text, ui_headers),
                      std::back_inserter(faults));
  }
  EXPECT_THAT(faults, IsEmpty());
}

/// Of what lies in `engine/`: its folder's place from below; what lies in no folder is on top.
std::ptrdiff_t floor_in_engine(const std::string& path) {
  static const std::vector<std::string> upwards = {
      "session",    "keeping",   "generation", "models", "downloads",
      "comparison", "answering", "library",    "import", "tuning"};
  const std::size_t end = path.find('/');
  if (end == std::string::npos) return std::ssize(upwards);
  const auto found = std::ranges::find(upwards, path.substr(0, end));
  EXPECT_NE(found, upwards.end()) << path << " has no place among the engine's folders";
  return found - upwards.begin();
}

TEST(Project, has_an_engine_whose_folders_depend_downwards_only) {
  const std::string engine = "engine/", core = "core/";
  for (const Source& source : sources({"core/engine"}, kCode)) {
    const std::string path = source.path.substr(core.size() + engine.size());
    for (const Include& include : includes_of(source.text)) {
      if (!include.path.starts_with(engine)) continue;
      EXPECT_LE(floor_in_engine(include.path.substr(engine.size())), floor_in_engine(path))
          << source.path << " includes " << include.path;
    }
  }
}

TEST(Project, has_a_core_that_neither_prints_nor_throws_nor_ends_the_program) {
  std::vector<std::string> faults;
  for (const Source& source : sources({"core"}, kCode)) {
    std::ranges::copy(conduct_faults(source.path, source.text), std::back_inserter(faults));
  }
  EXPECT_THAT(faults, IsEmpty());
}

/// The core folders whose targets a core folder links, directly or through others.
std::set<std::string> linked_folders(const std::string& folder) {
  const std::string list = text_of(kProject / "core" / folder / "CMakeLists.txt");
  std::set<std::string> linked = {folder};
  for (const std::string& below : core_layers().at(folder)) {
    if (list.find("canter_" + below) != std::string::npos) linked.merge(linked_folders(below));
  }
  return linked;
}

TEST(Project, links_every_core_folder_it_includes_from) {
  std::set<std::string> faults;
  for (const auto& [folder, below] : core_layers()) {
    const std::set<std::string> linked = linked_folders(folder);
    for (const Source& source : sources({"core/" + folder}, kCode)) {
      for (const Include& include : includes_of(source.text)) {
        const std::string target = include.path.substr(0, include.path.find('/'));
        if (!core_layers().contains(target) || linked.contains(target)) continue;
        faults.insert("core/" + folder + "/CMakeLists.txt does not link canter_" + target);
      }
    }
  }
  EXPECT_THAT(faults, IsEmpty());
}

TEST(Project, has_no_source_file_too_long_to_be_read_at_once) {
  std::set<std::string> extensions = kCode;
  extensions.insert({".qml", ".js", ".cmake", ".sh", ".py", ".sql"});
  std::vector<std::string> faults;
  for (const Source& source : sources({"core", "ui", "app", "tests", "packaging"}, extensions)) {
    if (source.path.starts_with("tests/data/")) continue;
    const long lines = std::count(source.text.begin(), source.text.end(), '\n');
    const long most = source.path.ends_with(".qml") ? kMaxQmlLines : kMaxLines;
    if (lines > most) faults.push_back(source.path + ": " + std::to_string(lines) + " lines");
  }
  EXPECT_THAT(faults, IsEmpty());
}

// Layouts of Qt 6.4 know a deleted item until the next frame, and use it when they are resized
// before.
TEST(Project, has_no_layout_whose_own_items_come_and_go) {
  std::vector<std::string> faults;
  for (const Source& source : sources({"ui"}, {".qml"})) {
    std::map<std::size_t, std::string> types;  // those around a line, by their indentation
    std::istringstream lines(source.text);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t indent = line.find_first_not_of(' ');
      const std::size_t brace = line.find(" {", indent == std::string::npos ? 0 : indent);
      if (indent == std::string::npos || brace == std::string::npos) continue;
      types.erase(types.lower_bound(indent), types.end());
      const std::string type = line.substr(indent, brace - indent);
      if (type == "Repeater" && !types.empty() && types.rbegin()->second.ends_with("Layout"))
        faults.push_back(source.path);
      types[indent] = type;
    }
  }
  EXPECT_THAT(faults, IsEmpty());
}

}  // namespace
}  // namespace canter::test
