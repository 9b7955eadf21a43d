#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>

#include "base/error.h"
#include "base/thread_pool.h"
#include "model/model.h"
#include "tune/transcript.h"

namespace canter::tuning {

/// What the model finds likely at every token of its own answers, to begin drafting with
/// (Adapter::successors); later transcripts weigh most. `on_states` hears the model's states behind
/// tokens of a transcript, [rows, width], behind the last norm: from the prompt's last token on, in
/// order. `should_stop` is asked several times a second, with the number of transcripts that have
/// been read; true ends it with kInterrupted. kTooLarge without memory. The same bytes for any
/// number of threads.
using OnStates = std::function<void(std::size_t transcript, std::span<const float> states)>;
Result<std::string> successors_of(const Model& model, ThreadPool& pool,
                                  std::span<const Transcript> transcripts,
                                  const OnStates& on_states = {},
                                  const std::function<bool(std::size_t)>& should_stop = {});

}  // namespace canter::tuning
