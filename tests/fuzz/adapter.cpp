// An adapter: Canter's own, or a checkpoint of BiTA's reference program in either form.

#include "decode/adapter.h"

#include "base/thread_pool.h"
#include "decode/adapter_import.h"
#include "decode/draft/drafter.h"
#include "input.h"
#include "model.h"

using namespace canter;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Model model = fuzz::open_smallest_model();
  static const fuzz::Folder folder;
  const auto path = folder.write("adapter.safetensors", fuzz::text_of(data, size));
  const auto adapter = open_adapter(path, model);
  if (!adapter) {
    fuzz::require_useful(adapter.error());
    return 0;
  }
  ThreadPool pool(1);
  fuzz::require(Drafter::create(model, pool, *adapter).has_value(),
                "an adapter that is read can be used");
  const auto copy = folder.path() / "copy.safetensors";
  const auto written = write_adapter(copy, *adapter, model.plan());
  fuzz::require(written.has_value(), "an adapter that is read can be written");
  const auto again = read_adapter(copy, model);
  fuzz::require(again.has_value(), "an adapter that is written can be read");
  fuzz::require(again->mask_embedding == adapter->mask_embedding &&
                    again->prompt_key == adapter->prompt_key &&
                    again->prompt_value == adapter->prompt_value &&
                    again->transition_to == adapter->transition_to &&
                    again->successors == adapter->successors &&
                    again->acceptance == adapter->acceptance &&
                    again->tokens_per_step == adapter->tokens_per_step,
                "an adapter stays what it is");
  return 0;
}
