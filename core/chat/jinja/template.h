#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "base/error.h"

namespace canter::jinja {

/// `begin` to before `end`.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const ByteRange&) const = default;
};

struct Rendered {
  std::string text;                ///< valid UTF-8
  std::vector<ByteRange> content;  ///< what came from content of the input: sorted, apart
};

struct RenderError {
  Error error;
  /// The template refused the input itself, by raise_exception: `error.message` is its text.
  bool raised = false;
};

/// A template runs until it is done or one of these is used up, which is an error (kTooLarge).
struct RenderLimits {
  std::size_t steps = 20'000'000;
  std::size_t memory = std::size_t{1} << 30;  ///< bytes of all values made, those let go too
  std::size_t output = std::size_t{64} << 20;
};

struct RenderOptions {
  std::int64_t now = 0;  ///< for strftime_now: seconds since 1970, of the clock on the wall
  RenderLimits limits;
};

/// A chat template: Jinja as `transformers` runs it (sandboxed, immutable, trim_blocks,
/// lstrip_blocks, loop controls, its own tojson, raise_exception, strftime_now, generation tags).
/// What goes further: `from_json`, and methods that change lists and dictionaries, for those that
/// the template itself made. Immutable, cheap to copy, safe to use from several threads.
class Template {
 public:
  /// kBadFile for what is no template; the message says where, as `line:column`.
  static Result<Template> parse(std::string source);

  /// `input`: an object with all variables. `tools` and `documents` are none where it has none.
  ///
  /// Strings inside lists and objects of the input are content: they stay marked as such wherever
  /// the template moves them. Not so keys, and values of `role` and `type`, that are plain words of
  /// letters, digits, `_` and `-`, nor variables that are strings themselves (`bos_token`): these
  /// may form markup.
  tl::expected<Rendered, RenderError> render(const nlohmann::ordered_json& input,
                                             const RenderOptions& options = {}) const;

  /// Whether it reads a variable, an attribute or a key of this name.
  bool names(std::string_view variable) const;

  /// As it was given.
  const std::string& source() const;

 private:
  struct State;

  explicit Template(std::shared_ptr<const State> state);
  std::shared_ptr<const State> state_;
};

}  // namespace canter::jinja
