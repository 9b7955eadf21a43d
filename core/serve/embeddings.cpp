#include "serve/embeddings.h"

#include <bit>
#include <charconv>
#include <chrono>
#include <optional>
#include <span>
#include <utility>

#include "serve/embeddings_reply.h"
#include "serve/ollama_request.h"
#include "serve/token_list.h"

namespace canter::serve {
namespace {

using Clock = std::chrono::steady_clock;

/// As OpenAI's server has it.
constexpr std::size_t kMostTexts = 2048;

enum class Overlong { kRefused, kCut };

/// What is to be read, and how it is asked for.
struct Texts {
  std::vector<std::vector<TokenId>> tokens = {};
  std::size_t count = 0;  ///< of all tokens
  std::optional<std::size_t> dimensions = {};
};

/// A text, or tokens as they are.
Checked<std::vector<TokenId>> read_text(const ServedModel& served, const Json& text,
                                        const std::string& place, Overlong overlong) {
  std::vector<TokenId> tokens;
  if (const auto* words = text.get_ptr<const std::string*>()) {
    if (words->empty()) return refuse(400, "`" + place + "` has an empty text", place);
    auto encoded = served.tokenizer().encode_whole(*words);
    if (!encoded) return refuse(400, encoded.error().message, place);
    tokens = std::move(*encoded);
  } else if (is_token_list(text)) {
    auto read = read_token_list(served, text, place);
    if (!read) return read;
    tokens = std::move(*read);
  } else {
    return refuse(400, "`" + place + "` has to be a text, a list of tokens, or a list of such",
                  place);
  }
  const auto most = std::size_t(served.context());
  if (tokens.size() <= most) return tokens;
  if (overlong == Overlong::kRefused)
    return refuse(400,
                  "a text of `" + place + "` has " + std::to_string(tokens.size()) +
                      " tokens and the context holds " + std::to_string(most) + ", shorten it",
                  place, "context_length_exceeded");
  const bool closed = tokens.back() == served.tokenizer().closing();
  tokens.resize(most);
  if (closed) tokens.back() = served.tokenizer().closing();
  return tokens;
}

Checked<Texts> read_texts(const ServedModel& served, const Json* given, const std::string& place,
                          Overlong overlong) {
  if (!given) return refuse(400, "`" + place + "` is missing, give a text", place);
  const bool several = given->is_array() && !is_token_list(*given);
  Texts texts;
  for (const Json& one : several ? *given : Json::array({*given})) {
    auto tokens = read_text(served, one, place, overlong);
    if (!tokens) return tl::unexpected(tokens.error());
    texts.count += tokens->size();
    texts.tokens.push_back(std::move(*tokens));
  }
  if (texts.tokens.size() > kMostTexts)
    return refuse(400, "`" + place + "` has more than " + std::to_string(kMostTexts) + " texts",
                  place);
  return texts;
}

std::optional<std::size_t> read_dimensions(const ServedModel& served, JsonFields& fields) {
  const auto read = fields.integer("dimensions", 1, served.model().plan().width);
  return read ? std::optional(std::size_t(*read)) : std::nullopt;
}

/// The shortest decimals that mean just these numbers.
Json numbers_json(std::span<const float> numbers) {
  Json list = Json::array();
  for (const float number : numbers) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    double shortest = 0;
    std::from_chars(digits, end, shortest);
    list.push_back(shortest);
  }
  return list;
}

/// Of the numbers as float32, lowest byte first.
std::string base64(std::span<const float> numbers) {
  constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  for (const float number : numbers)
    for (int shift = 0; shift < 32; shift += 8)
      bytes += char(std::bit_cast<std::uint32_t>(number) >> shift & 255);
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t word = 0;
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    for (std::size_t k = 0; k < 3; ++k)
      word = word << 8 | (k < count ? std::uint8_t(bytes[i + k]) : 0);
    for (std::size_t k = 0; k < 4; ++k)
      text += k <= count ? kDigits[word >> (18 - 6 * k) & 63] : '=';
  }
  return text;
}

