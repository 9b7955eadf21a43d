#include "base/file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <utility>
#include <vector>

#include "base/io_error.h"

namespace canter {
namespace fs = std::filesystem;
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

/// A rename is on disk only when its folder is. Some file systems cannot flush a folder and say so
/// with EINVAL; there is nothing better to do on them.
Result<void> flush_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return io_failure("open the folder", folder, errno);
  const int code = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (code != 0 && code != EINVAL) return io_failure("write to the folder", folder, code);
  return {};
}

/// False when the file behind `descriptor` was removed, or replaced, since it was opened.
bool is_still_at(int descriptor, const fs::path& path) {
  struct stat opened {};
  struct stat present {};
  return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &present) == 0 &&
         opened.st_dev == present.st_dev && opened.st_ino == present.st_ino;
}

std::string temporary_ending(pid_t writer, unsigned number) {
  return "." + std::to_string(writer) + "-" + std::to_string(number);
}

/// The program that gave a neighbour its temporary_ending(); 0 where `ending` is none.
pid_t writer_of(std::string_view ending) {
  const char* const end = ending.data() + ending.size();
  pid_t writer = 0;
  unsigned number = 0;
  if (!ending.starts_with('.')) return 0;
  const auto [dash, no_writer] = std::from_chars(ending.data() + 1, end, writer);
  if (no_writer != std::errc() || dash == end) return 0;
  const auto [last, no_number] = std::from_chars(dash + 1, end, number);
  if (no_number != std::errc() || last != end) return 0;
  return temporary_ending(writer, number) == ending && writer > 0 ? writer : 0;
}

}  // namespace

Result<std::string> read_text_file(const fs::path& path, std::uint64_t limit) {
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rbe"));
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
  int descriptor = -1;
  do {
    created.temporary_ = created.path_;
    created.temporary_ += temporary_ending(::getpid(), counter++);
    descriptor = ::open(created.temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  } while (descriptor < 0 && errno == EEXIST);
  if (descriptor < 0) return io_failure("write", path, errno);
  created.file_ = ::fdopen(descriptor, "wb");
  if (created.file_ == nullptr) {
    const int code = errno;
    ::close(descriptor);
    ::unlink(created.temporary_.c_str());
    return io_failure("write", path, code);
  }
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
  ::unlink(temporary_.c_str());
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
  int code = 0;
  if (std::ferror(file_)) {
    code = EIO;  // the error's own reason was reported by write()
  } else if (std::fflush(file_) != 0 || ::fsync(::fileno(file_)) != 0) {
    code = errno;
  }
  if (std::fclose(std::exchange(file_, nullptr)) != 0 && code == 0) code = errno;
  if (code == 0 && std::rename(temporary_.c_str(), path_.c_str()) != 0) code = errno;
  if (code != 0) {
    ::unlink(temporary_.c_str());
    return io_failure("write", path_, code);
  }
  return flush_folder(folder_of(path_));
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
    const pid_t writer = writer_of(std::string_view(neighbour).substr(name.size()));
    if (writer != 0 && ::kill(writer, 0) != 0 && errno == ESRCH)
      unfinished.push_back(entry->path());
  }
  for (const fs::path& file : unfinished) ::unlink(file.c_str());
}

Result<FileLock> FileLock::try_acquire(const fs::path& path) {
  FileLock lock;
  lock.path_ = path;
  for (;;) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) return io_failure("create the lock file", path, errno);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      const int code = errno;
      ::close(descriptor);
      if (code == EINTR) continue;
      if (code == EWOULDBLOCK) return lock;
      return io_failure("lock", path, code);
    }
    // The holder before us may have removed the file between our open and our lock; a lock on a
    // removed file excludes nobody.
    if (is_still_at(descriptor, path)) {
      lock.descriptor_ = descriptor;
      return lock;
    }
    ::close(descriptor);
  }
}

FileLock::FileLock(FileLock&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FileLock::~FileLock() {
  if (descriptor_ < 0) return;
  ::unlink(path_.c_str());
  ::close(descriptor_);
}

}  // namespace canter
