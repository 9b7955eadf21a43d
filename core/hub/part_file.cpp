#include "hub/part_file.h"

#include <cerrno>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/io_error.h"
#include "base/system_files.h"
#include "format/json_members.h"
#include "format/strict_json.h"

namespace canter {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kReadBlock = std::size_t{1} << 20;
constexpr std::uint64_t kMaxFacts = 64u << 10;

fs::path with_ending(const fs::path& path, const char* ending) {
  fs::path result = path;
  result += ending;
  return result;
}

/// Nothing is known where the file is missing or damaged.
PartFacts read_facts(const fs::path& path) {
  const Result<std::string> text = read_text_file(path, kMaxFacts);
  if (!text) return {};
  const auto json = parse_strict_json(*text, path.string());
  if (!json || !json->is_object()) return {};
  PartFacts facts;
  facts.url = json_text(json_member(*json, "url"));
  facts.etag = json_text(json_member(*json, "etag"));
  facts.sha256 = json_text(json_member(*json, "sha256"));
  facts.size = json_size(json_member(*json, "size"));
  return facts;
}

Result<void> remove_file(const fs::path& path) {
  std::error_code error;
  fs::remove(path, error);
  if (error) return io_failure("remove", path, error.value());
  return {};
}

/// Bytes read.
Result<std::uint64_t> add_file(const fs::path& path, Sha256& digest,
                               const std::function<bool()>& should_stop) {
  const system_files::OwnedFile file(system_files::open_to_read(path));
  if (!file) return io_failure("read", path, errno);
  std::vector<char> block(kReadBlock);
  std::uint64_t size = 0;
  while (const std::size_t count = std::fread(block.data(), 1, block.size(), file.get())) {
    digest.update(block.data(), count);
    size += count;
    if (should_stop && should_stop())
      return fail(ErrorKind::kInterrupted, "stopped, start it again to go on");
  }
  if (std::ferror(file.get())) return io_failure("read", path, errno);
  return size;
}

}  // namespace

fs::path part_of(const fs::path& target) {
  return with_ending(target, ".part");
}

fs::path part_facts_of(const fs::path& target) {
  return with_ending(target, ".part.json");
}

PartFile::PartFile(fs::path target, FileLock lock)
    : target_(std::move(target)),
      part_(part_of(target_)),
      facts_file_(part_facts_of(target_)),
      lock_(std::move(lock)) {}

Result<PartFile> PartFile::open(const fs::path& target, const std::function<bool()>& should_stop) {
  std::error_code error;
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  fs::create_directories(folder, error);
  if (error) return io_failure("make the folder", folder, error.value());
  Result<FileLock> lock = FileLock::try_acquire(with_ending(target, ".part.lock"));
  if (!lock) return propagate(lock);
  if (!lock->held())
    return fail(ErrorKind::kIo, "\"" + target.string() +
                                    "\" is being downloaded by another program; wait for its end");
  PartFile part(target, std::move(*lock));
  if (auto read = part.read(should_stop); !read) return propagate(read);
  return part;
}

Result<void> PartFile::read(const std::function<bool()>& should_stop) {
  std::error_code ignored;
  if (!fs::exists(part_, ignored)) return {};
  facts_ = read_facts(facts_file_);
  // Of an unknown file, nothing can be gone on with.
  if (facts_ == PartFacts()) return discard();
  const Result<std::uint64_t> size = add_file(part_, digest_, should_stop);
  if (!size) return propagate(size);
  size_ = *size;
  return {};
}

Result<void> PartFile::restart(const PartFacts& facts) {
  // In this order, what is there never is of another file than it says.
  if (auto gone = discard(); !gone) return gone;
  const nlohmann::ordered_json json = {
      {"url", facts.url}, {"etag", facts.etag}, {"size", facts.size}, {"sha256", facts.sha256}};
  const std::string text =
      json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  if (auto written = write_text_file(facts_file_, text); !written) return written;
  facts_ = facts;
  file_.reset(system_files::create_new(part_));
  if (!file_) return io_failure("write", part_, errno);
  return {};
}

Result<void> PartFile::open_for_writing() {
  if (file_) return {};
  file_.reset(system_files::open_to_append(part_));
  if (!file_) return io_failure("write", part_, errno);
  return {};
}

Result<void> PartFile::append(std::string_view bytes) {
  if (auto open = open_for_writing(); !open) return open;
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size())
    return io_failure("write", part_, errno);
  digest_.update(bytes.data(), bytes.size());
  size_ += bytes.size();
  return {};
}

Result<void> PartFile::close() {
  if (!file_) return {};
  if (std::fclose(file_.release()) != 0) return io_failure("write", part_, errno);
  return {};
}

Result<void> PartFile::finish() {
  if (auto open = open_for_writing(); !open) return open;
  int code = system_files::flush_to_disk(file_.get());
  if (std::fclose(file_.release()) != 0 && code == 0) code = errno;
  if (code == 0) code = system_files::rename_over(part_, target_);
  if (code != 0) return io_failure("write", target_, code);
  if (auto gone = remove_file(facts_file_); !gone) return gone;
  const fs::path folder = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
  code = system_files::flush_folder(folder);
  if (code != 0) return io_failure("write to the folder", folder, code);
  return {};
}

Result<void> PartFile::discard() {
  file_.reset();
  digest_ = Sha256();
  size_ = 0;
  facts_ = {};
  if (auto gone = remove_file(part_); !gone) return gone;
  return remove_file(facts_file_);
}

Result<std::string> sha256_of(const fs::path& path, const std::function<bool()>& should_stop) {
  Sha256 digest;
  const Result<std::uint64_t> size = add_file(path, digest, should_stop);
  if (!size) return propagate(size);
  return digest.take();
}

}  // namespace canter
