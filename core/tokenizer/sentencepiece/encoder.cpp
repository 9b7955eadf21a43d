#include "tokenizer/sentencepiece/encoder.h"

#include <sentencepiece_processor.h>

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

namespace canter {
namespace {

/// Keeps the bytes of the anchor and of hidden pieces out of a text: another byte that no
/// well-formed text contains takes their place, which sentencepiece reads as U+FFFD just the same.
std::string without_reserved_bytes(std::string_view text) {
  std::string clean(text);
  std::replace_if(
      clean.begin(), clean.end(), [](char c) { return c == '\xFE' || c == '\xFF'; }, '\xC0');
  return clean;
}

}  // namespace

struct SentencePieceEncoder::Library {
  sentencepiece::SentencePieceProcessor processor;
};

SentencePieceEncoder::SentencePieceEncoder() : library_(std::make_unique<Library>()) {}
SentencePieceEncoder::~SentencePieceEncoder() = default;

Result<std::unique_ptr<SentencePieceEncoder>> SentencePieceEncoder::create(
    const SentencePieceModel& model, bool space_behind_tokens, const std::string& where) {
  if (const auto sound = check_sentencepiece_model(model, where); !sound) return propagate(sound);
  std::unique_ptr<SentencePieceEncoder> encoder(new SentencePieceEncoder());
  try {
    const auto status =
        encoder->library_->processor.LoadFromSerializedProto(serialise_sentencepiece_model(model));
    if (!status.ok()) return fail(ErrorKind::kBadFile, where + ": " + status.error_message());
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge, where + " takes more memory than is free");
  } catch (const std::exception& error) {
    return fail(ErrorKind::kBadFile, where + " cannot be read by sentencepiece: " + error.what());
  }
  encoder->settings_ = model;
  encoder->space_behind_tokens_ = space_behind_tokens && model.add_dummy_prefix;
  return encoder;
}

/// Where the stretch is not the text's beginning or end, an anchor stands for the neighbour, so
/// that sentencepiece treats spaces there as inside a text.
Result<void> SentencePieceEncoder::encode(const Stretch& stretch,
                                          std::vector<TokenId>& tokens) const {
  const bool anchor_before = !stretch.begins_text && !space_behind_tokens_;
  const bool anchor_behind = !stretch.ends_text;
  auto input = without_reserved_bytes(stretch.text);
  if (anchor_before) input.insert(0, kAnchor);
  if (anchor_behind) input += kAnchor;

  std::vector<int> ids;
  try {
    const auto status = library_->processor.Encode(input, &ids);
    if (!status.ok()) {
      return fail(ErrorKind::kInternal,
                  std::string("sentencepiece cannot read the text: ") + status.error_message());
    }
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge, "There is too little memory to tokenise a text of " +
                                          std::to_string(stretch.text.size()) +
                                          " bytes; shorten it");
  } catch (const std::exception& error) {
    return fail(ErrorKind::kInternal,
                std::string("sentencepiece cannot read the text: ") + error.what());
  }

  const int anchor = library_->processor.GetPieceSize() - 1;
  auto begin = ids.begin();
  auto end = ids.end();
  if (anchor_before) begin = std::find(begin, end, anchor) + 1;
  if (anchor_behind) end = std::find(begin, end, anchor);
  tokens.insert(tokens.end(), begin, end);
  return {};
}

}  // namespace canter
