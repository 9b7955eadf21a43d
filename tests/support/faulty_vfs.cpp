#include "support/faulty_vfs.h"

#include <sqlite3.h>

#include <cstring>
#include <mutex>
#include <utility>

namespace canter::test {
namespace {

constexpr const char* kName = "faulty";

std::mutex mutex;
FaultyVfs::Plan plan;
long all_calls = 0;
long failed_calls = 0;

int fault(DiskCall call) {
  const std::lock_guard lock(mutex);
  ++all_calls;
  const int code = plan ? plan(call, all_calls) : 0;
  failed_calls += code != 0;
  return code;
}

/// A file of ours, behind which SQLite has put room for the real one.
struct File {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<File*>(file)->real();
}

sqlite3_vfs* real_vfs(sqlite3_vfs* vfs) {
  return static_cast<sqlite3_vfs*>(vfs->pAppData);
}

const sqlite3_io_methods kMethods = {
    2,
    [](sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); },
    [](sqlite3_file* file, void* data, int size, sqlite3_int64 offset) {
      if (const int code = fault(DiskCall::kRead)) return code;
      return real(file)->pMethods->xRead(real(file), data, size, offset);
    },
    [](sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
      if (const int code = fault(DiskCall::kWrite)) {
        // A full disk takes the first part.
        if (code == SQLITE_FULL && size > 1)
          real(file)->pMethods->xWrite(real(file), data, size / 2, offset);
        return code;
      }
      return real(file)->pMethods->xWrite(real(file), data, size, offset);
    },
    [](sqlite3_file* file, sqlite3_int64 size) {
      if (const int code = fault(DiskCall::kTruncate)) return code;
      return real(file)->pMethods->xTruncate(real(file), size);
    },
    [](sqlite3_file* file, int flags) {
      if (const int code = fault(DiskCall::kSync)) return code;
      return real(file)->pMethods->xSync(real(file), flags);
    },
    [](sqlite3_file* file, sqlite3_int64* size) {
      if (const int code = fault(DiskCall::kSize)) return code;
      return real(file)->pMethods->xFileSize(real(file), size);
    },
    [](sqlite3_file* file, int level) {
      if (const int code = fault(DiskCall::kLock)) return code;
      return real(file)->pMethods->xLock(real(file), level);
    },
    [](sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); },
    [](sqlite3_file* file, int* held) {
      return real(file)->pMethods->xCheckReservedLock(real(file), held);
    },
    [](sqlite3_file* file, int operation, void* argument) {
      return real(file)->pMethods->xFileControl(real(file), operation, argument);
    },
    [](sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); },
    [](sqlite3_file* file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); },
    [](sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
      return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
    },
    [](sqlite3_file* file, int offset, int count, int flags) {
      const bool unlocks = (flags & SQLITE_SHM_UNLOCK) != 0;
      if (const int code = unlocks ? 0 : fault(DiskCall::kLock)) return code;
      return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
    },
    [](sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); },
    [](sqlite3_file* file, int remove) {
      return real(file)->pMethods->xShmUnmap(real(file), remove);
    },
    nullptr,
    nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
  file->pMethods = nullptr;
  if (const int code = fault(DiskCall::kOpen)) return code;
  const int code = real_vfs(vfs)->xOpen(real_vfs(vfs), name, real(file), flags, out);
  if (real(file)->pMethods != nullptr) file->pMethods = &kMethods;
  return code;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int flush) {
  if (const int code = fault(DiskCall::kDelete)) return code;
  return real_vfs(vfs)->xDelete(real_vfs(vfs), name, flush);
}

sqlite3_vfs* the_vfs() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs* usual = sqlite3_vfs_find(nullptr);
    sqlite3_vfs made = *usual;
    made.pNext = nullptr;
    made.zName = kName;
    made.pAppData = usual;
    made.szOsFile = int(sizeof(File)) + usual->szOsFile;
    made.xOpen = open_file;
    made.xDelete = delete_file;
    made.xAccess = [](sqlite3_vfs* v, const char* name, int flags, int* out) {
      return real_vfs(v)->xAccess(real_vfs(v), name, flags, out);
    };
    made.xFullPathname = [](sqlite3_vfs* v, const char* name, int size, char* out) {
      return real_vfs(v)->xFullPathname(real_vfs(v), name, size, out);
    };
    return made;
  }();
  return &vfs;
}

}  // namespace

FaultyVfs::FaultyVfs() {
  sqlite3_vfs_register(the_vfs(), 1);
  heal();
}

FaultyVfs::~FaultyVfs() {
  heal();
  sqlite3_vfs_register(real_vfs(the_vfs()), 1);
}

void FaultyVfs::fail(Plan next) {
  const std::lock_guard lock(mutex);
  plan = std::move(next);
  all_calls = failed_calls = 0;
}

long FaultyVfs::calls() const {
  const std::lock_guard lock(mutex);
  return all_calls;
}

long FaultyVfs::failed() const {
  const std::lock_guard lock(mutex);
  return failed_calls;
}

}  // namespace canter::test
