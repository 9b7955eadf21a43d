#include "engine/downloads/file_checker.h"

#include <utility>

#include "hub/part_file.h"

namespace canter::engine {

FileChecker::FileChecker(Report report)
    : report_(std::move(report)), thread_([this] {
        while (const auto task = tasks_.pop()) {
          Result<void> right;
          for (const DownloadRequest& file : task->files)
            if (right) right = compare(file);
          if (!closing_) report_(task->id, std::move(right));
        }
      }) {}

FileChecker::~FileChecker() {
  closing_ = true;
  tasks_.close();
  thread_.join();
}

Result<void> FileChecker::compare(const DownloadRequest& file) const {
  const auto sha256 = sha256_of(file.target, [this] { return closing_.load(); });
  if (!sha256) return propagate(sha256);
  if (*sha256 == file.sha256) return {};
  return fail(ErrorKind::kBadFile, "\"" + file.target.string() +
                                       "\" is damaged or was changed: its SHA-256 is " + *sha256 +
                                       " instead of " + file.sha256 + "; get it again");
}

}  // namespace canter::engine
