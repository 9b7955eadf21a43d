#pragma once

#include <functional>
#include <string>
#include <vector>

namespace canter::engine {

/// Cuts a text into parts whose size is no more than `most`, of about one length, at the end of a
/// paragraph, line or word where one is near, never within a character. A part that cannot be made
/// small enough is as small as it gets.
std::vector<std::string> text_parts(const std::string& text, int most,
                                    const std::function<int(const std::string&)>& size);

}  // namespace canter::engine
