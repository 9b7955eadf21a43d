#include "decode/turn_ends.h"

#include <algorithm>
#include <iterator>

namespace canter {

GenerationSettings with_turn_ends(GenerationSettings settings, const ChatFormat& format) {
  std::ranges::copy(format.stop_strings(), std::back_inserter(settings.stop_strings));
  std::ranges::copy(format.end_tokens(), std::back_inserter(settings.end_tokens));
  return settings;
}

}  // namespace canter
