#include "engine/import/chat_files.h"

#include <array>
#include <fstream>
#include <string>
#include <string_view>

namespace canter::engine {
namespace {

constexpr std::size_t kBeginning = 256;

bool begins_as_export(const std::filesystem::path& path) {
  std::array<char, kBeginning> beginning{};
  std::ifstream stream(path, std::ios::binary);
  stream.read(beginning.data(), std::streamsize(beginning.size()));
  const std::string_view text(beginning.data(), std::size_t(stream.gcount()));
  return text.find("\"canter-export\"") != std::string_view::npos;
}

}  // namespace

bool looks_like_chats(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  if (name == "conversations.json" || name == "thread.json" || name == "messages.jsonl" ||
      name.ends_with(".conversation.json"))
    return true;
  if (!name.ends_with(".json")) return false;
  return name.starts_with("chat-export-") || begins_as_export(path);
}

}  // namespace canter::engine
