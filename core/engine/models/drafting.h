#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "decode/draft/drafter.h"
#include "engine/session/messages.h"
#include "model/model.h"
#include "store/store.h"

namespace canter::engine {

/// An adapter for a model, or why there is none.
struct AdapterChoice {
  std::optional<Adapter> adapter;
  std::filesystem::path path;
  std::string reason;  ///< one line; empty when there is an adapter
};

/// The newest adapter that `store` (may be null) knows for this model, else the one that comes with
/// the program. One that cannot be used is passed over and named in the reason; one whose settings
/// say "set_aside" did not pay when it was measured, and is passed over too.
AdapterChoice find_adapter(const Model& model, Store* store);

/// Its settings say that it did not pay when it was measured.
bool is_set_aside(const AdapterRecord& record);

/// The adapter that comes with the program, among its resources, for models of that fingerprint.
std::optional<std::filesystem::path> own_adapter(std::string_view fingerprint);

/// What drafting learned on this computer with this model and that many threads, from and into the
/// database, and successors that were seen from and into a file of the model's in its folder.
Result<void> load_experience(Drafter& drafter, const Model& model, int threads, Store& store);
/// `whole`: even if little was learned since the last time.
Result<void> save_experience(Drafter& drafter, const Model& model, int threads, Store& store,
                             bool whole);

/// Which conversation's answer is being drafted, so that a switch in its window works at once.
/// Thread safe.
class DraftSwitch {
 public:
  /// `conversation` is answered with `drafter` (may be nullptr), as long as the object lives and
  /// none follows. What is wished is asked from the store under the same lock that set() takes, so
  /// that no change is missed.
  Result<void> begin(ConversationId conversation, Drafter* drafter, Store& store);
  void end();
  /// The wish of a conversation has changed, and the store knows it.
  void set(ConversationId conversation, bool wished);

 private:
  std::mutex mutex_;
  ConversationId conversation_ = 0;
  Drafter* drafter_ = nullptr;
};

}  // namespace canter::engine
