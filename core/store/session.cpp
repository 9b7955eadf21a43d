#include "store/session.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <random>
#include <utility>

#include "store/connection.h"

namespace canter {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTokenLength = 32;
constexpr std::string_view kTokenLetters = "0123456789abcdef";

std::string random_token() {
  std::random_device random;
  std::string token;
  while (token.size() < kTokenLength) token += kTokenLetters[random() & 15];
  return token;
}

}  // namespace

Session::Session(std::string token, FileLock lock)
    : token_(std::move(token)), lock_(std::move(lock)) {}

Result<std::shared_ptr<Session>> Session::join(const fs::path& data_dir) {
  static std::mutex mutex;
  static std::map<fs::path, std::weak_ptr<Session>> sessions;

  const std::lock_guard guard(mutex);
  std::weak_ptr<Session>& known = sessions[fs::weakly_canonical(data_dir)];
  if (auto session = known.lock()) return session;
  if (auto made = make_private_folder(sessions_folder(data_dir)); !made) return propagate(made);
  for (;;) {
    std::string token = random_token();
    auto lock = lock_session(data_dir, token);
    if (!lock) return propagate(lock);
    // Somebody who looks for ended sessions can have caught the file before it was locked.
    if (!lock->held()) continue;
    std::shared_ptr<Session> session(new Session(std::move(token), std::move(*lock)));
    known = session;
    return session;
  }
}

fs::path sessions_folder(const fs::path& data_dir) {
  return data_dir / "sessions";
}

bool is_session_token(std::string_view token) {
  return token.size() == kTokenLength &&
         token.find_first_not_of(kTokenLetters) == std::string_view::npos;
}

Result<FileLock> lock_session(const fs::path& data_dir, std::string_view token) {
  auto lock = FileLock::try_acquire(sessions_folder(data_dir) / (std::string(token) + ".lock"));
  // To the store's callers every failure in its folder is one of the database.
  if (!lock) return fail(ErrorKind::kDatabase, lock.error().message);
  return lock;
}

}  // namespace canter
