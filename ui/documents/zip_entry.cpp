#include "documents/zip_entry.h"

#include <zip.h>

#include <memory>

namespace canter::ui {
namespace {

constexpr zip_uint64_t kMostEntryBytes = 64'000'000;

}  // namespace

QByteArray zip_entry(const QString& path, const char* name) {
  int error = 0;
  const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
      zip_open(path.toUtf8().constData(), ZIP_RDONLY, &error), &zip_discard);
  zip_stat_t found;
  zip_stat_init(&found);
  if (!archive || zip_stat(archive.get(), name, 0, &found) != 0) return {};
  const bool known = (found.valid & ZIP_STAT_SIZE) != 0 && found.size <= kMostEntryBytes;
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
      known ? zip_fopen(archive.get(), name, 0) : nullptr, &zip_fclose);
  if (!file) return {};
  QByteArray bytes(qsizetype(found.size), Qt::Uninitialized);
  const zip_int64_t read = zip_fread(file.get(), bytes.data(), found.size);
  return read == zip_int64_t(found.size) ? bytes : QByteArray();
}

}  // namespace canter::ui
