#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>

/// What file.cpp needs of the system beyond the standard library; one source file for each family
/// of systems. Codes are those of errno, 0 for success.
namespace canter::system_files {

using ProcessId = int;
ProcessId own_process();
/// False where it cannot be told.
bool has_ended(ProcessId process);

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using OwnedFile = std::unique_ptr<std::FILE, CloseFile>;

/// nullptr: failed, with errno set. Other programs do not inherit the file.
std::FILE* open_to_read(const std::filesystem::path& path);
/// To write; EEXIST when there is something of that name.
std::FILE* create_new(const std::filesystem::path& path);
/// To write behind what a file holds that is there.
std::FILE* open_to_append(const std::filesystem::path& path);

/// What was written is on the disk.
int flush_to_disk(std::FILE* file);
/// In one step: `to` is the old file or the new one.
int rename_over(const std::filesystem::path& from, const std::filesystem::path& to);
/// A rename is on disk only when its folder is.
int flush_folder(const std::filesystem::path& folder);

}  // namespace canter::system_files
