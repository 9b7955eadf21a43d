#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace canter::remote {

/// Takes server-sent events apart, wherever their bytes were cut on the way (HTML, section 9.2.6).
class EventStream {
 public:
  /// Gets an event's data. An error ends the reading.
  using Take = std::function<Result<void>(std::string_view data)>;

  /// kTooLarge for an event of more than `longest` bytes.
  explicit EventStream(std::size_t longest) : longest_(longest) {}

  Result<void> push(std::string_view bytes, const Take& take);
  /// The stream has ended; many servers leave out the empty line behind the last event.
  Result<void> finish(const Take& take);

 private:
  Result<void> end_line(const Take& take);
  Result<void> end_event(const Take& take);
  Result<void> check_length() const;

  std::size_t longest_;
  bool at_start_ = true;
  bool behind_return_ = false;  ///< a line feed that comes now belongs to the line end before
  bool has_data_ = false;
  std::string line_;
  std::string data_;
};

}  // namespace canter::remote
