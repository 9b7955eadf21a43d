#include "serve/responses.h"

#include <utility>

#include "serve/answer_reader.h"
#include "serve/response_request.h"
#include "serve/usage.h"

namespace canter::serve {
namespace {

class ResponseRendering : public Rendering {
 public:
  ResponseRendering(const ServedModel& served, const ResponseRequest& request,
                    const AnswerSplitter& splitter)
      : served_(&served),
        streamed_(request.streamed),
        repeated_(request.repeated),
        reader_(splitter, {}) {}

  std::string begin() override {
    if (!streamed_) return {};
    std::string events = tell("response.created", {{"response", response("in_progress")}});
    return events + tell("response.in_progress", {{"response", response("in_progress")}});
  }
  std::string token(const TokenCame& came) override {
    usage_.add(came);
    const AnswerAddition added = reader_.push(came.token, came.text);
    if (!added.thinking.empty()) ++thought_;
    return add(added);
  }
  std::string ended(int, const Answer& whole) override {
    usage_.add(whole);
    std::string events = add(reader_.finish(whole.text));
    is_cut_off_ = finish_name(whole.finish) == std::string_view("length");
    if (streamed_ && open_ == Item::kNone) events += open(Item::kMessage);
    return events + close();
  }
  std::string end() override {
    const Json document = response(is_cut_off_ ? "incomplete" : "completed");
    if (!streamed_) return written(document);
    return tell(is_cut_off_ ? "response.incomplete" : "response.completed",
                {{"response", document}});
  }
  std::string failed(const RequestError& error) override {
    if (!streamed_) return {};
    Json document = response("failed");
    document["error"] = {{"code", "server_error"}, {"message", error.message}};
    return tell("response.failed", {{"response", document}});
  }

 private:
  enum class Item { kNone, kReasoning, kMessage };

  Json response(const char* status) const {
    const bool over = status != std::string_view("in_progress");
    Json document = {{"id", id_},
                     {"object", "response"},
                     {"created_at", created_},
                     {"status", status},
                     {"error", nullptr},
                     {"incomplete_details",
                      over && is_cut_off_ ? Json{{"reason", "max_output_tokens"}} : Json()},
                     {"model", served_->name()},
                     {"output", over ? output() : Json::array()},
                     {"parallel_tool_calls", true},
                     {"previous_response_id", nullptr},
                     {"store", false},
                     {"tool_choice", "auto"},
                     {"tools", Json::array()},
                     {"truncation", "disabled"},
                     {"usage", over ? usage() : Json()}};
    document.update(repeated_);
    return document;
  }
  Json usage() const {
    return {{"input_tokens", usage_.prompt},
            {"input_tokens_details", {{"cached_tokens", usage_.cached}}},
            {"output_tokens", usage_.generated},
            {"output_tokens_details", {{"reasoning_tokens", thought_}}},
            {"total_tokens", usage_.prompt + usage_.generated}};
  }
  Json output() const {
    auto items = Json::array();
    if (!reader_.all().thinking.empty()) items.push_back(item(Item::kReasoning, true));
    items.push_back(item(Item::kMessage, true));
    return items;
  }

  std::string text(Item kind) const {
    return kind == Item::kReasoning ? reader_.all().thinking : reader_.all().content;
  }
  const std::string& item_id(Item kind) const {
    return kind == Item::kReasoning ? reasoning_id_ : message_id_;
  }
  Json part(Item kind, bool whole) const {
    const std::string said = whole ? text(kind) : "";
    if (kind == Item::kReasoning) return {{"type", "reasoning_text"}, {"text", said}};
    return {{"type", "output_text"}, {"text", said}, {"annotations", Json::array()}};
  }
  Json item(Item kind, bool whole) const {
    const char* status = !whole ? "in_progress" : is_cut_off_ ? "incomplete" : "completed";
    auto content = Json::array();
    if (whole) content.push_back(part(kind, true));
    Json written = {{"id", item_id(kind)},
                    {"type", kind == Item::kReasoning ? "reasoning" : "message"}};
    if (kind == Item::kReasoning)
      written["summary"] = Json::array();
    else
      written["role"] = "assistant";
    written["status"] = status;
    written["content"] = std::move(content);
    return written;
  }

  std::string tell(const std::string& type, const Json& more) {
    Json data = {{"type", type}, {"sequence_number", events_++}};
    data.update(more);
    return event(type, data);
  }
  /// Where a piece belongs.
  Json place(Item kind) const {
    return {{"item_id", item_id(kind)}, {"output_index", index_}, {"content_index", 0}};
  }
  std::string open(Item kind) {
    std::string events = close();
    ++index_;
    open_ = kind;
    Json part_place = place(kind);
    part_place["part"] = part(kind, false);
    events +=
        tell("response.output_item.added", {{"output_index", index_}, {"item", item(kind, false)}});
    return events + tell("response.content_part.added", part_place);
  }
  std::string close() {
    const Item kind = std::exchange(open_, Item::kNone);
    if (kind == Item::kNone) return {};
    Json text_place = place(kind), part_place = place(kind);
    text_place["text"] = text(kind);
    if (kind == Item::kMessage) text_place["logprobs"] = Json::array();
    part_place["part"] = part(kind, true);
    std::string events = tell(
        kind == Item::kReasoning ? "response.reasoning_text.done" : "response.output_text.done",
        text_place);
    events += tell("response.content_part.done", part_place);
    return events + tell("response.output_item.done",
                         {{"output_index", index_}, {"item", item(kind, true)}});
  }

  std::string delta(Item kind, const std::string& said) {
    if (said.empty()) return {};
    std::string events = open_ == kind ? "" : open(kind);
    Json data = place(kind);
    data["delta"] = said;
    if (kind == Item::kMessage) data["logprobs"] = Json::array();
    return events + tell(kind == Item::kReasoning ? "response.reasoning_text.delta"
                                                  : "response.output_text.delta",
                         data);
  }
  std::string add(const AnswerAddition& added) {
    if (!streamed_) return {};
    std::string events = delta(Item::kReasoning, added.thinking);
    return events + delta(Item::kMessage, added.content);
  }

  const ServedModel* served_;
  bool streamed_;
  Json repeated_;
  AnswerReader reader_;
  Usage usage_;
  bool is_cut_off_ = false;
  int thought_ = 0;  ///< tokens
  Item open_ = Item::kNone;
  int index_ = -1;
  int events_ = 0;
  std::string id_ = random_id("resp_");
  std::string message_id_ = random_id("msg_");
  std::string reasoning_id_ = random_id("rs_");
  std::int64_t created_ = seconds_now();
};

}  // namespace

Checked<Reply> responses(const ServedModel& served, const Json& request) {
  const auto read = read_response_request(served, request);
  if (!read) return tl::unexpected(read.error());
  auto prompt = make_chat_prompt(served, read->task);
  if (!prompt) return tl::unexpected(prompt.error());
  auto generations = Generations::start(served.generator(), std::move(prompt->requests));
  if (!generations) return tl::unexpected(generations.error());
  auto rendering = std::make_unique<ResponseRendering>(served, *read, prompt->splitter);
  return Reply{
      .type = read->streamed ? kEventStreamType : kJsonType,
      .live = std::make_unique<AnswersReply>(std::move(*generations), std::move(rendering))};
}

}  // namespace canter::serve
