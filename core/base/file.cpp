#include "base/file.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <utility>
#include <vector>

#include "base/io_error.h"
#include "base/system_files.h"

namespace canter {
namespace fs = std::filesystem;
namespace {

using system_files::ProcessId;

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

void remove_quietly(const fs::path& file) {
  std::error_code ignored;
  fs::remove(file, ignored);
}

std::string temporary_ending(ProcessId writer, unsigned number) {
  return "." + std::to_string(writer) + "-" + std::to_string(number) + ".unfinished";
}

/// The program that gave a neighbour its temporary_ending(); 0 where `ending` is none.
ProcessId writer_of(std::string_view ending) {
  const char* const end = ending.data() + ending.size();
  ProcessId writer = 0;
  unsigned number = 0;
  if (!ending.starts_with('.')) return 0;
  const auto [dash, no_writer] = std::from_chars(ending.data() + 1, end, writer);
  if (no_writer != std::errc() || dash == end) return 0;
  if (std::from_chars(dash + 1, end, number).ec != std::errc()) return 0;
  return temporary_ending(writer, number) == ending && writer > 0 ? writer : 0;
}

}  // namespace

Result<std::string> read_text_file(const fs::path& path, std::uint64_t limit) {
  const system_files::OwnedFile file(system_files::open_to_read(path));
  if (!file) return io_failure("read", path, errno);
  std::string text;
  std::array<char, 1 << 14> block;
  while (const std::size_t size = std::fread(block.data(), 1, block.size(), file.get())) {
    if (size > limit - text.size()) {
      return fail(ErrorKind::kTooLarge, "cannot read " + path.string() + ": it has more than " +
                                            std::to_string(limit) +
                                            " bytes; check that it is the right file");
    }
    text.append(block.data(), size);
  }
  if (std::ferror(file.get())) return io_failure("read", path, errno);
  return text;
}

Result<AtomicFile> AtomicFile::create(const fs::path& path) {
  static std::atomic<unsigned> counter = 0;
  AtomicFile created;
  // What a link points to is replaced, not the link; a device or a pipe is nobody's file.
  std::error_code error, ignored;
  created.path_ = fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, error) : path;
  if (error) return io_failure("write", path, error.value());
  const fs::file_status target = fs::status(created.path_, ignored);
  if (fs::exists(target) && !fs::is_regular_file(target) && !fs::is_directory(target))
    return fail(ErrorKind::kIo, "cannot write \"" + path.string() +
                                    "\": it is a device or a pipe; choose another name");
  remove_unfinished(created.path_);
  do {
    created.temporary_ = created.path_;
    created.temporary_ += temporary_ending(system_files::own_process(), counter++);
    created.file_ = system_files::create_new(created.temporary_);
  } while (created.file_ == nullptr && errno == EEXIST);
  if (created.file_ == nullptr) return io_failure("write", path, errno);
  return created;
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)),
      file_(std::exchange(other.file_, nullptr)),
      written_(other.written_) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(temporary_, other.temporary_);
  std::swap(file_, other.file_);
  std::swap(written_, other.written_);
  return *this;
}

AtomicFile::~AtomicFile() {
  if (file_ == nullptr) return;
  std::fclose(file_);
  remove_quietly(temporary_);
}

Result<void> AtomicFile::write(const void* data, std::size_t size) {
  if (file_ == nullptr) {
    return fail(ErrorKind::kIo, "cannot write " + path_.string() + ": it is already finished");
  }
  if (size == 0) return {};
  if (std::fwrite(data, 1, size, file_) != size) return io_failure("write", path_, errno);
  written_ += size;
  return {};
}

Result<void> AtomicFile::commit() {
  if (file_ == nullptr) {
    return fail(ErrorKind::kIo, "cannot write " + path_.string() + ": it is already finished");
  }
  // The reason of an error was reported by write().
  int code = std::ferror(file_) ? EIO : system_files::flush_to_disk(file_);
  if (std::fclose(std::exchange(file_, nullptr)) != 0 && code == 0) code = errno;
  if (code == 0) code = system_files::rename_over(temporary_, path_);
  if (code != 0) {
    remove_quietly(temporary_);
    return io_failure("write", path_, code);
  }
  const fs::path folder = folder_of(path_);
  code = system_files::flush_folder(folder);
  if (code != 0) return io_failure("write to the folder", folder, code);
  return {};
}

Result<void> write_text_file(const fs::path& path, std::string_view text) {
  auto file = AtomicFile::create(path);
  if (!file) return propagate(file);
  if (auto written = file->write(text.data(), text.size()); !written) return written;
  return file->commit();
}

void remove_unfinished(const fs::path& path) {
  const std::string name = path.filename().string();
  std::error_code failed;
  std::vector<fs::path> unfinished;
  for (fs::directory_iterator entry(folder_of(path), failed), end; !failed && entry != end;
       entry.increment(failed)) {
    const std::string neighbour = entry->path().filename().string();
    if (!neighbour.starts_with(name)) continue;
    const ProcessId writer = writer_of(std::string_view(neighbour).substr(name.size()));
    if (writer != 0 && system_files::has_ended(writer)) unfinished.push_back(entry->path());
  }
  for (const fs::path& file : unfinished) remove_quietly(file);
}

}  // namespace canter
