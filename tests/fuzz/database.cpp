// A damaged database, repaired and opened. An input holds changes to a sound one, one after the
// other: the page's number, two bytes of offset in it, the number of bytes, and these.

#include <algorithm>
#include <iterator>

#include "input.h"
#include "store/repair.h"
#include "store/store.h"

using namespace canter;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPage = 4096;

std::string sound_database() {
  std::ifstream stream(CANTER_TEST_DATA "/databases/schema-3.db", std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

std::string damaged(std::string bytes, const std::uint8_t* data, std::size_t size) {
  while (size > 4) {
    const std::size_t page = data[0] % (bytes.size() / kPage);
    const std::size_t offset = (std::size_t(data[1]) << 8 | data[2]) % kPage;
    const std::size_t count = std::min({std::size_t(data[3]), size - 4, kPage - offset});
    std::copy_n(data + 4, count, bytes.begin() + std::ptrdiff_t(page * kPage + offset));
    data += 4 + count;
    size -= 4 + count;
  }
  return bytes;
}

void read_everything(Store& store, bool repaired) {
  for (const bool trashed : {false, true}) {
    const auto conversations = store.conversations(trashed);
    if (!conversations) {
      fuzz::require_useful(conversations.error());
      fuzz::require(!repaired, "the list of a repaired database can be read");
      continue;
    }
    for (const Conversation& each : *conversations) {
      const auto messages = store.messages(each.id);
      if (!messages) fuzz::require_useful(messages.error());
      fuzz::require(messages || !repaired, "the messages of a repaired database can be read");
    }
  }
  const auto check = store.check();
  if (!check) fuzz::require_useful(check.error());
  fuzz::require(!repaired || (check && check->problems.empty()), "a repaired database is sound");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string sound = sound_database();
  static const fuzz::Folder folder;
  for (const auto& entry : fs::directory_iterator(folder.path())) fs::remove_all(entry.path());
  folder.write("canter.db", damaged(sound, data, size));

  const auto report = repair_database(folder.path());
  if (!report) fuzz::require_useful(report.error());
  const bool repaired = report && *report;
  auto store = Store::open(folder.path());
  if (!store) fuzz::require_useful(store.error());
  fuzz::require(store || !repaired, "a repaired database can be opened");
  if (store) read_everything(*store, repaired);
  return 0;
}
