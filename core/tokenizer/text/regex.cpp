#include "tokenizer/text/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>

#include "format/message.h"
#include "tokenizer/text/characters.h"
#include "tokenizer/text/newer_characters.h"
#include "tokenizer/text/oniguruma_pattern.h"

namespace canter {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kLongestPattern = std::size_t{1} << 16;

// A pattern may take much longer than linear time. One call of the library tries few places to
// begin, each with limited effort, and the clock is read between calls.
constexpr std::size_t kPlacesPerCall = 256;
constexpr std::uint32_t kStepsPerPlace = 10'000'000;
constexpr auto kLongestSearch = std::chrono::seconds(10);

constexpr std::size_t kLargestStack = std::size_t{16} << 20;

template <auto release>
struct Release {
  template <typename T>
  void operator()(T* object) const {
    release(object);
  }
};
using CodeHandle = std::unique_ptr<pcre2_code, Release<pcre2_code_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, Release<pcre2_compile_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Release<pcre2_match_data_free>>;
using MatchContext = std::unique_ptr<pcre2_match_context, Release<pcre2_match_context_free>>;
using Stack = std::unique_ptr<pcre2_jit_stack, Release<pcre2_jit_stack_free>>;

}  // namespace

struct Regex::Code {
  CodeHandle handle;
  std::string pattern;
  bool names_newer_characters = false;  ///< which are then looked for as they are
};

Result<Regex> Regex::compile(std::string_view pattern) {
  const auto refuse = [&](const std::string& why) {
    return fail(ErrorKind::kUnsupported, "The pattern " + in_quotes(pattern) + " " + why);
  };
  if (pattern.size() > kLongestPattern) return refuse("is too long");
  const auto translated = pattern_for_pcre2(pattern);
  if (!translated) return propagate(translated);

  const CompileContext context(pcre2_compile_context_create(nullptr));
  if (!context) return fail(ErrorKind::kTooLarge, "There is too little memory for a pattern");
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
  int error = 0;
  PCRE2_SIZE place = 0;
  auto code = std::make_shared<Code>();
  code->handle.reset(pcre2_compile(
      reinterpret_cast<PCRE2_SPTR>(translated->data()), translated->size(),
      PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT,
      &error, &place, context.get()));
  if (!code->handle) {
    PCRE2_UCHAR text[256] = {};
    pcre2_get_error_message(error, text, sizeof text);
    return refuse("cannot be used: " + std::string(reinterpret_cast<const char*>(text)));
  }
  // Where a system allows no code to be made, the same matches are found more slowly.
  (void)pcre2_jit_compile(code->handle.get(), PCRE2_JIT_COMPLETE);
  code->pattern = pattern;
  code->names_newer_characters = with_older_characters(pattern).has_value();
  Regex regex;
  regex.code_ = std::move(code);
  return regex;
}

struct RegexSearch::Memory {
  std::shared_ptr<const Regex::Code> code;
  MatchData data;
  MatchContext context;
  Stack stack;
  std::optional<std::string> older;  ///< the text with_older_characters()
  Clock::time_point deadline = Clock::now() + kLongestSearch;
  unsigned calls = 0;

  /// PCRE2's own stack of 32 KiB is enough for nearly everything.
  bool enlarge_stack() {
    if (stack) return false;
    stack.reset(pcre2_jit_stack_create(std::size_t{64} << 10, kLargestStack, nullptr));
    pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
    return stack != nullptr;
  }

  bool out_of_time() { return ++calls % 64 == 0 && Clock::now() > deadline; }

  int match(std::string_view text, std::size_t at) {
    pcre2_set_offset_limit(context.get(), at + kPlacesPerCall);
    return pcre2_match(code->handle.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(),
                       at, PCRE2_NO_UTF_CHECK, data.get(), context.get());
  }
};

RegexSearch::RegexSearch(const Regex& regex) : memory_(std::make_unique<Memory>()) {
  memory_->code = regex.code_;
  memory_->data.reset(pcre2_match_data_create(1, nullptr));
  memory_->context.reset(pcre2_match_context_create(nullptr));
  if (memory_->context) pcre2_set_match_limit(memory_->context.get(), kStepsPerPlace);
}
RegexSearch::RegexSearch(RegexSearch&&) noexcept = default;
RegexSearch::~RegexSearch() = default;

void RegexSearch::start(std::string_view text) {
  if (!memory_->code->names_newer_characters) memory_->older = with_older_characters(text);
  text_ = memory_->older ? *memory_->older : text;
  at_ = 0;
  last_end_.reset();
}

Result<std::optional<ByteRange>> RegexSearch::next() {
  if (!memory_->data || !memory_->context) {
    return fail(ErrorKind::kTooLarge, "There is too little memory to split a text");
  }
  while (at_ <= text_.size()) {
    const int found = memory_->match(text_, at_);
    if (found == PCRE2_ERROR_JIT_STACKLIMIT && memory_->enlarge_stack()) continue;
    if (memory_->out_of_time() || (found < 0 && found != PCRE2_ERROR_NOMATCH)) {
      return fail(ErrorKind::kTooLarge, "The tokenizer's pattern " +
                                            in_quotes(memory_->code->pattern) +
                                            " takes too long for this text; shorten the text");
    }
    if (found == PCRE2_ERROR_NOMATCH) {
      at_ = std::min(at_ + kPlacesPerCall, text_.size()) + 1;
      while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80) ++at_;
      continue;
    }
    const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(memory_->data.get());
    const ByteRange match{ends[0], ends[1]};
    if (match.begin >= match.end && last_end_ == match.end) {
      at_ += at_ < text_.size() ? character_length(text_[at_]) : 1;
      continue;
    }
    at_ = match.end;
    last_end_ = match.end;
    return match;
  }
  return std::nullopt;
}

}  // namespace canter
