#include "base/paths.h"

#include <cstdint>
#include <cstdlib>
#include <system_error>

#include "base/file.h"
#include "base/io_error.h"
#include "base/utf8.h"

#if defined(_WIN32)
#include <windows.h>

#include <string>
#elif defined(__APPLE__)
#include <mach-o/dyld.h>

#include <cstdint>
#include <string>
#endif

namespace canter {
namespace fs = std::filesystem;
namespace {

/// Beside the conversations of most people: the path of the folder that was chosen for models.
constexpr const char* kChosenModels = "models-folder";
constexpr std::uint64_t kMaxPathBytes = std::uint64_t{1} << 16;

/// The folder a variable names; empty when it is unset or empty.
fs::path folder_from(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? fs::path() : path_from_utf8(value);
}

fs::path running_program() {
  [[maybe_unused]] std::error_code unknown;
#if defined(_WIN32)
  std::wstring buffer(32768, L'\0');  // the longest path there is
  buffer.resize(::GetModuleFileNameW(nullptr, buffer.data(), DWORD(buffer.size())));
  return buffer;
#elif defined(__APPLE__)
  std::uint32_t size = 0;
  _NSGetExecutablePath(nullptr, &size);
  std::string buffer(size, '\0');
  if (_NSGetExecutablePath(buffer.data(), &size) != 0) return {};
  return fs::canonical(buffer.c_str(), unknown);
#else
  return fs::read_symlink("/proc/self/exe", unknown);
#endif
}

}  // namespace

Result<fs::path> default_data_dir() {
  if (fs::path chosen = folder_from("CANTER_DATA_DIR"); !chosen.empty()) return chosen;
#if defined(_WIN32)
  if (const fs::path data = folder_from("LOCALAPPDATA"); !data.empty()) return data / "canter";
#elif defined(__APPLE__)
  if (const fs::path home = folder_from("HOME"); !home.empty()) {
    return home / "Library" / "Application Support" / "Canter";
  }
#else
  // The XDG specification has relative paths ignored.
  if (const fs::path data = folder_from("XDG_DATA_HOME"); data.is_absolute()) {
    return data / "canter";
  }
  if (const fs::path home = folder_from("HOME"); !home.empty()) {
    return home / ".local" / "share" / "canter";
  }
#endif
  return fail(ErrorKind::kIo,
              "cannot tell where to keep data: the environment names no home folder; set "
              "CANTER_DATA_DIR to a folder");
}

Result<fs::path> own_models_dir() {
  return default_data_dir().map([](const fs::path& data) { return data / "models"; });
}

Result<fs::path> models_dir() {
  const auto data = default_data_dir();
  if (!data) return propagate(data);
  const auto text = read_text_file(*data / kChosenModels, kMaxPathBytes);
  fs::path chosen = path_from_utf8(text ? text->substr(0, text->find('\n')) : std::string());
  return chosen.is_absolute() ? chosen : *data / "models";
}

Result<void> choose_models_dir(const fs::path& folder) {
  const auto data = default_data_dir();
  if (!data) return propagate(data);
  const fs::path file = *data / kChosenModels;
  std::error_code error;
  if (folder.empty()) {
    fs::remove(file, error);
    if (error) return io_failure("remove", file, error.value());
    return {};
  }
  if (!folder.is_absolute())
    return fail(
        ErrorKind::kUsage,
        "\"" + folder.string() + "\" is no whole path to a folder; choose another for models");
  fs::create_directories(*data, error);
  if (error) return io_failure("make the folder", *data, error.value());
  return write_text_file(file, folder.string() + "\n");
}

fs::path resource_dir() {
  if (fs::path chosen = folder_from("CANTER_RESOURCES"); !chosen.empty()) return chosen;
  const fs::path above = running_program().parent_path().parent_path();
#if defined(__APPLE__)
  // In a bundle, beside Contents/MacOS.
  if (std::error_code unknown; fs::exists(above / "Resources" / "canter", unknown))
    return above / "Resources" / "canter";
#endif
  return above / "share" / "canter";
}

}  // namespace canter