/// The reply to texts; `write` makes a document of their embeddings.
template <typename Write>
Checked<Reply> answer(const ServedModel& served, Texts texts, Write write) {
  auto reply = EmbeddingsReply::start(
      served.generator(), std::move(texts.tokens),
      [write = std::move(write), dimensions = texts.dimensions](std::vector<Embedding> made) {
        if (dimensions)
          for (Embedding& one : made) one = shortened(std::move(one), *dimensions);
        return written(write(made));
      });
  if (!reply) return tl::unexpected(reply.error());
  return Reply{.live = std::move(*reply)};
}

}  // namespace

Checked<Reply> openai_embeddings(const ServedModel& served, const Json& request) {
  JsonFields fields(request);
  if (const auto named = served.check_name(fields.text("model").value_or("")); !named)
    fields.reject(named.error());
  const Json* input = fields.value("input");
  fields.only("encoding_format", {"float", "base64"});
  const bool as_base64 = request.value("encoding_format", Json()) == "base64";
  const auto dimensions = read_dimensions(served, fields);
  fields.labels({"user"});
  if (const auto checked = fields.finish(); !checked) return tl::unexpected(checked.error());
  auto texts = read_texts(served, input, "input", Overlong::kRefused);
  if (!texts) return tl::unexpected(texts.error());
  if (texts->tokens.empty()) return refuse(400, "`input` is empty, give a text", "input");
  texts->dimensions = dimensions;
  const std::size_t count = texts->count;
  return answer(served, std::move(*texts),
                [as_base64, count, name = served.name()](const std::vector<Embedding>& made) {
                  Json list = Json::array();
                  for (std::size_t i = 0; i < made.size(); ++i)
                    list.push_back(
                        {{"object", "embedding"},
                         {"index", i},
                         {"embedding", as_base64 ? Json(base64(made[i])) : numbers_json(made[i])}});
                  return Json{{"object", "list"},
                              {"data", std::move(list)},
                              {"model", name},
                              {"usage", {{"prompt_tokens", count}, {"total_tokens", count}}}};
                });
}

Checked<Reply> ollama_embed(const ServedModel& served, const Json& request) {
  const auto begun = Clock::now();
  JsonFields fields(request);
  if (const auto named = served.check_name(fields.text("model").value_or("")); !named)
    fields.reject(named.error());
  const Json none = Json::array();
  const Json* input = fields.value("input");
  const bool cuts = fields.boolean("truncate").value_or(true);
  const auto dimensions = read_dimensions(served, fields);
  GenerationSettings unused;
  read_options(served, fields, unused);
  read_keep_alive(fields);
  if (const auto checked = fields.finish(); !checked) return tl::unexpected(checked.error());
  const bool only_loads = !input || *input == "";
  auto texts = read_texts(served, only_loads ? &none : input, "input",
                          cuts ? Overlong::kCut : Overlong::kRefused);
  if (!texts) return tl::unexpected(texts.error());
  texts->dimensions = dimensions;
  const std::size_t count = texts->count;
  return answer(served, std::move(*texts),
                [count, begun, name = served.name()](const std::vector<Embedding>& made) {
                  Json list = Json::array();
                  for (const Embedding& one : made) list.push_back(numbers_json(one));
                  const std::chrono::nanoseconds passed = Clock::now() - begun;
                  return Json{{"model", name + ":latest"},
                              {"embeddings", std::move(list)},
                              {"total_duration", passed.count()},
                              {"load_duration", 0},
                              {"prompt_eval_count", count}};
                });
}

Checked<Reply> ollama_embeddings(const ServedModel& served, const Json& request) {
  JsonFields fields(request);
  if (const auto named = served.check_name(fields.text("model").value_or("")); !named)
    fields.reject(named.error());
  const Json* prompt = fields.value("prompt");
  GenerationSettings unused;
  read_options(served, fields, unused);
  read_keep_alive(fields);
  if (const auto checked = fields.finish(); !checked) return tl::unexpected(checked.error());
  if (!prompt || *prompt == "") return json_reply({{"embedding", Json::array()}});
  if (!prompt->is_string()) return refuse(400, "`prompt` has to be a text", "prompt");
  auto texts = read_texts(served, prompt, "prompt", Overlong::kRefused);
  if (!texts) return tl::unexpected(texts.error());
  return answer(served, std::move(*texts), [](const std::vector<Embedding>& made) {
    return Json{{"embedding", numbers_json(made.front())}};
  });
}

}  // namespace canter::serve
