#include <fcntl.h>
#include <io.h>
#include <process.h>
#include <sys/stat.h>
#include <windows.h>

#include <cerrno>

#include "base/system_files.h"
#include "base/windows_error.h"

namespace canter::system_files {
namespace fs = std::filesystem;

ProcessId own_process() {
  return ::_getpid();
}

bool has_ended(ProcessId process) {
  const HANDLE handle = ::OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(process));
  if (handle == nullptr) return ::GetLastError() == ERROR_INVALID_PARAMETER;
  const bool ended = ::WaitForSingleObject(handle, 0) == WAIT_OBJECT_0;
  ::CloseHandle(handle);
  return ended;
}

std::FILE* open_to_read(const fs::path& path) {
  return ::_wfopen(path.c_str(), L"rbN");
}

std::FILE* create_new(const fs::path& path) {
  const int descriptor =
      ::_wopen(path.c_str(), _O_WRONLY | _O_CREAT | _O_EXCL | _O_BINARY | _O_NOINHERIT,
               _S_IREAD | _S_IWRITE);
  if (descriptor < 0) return nullptr;
  std::FILE* const file = ::_fdopen(descriptor, "wb");
  if (file != nullptr) return file;
  const int code = errno;
  ::_close(descriptor);
  ::_wunlink(path.c_str());
  errno = code;
  return nullptr;
}

std::FILE* open_to_append(const fs::path& path) {
  const int descriptor = ::_wopen(path.c_str(), _O_WRONLY | _O_APPEND | _O_BINARY | _O_NOINHERIT);
  return descriptor < 0 ? nullptr : ::_fdopen(descriptor, "ab");
}

int flush_to_disk(std::FILE* file) {
  return std::fflush(file) == 0 && ::_commit(::_fileno(file)) == 0 ? 0 : errno;
}

int rename_over(const fs::path& from, const fs::path& to) {
  const BOOL done =
      ::MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
  return done ? 0 : errno_of_last_error();
}

int flush_folder(const fs::path&) {
  return 0;  // rename_over() has waited for it
}

}  // namespace canter::system_files
