#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "engine/session/model_messages.h"
#include "model/model.h"
#include "store/store.h"

namespace canter::engine {

/// Those of `known` that can draft for `model` and have a quarter of its bytes at most, so that it
/// may be worth it; the smallest first. Reads headers and vocabularies of these alone; what cannot
/// be read is passed over. `go_on` is asked before each; the list ends where it returns false.
std::vector<DraftModel> find_draft_models(const Model& model, std::vector<DraftModel> known,
                                          const std::function<bool()>& go_on);

/// Opens the model that `source`, a MODEL argument, names, to draft for `model`, whose K/V cache of
/// type `cache` is still to be filled. Of `options` the memory that is available is what both may
/// take beside what is open. `store` may be null. Errors are those of locate_model(), Model::open()
/// and check_draft_model().
Result<std::shared_ptr<const Model>> open_draft_model(std::string_view source, const Model& model,
                                                      TensorType cache, Model::Options options,
                                                      Store* store);

/// The model that was chosen to draft for models with that fingerprint, as a MODEL argument; empty:
/// none.
std::string chosen_draft_model(std::string_view fingerprint, Store& store);
/// An empty `source`: none drafts.
Result<void> choose_draft_model(std::string_view fingerprint, std::string_view source,
                                Store& store);

}  // namespace canter::engine
