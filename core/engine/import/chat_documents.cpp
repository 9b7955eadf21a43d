#include "engine/import/chat_documents.h"

#include <utility>

namespace canter::engine {
namespace {

constexpr std::size_t kBuffer = 1u << 16;
constexpr std::size_t kLargestChat = 256u << 20;
constexpr int kEndOfFile = -1;

bool is_space(int c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

}  // namespace

ChatDocuments::ChatDocuments(const std::filesystem::path& path)
    : name_(path.string()), stream_(path, std::ios::binary), buffer_(kBuffer) {}

Result<ChatDocuments> ChatDocuments::open(const std::filesystem::path& path) {
  ChatDocuments documents(path);
  if (!documents.stream_)
    return fail(ErrorKind::kIo, "cannot read " + documents.name_ + "; check that it is there");
  if (documents.peek() == 0xef)  // a byte order mark
    for (int i = 0; i < 3; ++i) documents.get();
  documents.skip_space();
  const int first = documents.get();
  if (first == 'P')
    return fail(
        ErrorKind::kBadFile,
        documents.name_ + " looks like an archive; unpack it and take the JSON files in it");
  if (first != '[' && first != '{')
    return fail(ErrorKind::kBadFile,
                documents.name_ + " is no JSON; choose an export of chats as JSON");
  documents.state_ = first == '[' ? State::kElements : State::kMembers;
  return documents;
}

int ChatDocuments::peek() {
  if (at_ == end_) {
    stream_.read(buffer_.data(), std::streamsize(buffer_.size()));
    end_ = std::size_t(stream_.gcount());
    at_ = 0;
    if (end_ == 0) return kEndOfFile;
  }
  return static_cast<unsigned char>(buffer_[at_]);
}

int ChatDocuments::get() {
  const int c = peek();
  if (c != kEndOfFile) ++at_;
  return c;
}

void ChatDocuments::skip_space() {
  while (is_space(peek())) get();
}

tl::unexpected<Error> ChatDocuments::fail_broken() const {
  return fail(ErrorKind::kBadFile,
              name_ + " breaks off or is no JSON from some place on; export the chats again");
}

Result<std::optional<std::string>> ChatDocuments::next() {
  while (state_ != State::kEnd) {
    auto found = state_ == State::kElements ? next_element() : read_members();
    if (!found || *found) {
      if (!found) state_ = State::kEnd;
      return found;
    }
  }
  return std::nullopt;
}

Result<std::optional<std::string>> ChatDocuments::next_element() {
  skip_space();
  if (peek() == ',') get();
  skip_space();
  if (peek() == ']') {
    get();
    state_ = nested_ ? State::kMembers : State::kEnd;
    return std::nullopt;
  }
  auto element = value();
  if (!element) return propagate(element);
  return std::optional(std::move(*element));
}

Result<std::optional<std::string>> ChatDocuments::read_members() {
  while (true) {
    skip_space();
    if (peek() == ',') get();
    skip_space();
    if (peek() == '}') {
      state_ = State::kEnd;
      if (seen_) return std::nullopt;
      return std::optional("{" + std::exchange(members_, {}) + "}");
    }
    if (peek() != '"') return fail_broken();
    const auto key = value();
    if (!key) return propagate(key);
    skip_space();
    if (get() != ':') return fail_broken();
    skip_space();
    if (*key == "\"conversations\"" && peek() == '[') {
      get();
      nested_ = seen_ = true;
      members_.clear();
      state_ = State::kElements;
      return std::nullopt;
    }
    const auto member = value();
    if (!member) return propagate(member);
    of_canter_ = of_canter_ || (*key == "\"format\"" && *member == "\"canter-export\"");
    if (seen_) continue;
    if (!members_.empty()) members_ += ',';
    members_ += *key + ':' + *member;
    if (members_.size() > kLargestChat)
      return fail(ErrorKind::kTooLarge, "a chat in " + name_ + " is too large to be one");
  }
}

// Ends where brackets outside of strings are closed again; whether all between is right, whoever
// parses it will say.
Result<std::string> ChatDocuments::value() {
  std::string text;
  int depth = 0;
  bool quoted = false;
  while (true) {
    const int c = peek();
    if (c == kEndOfFile) return fail_broken();
    const bool ends_bare = !quoted && depth == 0 && (c == ',' || c == ']' || c == '}' || c == ':');
    if (ends_bare) break;
    get();
    text += char(c);
    if (text.size() > kLargestChat)
      return fail(ErrorKind::kTooLarge, "a chat in " + name_ + " is too large to be one");
    if (quoted && c == '\\') {
      const int escaped = get();
      if (escaped == kEndOfFile) return fail_broken();
      text += char(escaped);
      continue;
    }
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '{' || c == '[')) ++depth;
    if (!quoted && (c == '}' || c == ']')) --depth;
    const bool closed = !quoted && depth == 0 && (c == '"' || c == '}' || c == ']');
    if (closed) break;
  }
  if (text.empty()) return fail_broken();
  return text;
}

}  // namespace canter::engine
