#include "core/chat/jinja/golden.h"

#include <algorithm>
#include <fstream>

namespace canter::test {
namespace {

using jinja::ByteRange;
using jinja::Rendered;

/// For each code point of a text: is it content?
std::vector<bool> content_characters(const Rendered& rendered) {
  std::vector<bool> characters;
  auto range = rendered.content.begin();
  for (std::size_t i = 0; i < rendered.text.size(); ++i) {
    while (range != rendered.content.end() && range->end <= i) ++range;
    const bool begins = (static_cast<unsigned char>(rendered.text[i]) & 0xC0) != 0x80;
    if (begins) characters.push_back(range != rendered.content.end() && range->begin <= i);
  }
  return characters;
}

/// Definitions and calls of tools are content too, but not among the recorded spans.
bool has_tools(const OrderedJson& input) {
  for (const char* name : {"tools", "functions", "documents"}) {
    if (input.contains(name)) return true;
  }
  return std::ranges::any_of(input.value("messages", OrderedJson::array()),
                             [](const OrderedJson& message) {
                               return message.contains("tool_calls") || message["role"] == "tool";
                             });
}

std::string span_fault(const Rendered& rendered, const OrderedJson& golden) {
  if (!golden.contains("spans") || golden["spans"].is_null()) return "";
  const std::vector<bool> content = content_characters(rendered);
  std::vector<bool> wanted(content.size(), false);
  for (const OrderedJson& span : golden["spans"]) {
    std::fill(wanted.begin() + span[0].get<int>(), wanted.begin() + span[1].get<int>(), true);
  }
  const std::string kind = golden["spans_of"];
  const bool exact = kind == "texts" && !has_tools(golden["input"]);
  for (std::size_t i = 0; i < content.size(); ++i) {
    if (wanted[i] && !content[i]) return "content is not marked at " + std::to_string(i);
    if (exact && content[i] && !wanted[i]) return "markup is marked at " + std::to_string(i);
  }
  return "";
}

}  // namespace

std::vector<OrderedJson> read_json_lines(const std::string& path) {
  std::vector<OrderedJson> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) lines.push_back(OrderedJson::parse(line));
  return lines;
}

std::string golden_fault(const std::string& source, const OrderedJson& golden) {
  const auto parsed = jinja::Template::parse(source);
  jinja::RenderError error;
  if (!parsed) error.error = parsed.error();
  if (parsed) {
    const auto rendered = parsed->render(golden["input"], {.now = kGoldenClock, .limits = {}});
    if (rendered && golden.contains("output")) {
      const std::string& wanted = golden["output"].get_ref<const std::string&>();
      if (rendered->text != wanted) return "gives " + rendered->text + "\nnot   " + wanted;
      return span_fault(*rendered, golden);
    }
    if (rendered) return "gives " + rendered->text + ", not the error " + golden.dump();
    error = rendered.error();
  }
  if (golden.contains("output")) return "fails: " + error.error.message;
  if (golden.contains("raised") && golden["raised"] != error.raised) {
    return "is refused otherwise: " + error.error.message;
  }
  const std::string& wanted =
      golden[golden.contains("raised") ? "error" : "message"].get_ref<const std::string&>();
  return error.raised && error.error.message != wanted ? "raises " + error.error.message : "";
}

}  // namespace canter::test
