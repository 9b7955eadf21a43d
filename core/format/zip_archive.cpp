#include "format/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include "format/message.h"

namespace canter {
namespace {

struct ZipError {
  ZipError() { zip_error_init(&error); }
  ~ZipError() { zip_error_fini(&error); }
  ZipError(const ZipError&) = delete;
  ZipError& operator=(const ZipError&) = delete;

  zip_error_t error;
};

struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

tl::unexpected<Error> damaged(const std::string& what) {
  return fail(ErrorKind::kBadFile, what + "; " + std::string(kDamagedFile));
}

}  // namespace

void ZipArchive::Close::operator()(zip* archive) const {
  zip_discard(archive);
}

Result<ZipArchive> ZipArchive::open(const std::filesystem::path& path) try {
  auto file = MappedFile::open(path);
  if (!file) return propagate(file);
  ZipArchive result;
  result.name_ = file_name_in_quotes(path);
  result.file_ = std::move(*file);
  ZipError failure;
  const auto bytes = result.file_.bytes();
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &failure.error);
  if (source) result.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &failure.error));
  if (!result.archive_) {
    zip_source_free(source);
    return damaged(result.name_ + " cannot be read as a zip archive (" +
                   zip_error_strerror(&failure.error) + ")");
  }
  if (auto listed = result.list(); !listed) return propagate(listed);
  return result;
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge,
              file_name_in_quotes(path) + ": its directory needs more memory than there is");
}

Result<void> ZipArchive::list() {
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<std::uint64_t>(i);
    const char* raw_name = zip_get_name(archive_.get(), index, ZIP_FL_ENC_RAW);
    zip_stat_t facts{};
    constexpr auto kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
    if (!raw_name || zip_stat_index(archive_.get(), index, 0, &facts) != 0 ||
        (facts.valid & kNeeded) != kNeeded)
      return damaged(name_ + " does not describe its entry " + std::to_string(index));
    const std::string entry = "entry " + in_quotes(raw_name);
    if (facts.comp_method != ZIP_CM_STORE ||
        ((facts.valid & ZIP_STAT_ENCRYPTION_METHOD) && facts.encryption_method != ZIP_EM_NONE))
      return fail(ErrorKind::kUnsupported,
                  name_ + ": " + entry +
                      " is compressed or encrypted, which PyTorch's own files never are; save the "
                      "checkpoint again with torch.save");
    if (facts.size != facts.comp_size || facts.size > file_.bytes().size())
      return damaged(name_ + ": " + entry + " announces " + std::to_string(facts.size) +
                     " bytes in a file of " + std::to_string(file_.bytes().size()));
    if (!entries_.try_emplace(raw_name, Entry{index, facts.size}).second)
      return damaged(name_ + " has the " + entry + " twice");
  }
  return {};
}

Result<std::vector<std::byte>> ZipArchive::read(const Entry& entry, std::uint64_t offset,
                                                std::uint64_t count) const try {
  const auto bad = [&] {
    return damaged(name_ + ": entry " + std::to_string(entry.index) + " of the archive is damaged");
  };
  const std::unique_ptr<zip_file_t, CloseEntry> stream(
      zip_fopen_index(archive_.get(), entry.index, 0));
  if (!stream) return bad();
  std::vector<std::byte> wanted;
  wanted.reserve(count);
  std::array<std::byte, 1 << 16> block;
  std::uint64_t position = 0;
  // Past the last byte libzip compares the checksum.
  while (true) {
    const zip_int64_t got = zip_fread(stream.get(), block.data(), block.size());
    if (got < 0) return bad();
    if (got == 0) break;
    const auto end = position + static_cast<std::uint64_t>(got);
    const auto from = std::clamp(offset, position, end) - position;
    const auto to = std::clamp(offset + count, position, end) - position;
    wanted.insert(wanted.end(), block.begin() + from, block.begin() + to);
    position = end;
  }
  if (position != entry.bytes || wanted.size() != count) return bad();
  return wanted;
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge, name_ + ": " + std::to_string(count) +
                                        " bytes of it are more than there is memory for");
}

}  // namespace canter
