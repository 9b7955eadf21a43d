#include <algorithm>
#include <map>

#include "store/rows.h"
#include "store/state.h"
#include "store/text.h"

namespace canter {
namespace {

/// Trigrams find nothing shorter.
constexpr std::size_t kShortestIndexed = 3;
/// Messages looked at, the newest first; enough for every conversation of a long life.
constexpr int kMostMessages = 2000;
constexpr std::size_t kBefore = 40;    ///< bytes of a snippet before its first match
constexpr std::size_t kSnippet = 160;  ///< bytes
constexpr char kOpen = '\x01';
constexpr char kClose = '\x02';

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}

char folded(char c) {
  return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// The words of a query: those that the index finds, and shorter ones.
struct Query {
  std::vector<std::string> indexed;
  std::vector<std::string> brief;

  explicit Query(std::string_view text) {
    const std::string line = collapse_white_space(text);
    for (std::size_t begin = 0; begin < line.size();) {
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      std::string word = line.substr(begin, end - begin);
      const auto characters = std::size_t(std::ranges::count_if(word, begins_character));
      (characters < kShortestIndexed ? brief : indexed).push_back(std::move(word));
      begin = end + 1;
    }
  }

  bool empty() const { return indexed.empty() && brief.empty(); }

  /// Every word as a phrase, so that nothing in it is an operator.
  std::string match() const {
    std::string expression;
    for (const std::string& word : indexed) {
      expression += expression.empty() ? "\"" : " AND \"";
      for (const char c : word) expression += c == '"' ? std::string("\"\"") : std::string(1, c);
      expression += '"';
    }
    return expression;
  }
};

std::string like_pattern(const std::string& word) {
  std::string pattern = "%";
  for (const char c : word) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + '%';
}

/// `SELECT <columns>, <text with matches marked>` of what fits the query.
SQLite::Statement select(const SQLite::Database& database, const Query& query,
                         const std::string& columns, const std::string& index,
                         const std::string& table, const std::string& text,
                         const std::string& rest) {
  std::string sql = "SELECT " + columns + ", ";
  const bool indexed = !query.indexed.empty();
  sql += indexed ? "highlight(" + index + ", 0, char(1), char(2)) FROM " + index + " JOIN " +
                       table + " ON " + table + ".id = " + index + ".rowid"
                 : table + "." + text + " FROM " + table;
  sql += " JOIN conversations c ON " + rest;
  if (indexed) sql += " AND " + index + " MATCH ?";
  for (std::size_t i = 0; i < query.brief.size(); ++i)
    sql += " AND " + table + "." + text + " LIKE ? ESCAPE '\\'";
  sql += " ORDER BY " + table + ".id DESC LIMIT " + std::to_string(kMostMessages);
  SQLite::Statement statement(database, sql);
  int place = 0;
  if (indexed) statement.bind(++place, query.match());
  for (const std::string& word : query.brief) statement.bind(++place, like_pattern(word));
  return statement;
}

void add_brief(const std::string& text, const std::string& word, std::vector<TextRange>& matches) {
  const auto same = [](char a, char b) { return folded(a) == folded(b); };
  for (auto from = text.begin();;) {
    from = std::search(from, text.end(), word.begin(), word.end(), same);
    if (from == text.end()) return;
    const auto begin = std::size_t(from - text.begin());
    matches.push_back({begin, begin + word.size()});
    from += std::ptrdiff_t(word.size());
  }
}

/// Takes the marks out and returns where they were, with those of short words, in order and apart.
std::vector<TextRange> unmark(std::string& text, const Query& query) {
  std::string plain;
  std::vector<TextRange> matches;
  for (const char c : text) {
    if (c == kOpen)
      matches.push_back({plain.size(), plain.size()});
    else if (c != kClose)
      plain += c;
    else if (!matches.empty())
      matches.back().end = plain.size();
  }
  text = std::move(plain);
  for (const std::string& word : query.brief) add_brief(text, word, matches);
  std::ranges::sort(matches, {}, &TextRange::begin);
  std::vector<TextRange> apart;
  for (const TextRange& match : matches) {
    if (!apart.empty() && match.begin <= apart.back().end)
      apart.back().end = std::max(apart.back().end, match.end);
    else
      apart.push_back(match);
  }
  return apart;
}

/// A part of a text around its first match, on one line.
void cut_snippet(const std::string& text, const std::vector<TextRange>& matches, SearchHit& hit) {
  std::size_t begin =
      matches.empty() || matches[0].begin < kBefore ? 0 : matches[0].begin - kBefore;
  while (begin > 0 && !begins_character(text[begin])) --begin;
  std::size_t end = std::min(text.size(), begin + kSnippet);
  while (end < text.size() && !begins_character(text[end])) ++end;

  std::string& snippet = hit.snippet;
  snippet = begin > 0 ? "…" : "";
  auto match = matches.begin();
  for (std::size_t i = begin; i < end; ++i) {
    while (match != matches.end() && match->end <= i) ++match;
    const bool inside = match != matches.end() && match->begin <= i;
    const bool blank = static_cast<unsigned char>(text[i]) <= ' ';
    if (blank && (snippet.empty() || snippet.back() == ' ')) continue;
    snippet += blank ? ' ' : text[i];
    if (!inside) continue;
    auto& marked = hit.snippet_matches;
    if (marked.empty() || marked.back().end + 1 != snippet.size() || match->begin == i)
      marked.push_back({snippet.size() - 1, snippet.size()});
    else
      marked.back().end = snippet.size();
  }
  if (end < text.size()) snippet += "…";
}

}  // namespace

Result<std::vector<SearchHit>> Store::search(std::string_view text, std::size_t limit) {
  const Query query(text);
  if (query.empty()) return std::vector<SearchHit>{};
  return state_->read("search the chats", [&]() -> Result<std::vector<SearchHit>> {
    std::map<ConversationId, SearchHit> hits;
    SQLite::Statement titles =
        select(state_->database, query, "conversations.id", "conversation_titles", "conversations",
               "title", "c.id = conversations.id AND c.trashed IS NULL");
    while (titles.executeStep()) {
      std::string title = titles.getColumn(1).getString();
      hits[titles.getColumn(0).getInt64()].title_matches = unmark(title, query);
    }
    SQLite::Statement messages =
        select(state_->database, query, "messages.id, messages.conversation", "message_texts",
               "messages", "content",
               "c.id = messages.conversation AND c.trashed IS NULL AND messages.trashed IS NULL "
               "AND messages.status <> 'streaming'");
    while (messages.executeStep()) {
      SearchHit& hit = hits[messages.getColumn(1).getInt64()];
      if (hit.message) continue;
      hit.message = messages.getColumn(0).getInt64();
      std::string content = messages.getColumn(2).getString();
      const auto matches = unmark(content, query);
      cut_snippet(content, matches, hit);
    }

    std::vector<SearchHit> found;
    auto listed = state_->list_conversations(false);
    const auto take = [&](bool by_title) {
      for (Conversation& conversation : listed) {
        const auto hit = hits.find(conversation.id);
        if (hit == hits.end() || found.size() == limit) continue;
        if (hit->second.title_matches.empty() == by_title) continue;
        hit->second.conversation = std::move(conversation);
        found.push_back(std::move(hit->second));
        hits.erase(hit);
      }
    };
    take(true);
    take(false);
    std::ranges::stable_sort(found, std::greater(),
                             [](const SearchHit& hit) { return hit.conversation.pinned; });
    return found;
  });
}

}  // namespace canter
