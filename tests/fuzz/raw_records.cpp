// The pages of a database, read without the trees that lead to them.

#include "store/raw_records.h"

#include "input.h"
#include "store/raw_rows.h"

using namespace canter;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Folder folder;
  const auto file = folder.write("canter.db", fuzz::text_of(data, size));
  read_raw_records(file, [](const RawRecord& record) {
    fuzz::require(record.values.size() <= 64, "a row has the columns of a table");
    (void)table_of(record);
  });
  return 0;
}
