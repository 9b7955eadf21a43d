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
#include "engine/generation/generator.h"
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

/// What drafts for a model, with what was learned of it on this computer with the pool's threads;
/// `store` (may be null) knows that. Errors are those of Drafter::create().
Result<std::shared_ptr<Drafter>> make_drafter(const Model& model, ThreadPool& pool,
                                              std::optional<Adapter> adapter, DraftOptions options,
                                              TensorType cache, Store* store);

/// What a drafter learned, apart from it.
struct Experience {
  std::string times;
  std::optional<std::string> successors;  ///< megabytes; nothing: little is new
};
/// `whole`: even if little was learned since the last time.
Experience experience_of(Drafter& drafter, bool whole);
/// With this model and that many threads: into the database, and successors that were seen into a
/// file of the model's in its folder.
Result<void> save_experience(const Experience& experience, const Model& model, int threads,
                             Store& store);

/// Which conversation's answer is being drafted, so that a switch in its window works at once.
/// Thread safe.
class DraftSwitch {
 public:
  /// Whether answers in that conversation are to be drafted. Changes of it go to follow() from now
  /// on, as it is asked from the store under the same lock that set() takes.
  Result<bool> begin(ConversationId conversation, Store& store);
  /// The answer that was asked for then. `generator` must live until end() or the next begin().
  void follow(Generator& generator, GenerationId answer);
  void end();
  /// The wish of a conversation has changed, and the store knows it.
  void set(ConversationId conversation, bool wished);
  /// The last answer's wish; true behind end().
  bool wished() const;

 private:
  mutable std::mutex mutex_;
  ConversationId conversation_ = 0;
  bool wished_ = true;
  Generator* generator_ = nullptr;
  GenerationId answer_ = 0;
};

}  // namespace canter::engine
