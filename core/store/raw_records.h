#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace canter {

/// A value as a record of a SQLite file holds it: NULL, integer, real, or text and blob as bytes.
using RawValue = std::variant<std::monostate, std::int64_t, double, std::string>;

struct RawRecord {
  std::int64_t rowid = 0;
  std::vector<RawValue> values;
};

/// Calls `take` with every whole record on pages of tables, found without the trees that lead to
/// them (https://www.sqlite.org/fileformat2.html). The file has no log beside it. Whatever the
/// bytes are, nothing is read outside of it, and records that make no sense are passed over.
void read_raw_records(const std::filesystem::path& file,
                      const std::function<void(const RawRecord&)>& take);

}  // namespace canter
