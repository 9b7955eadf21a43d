#include "store/store.h"

#include <system_error>

#include "store/connection.h"
#include "store/state.h"

namespace canter {

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
const std::filesystem::path& Store::folder() const {
  return state_->data_dir;
}

Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& folder) {
  std::error_code error;
  // Absolute, since the program may change its working folder while the store is open.
  const std::filesystem::path data_dir = std::filesystem::absolute(folder, error);
  if (error) {
    return fail(ErrorKind::kDatabase, "cannot find the data folder " + folder.string() + ": " +
                                          error.message() + "; choose another one with --data-dir");
  }
  if (auto made = make_private_folder(data_dir); !made) return propagate(made);
  const std::filesystem::path file = data_dir / "canter.db";
  auto database = connect(file);
  if (!database) return propagate(database);
  return guarded("open the database", file, [&]() -> Result<Store> {
    auto session = Session::join(data_dir);
    if (!session) return propagate(session);
    return Store(std::unique_ptr<State>(
        new State{data_dir, file, std::move(*database), std::move(*session)}));
  });
}

}  // namespace canter
