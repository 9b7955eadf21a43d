#include "tokenizer/folder/tokenizer_json_file.h"

#include "format/json_builder.h"

namespace canter {
namespace {

using nlohmann::json;

constexpr JsonLimits kLimits{.depth = 16, .values = std::uint64_t{1} << 24};

/// Passes everything on to the builder but the entries of the vocabulary and of the merges.
class Handler final : public nlohmann::json_sax<json> {
 public:
  Handler() : builder_(kLimits) {}

  TokenizerJsonFile take() {
    file_.rest = builder_.take();
    return std::move(file_);
  }
  const std::string& problem() const { return problem_.empty() ? builder_.problem() : problem_; }

  bool null() override { return part_ == Part::kRest ? builder_.null() : misplaced(); }
  bool boolean(bool value) override {
    return part_ == Part::kRest ? builder_.boolean(value) : misplaced();
  }
  bool number_integer(std::int64_t value) override {
    return part_ == Part::kRest ? builder_.number_integer(value) : misplaced();
  }
  bool number_unsigned(std::uint64_t value) override {
    if (part_ == Part::kRest) return builder_.number_unsigned(value);
    if (part_ != Part::kVocabulary) return misplaced();
    file_.vocabulary.emplace_back(std::move(name_), value);
    return true;
  }
  bool number_float(double value, const std::string& text) override {
    return part_ == Part::kRest ? builder_.number_float(value, text) : misplaced();
  }
  bool string(std::string& value) override {
    if (part_ == Part::kRest) return builder_.string(value);
    if (part_ != Part::kMerges) return misplaced();
    return nested_ ? add_half(std::move(value)) : add_pair(value);
  }
  bool binary(json::binary_t& value) override { return builder_.binary(value); }

  bool start_object(std::size_t count) override {
    if (part_ != Part::kRest) return misplaced();
    ++depth_;
    if (depth_ == 3 && in_model_ && name_ == "vocab") part_ = Part::kVocabulary;
    return builder_.start_object(count);
  }
  bool end_object() override { return end(builder_.end_object()); }

  bool key(std::string& name) override {
    name_ = name;
    if (part_ != Part::kRest) return true;
    if (depth_ == 1) in_model_ = name == "model";
    return builder_.key(name);
  }

  bool start_array(std::size_t count) override {
    if (part_ == Part::kMerges && !nested_) {
      nested_ = true;
      halves_.clear();
      return true;
    }
    if (part_ != Part::kRest) return misplaced();
    ++depth_;
    if (depth_ == 3 && in_model_ && name_ == "merges") part_ = Part::kMerges;
    return builder_.start_array(count);
  }
  bool end_array() override {
    if (!nested_) return end(builder_.end_array());
    nested_ = false;
    if (halves_.size() != 2) return misplaced();
    file_.merges.emplace_back(std::move(halves_[0]), std::move(halves_[1]));
    return true;
  }

  bool parse_error(std::size_t position, const std::string& token,
                   const nlohmann::detail::exception& error) override {
    return builder_.parse_error(position, token, error);
  }

 private:
  enum class Part { kRest, kVocabulary, kMerges };

  bool misplaced() {
    problem_ = part_ == Part::kMerges ? "has a merge that is no pair of tokens"
                                      : "has a token whose number is none";
    return false;
  }

  bool end(bool passed_on) {
    part_ = Part::kRest;
    --depth_;
    return passed_on;
  }

  bool add_half(std::string half) {
    halves_.push_back(std::move(half));
    return halves_.size() <= 2 || misplaced();
  }

  /// As in `Ġ t`.
  bool add_pair(const std::string& text) {
    const auto space = text.find(' ', 1);
    if (space == text.npos) return misplaced();
    file_.merges.emplace_back(text.substr(0, space), text.substr(space + 1));
    return true;
  }

  JsonBuilder<json> builder_;
  TokenizerJsonFile file_;
  Part part_ = Part::kRest;
  int depth_ = 0;  ///< of objects and arrays that the builder knows
  bool in_model_ = false;
  bool nested_ = false;  ///< within a pair of the merges
  std::string name_;
  std::vector<std::string> halves_;
  std::string problem_;
};

}  // namespace

Result<TokenizerJsonFile> parse_tokenizer_json(std::string_view text, const std::string& where) {
  Handler handler;
  // The library would take a zero for the end and ignore what follows.
  const bool is_whole = text.find('\0') == text.npos;
  if (!is_whole || !json::sax_parse(text.begin(), text.end(), &handler)) {
    const std::string problem = is_whole ? handler.problem() : "is no JSON";
    return fail(ErrorKind::kBadFile, where + " " + problem + "; " + std::string(kDamagedFile));
  }
  return handler.take();
}

}  // namespace canter
