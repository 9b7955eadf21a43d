#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "engine/keeping/lazy_store.h"
#include "engine/models/current_model.h"
#include "engine/models/duplicate_finder.h"
#include "engine/models/model_finder.h"
#include "engine/session/event_queue.h"
#include "engine/session/messages.h"
#include "engine/session/work_queue.h"
#include "remote/keys.h"

namespace canter::engine {

/// A model that Canter had brought was removed from the disk.
struct ModelGone {
  std::string path;
};

/// It was moved to another place.
struct ModelMoved {
  std::string from;
  std::string to;
};

/// The thread that knows which models there are, so that slow disks hold nobody up. While it
/// searches it still does what it is asked to. post() is thread safe.
class ModelsWorker {
 public:
  using Task = std::variant<ListModels, AddModel, ForgetModel, ForgetKeys, FindModels,
                            FindDraftModels, FindDuplicates, ModelGone, ModelMoved>;

  /// All references must outlive the worker. It searches in `places`.
  ModelsWorker(StoreOpener& opener, EventQueue& events, const CurrentModel& current,
               std::vector<ModelPlace> places, std::shared_ptr<remote::Keys> keys);
  /// A search that runs is given up.
  ~ModelsWorker();

  void post(Task task) { tasks_.push(std::move(task)); }

 private:
  void run();
  void handle(const Task& task);
  void search();
  Result<void> add(const AddModel& command);
  Result<void> forget(const ForgetModel& command);
  Result<void> forget(const ModelGone& gone);
  Result<void> move(const ModelMoved& moved);
  /// Of servers that no model in the list needs any more. `should_stop` ends waiting for a keyring.
  Result<void> forget_keys(const remote::ShouldStop& should_stop);
  Result<void> list();
  void find_draft_models();
  /// Among the models that are listed or were found.
  void find_duplicates();
  ListedModel describe(const ModelRecord& record);
  Result<std::optional<KnownAdapter>> find_adapter(Store& store, const ListedModel& model);
  /// Read again only where the file has changed.
  ModelFacts facts(const std::filesystem::path& path);
  std::uint64_t free_memory() const;

  struct ReadFacts {
    std::filesystem::file_time_type changed;
    ModelFacts facts;
  };

  EventQueue* events_;
  const CurrentModel* current_;
  std::vector<ModelPlace> places_;
  std::shared_ptr<remote::Keys> keys_;
  std::atomic<bool> closing_ = false;
  bool search_wanted_ = false;
  WorkQueue<Task> tasks_;
  LazyStore store_;
  std::map<std::filesystem::path, ReadFacts> facts_;
  std::set<std::string> left_servers_;  ///< origins, of models that were forgotten
  DuplicateFinder duplicates_;
  std::thread thread_;
};

}  // namespace canter::engine
