#include "base/io_error.h"

#include <cerrno>
#include <string>
#include <system_error>

namespace canter {
namespace {

std::string_view advice(int code) {
  switch (code) {
    case ENOENT:
      return "check that the path is right";
    case ENOTDIR:
      return "a part of the path is a file where a folder is needed";
    case EISDIR:
      return "give the path of a file, not of a folder";
    case EACCES:
    case EPERM:
      return "check the permissions of the file and its folder";
    case EROFS:
      return "choose a folder that can be written to";
    case ENOSPC:
      return "the disk is full, free some space and try again";
#ifdef EDQUOT
    case EDQUOT:
      return "the disk quota is used up, free some space and try again";
#endif
    case EMFILE:
    case ENFILE:
      return "too many files are open, close some programs and try again";
    case ENAMETOOLONG:
      return "choose a shorter name";
    case EIO:
      return "the disk reports a fault, check it and its cable";
    default:
      return "try again or choose another place";
  }
}

}  // namespace

tl::unexpected<Error> io_failure(std::string_view action, const std::filesystem::path& path,
                                 int code) {
  std::string message = "cannot ";
  message += action;
  message += " " + path.string() + ": " + std::generic_category().message(code) + "; ";
  message += advice(code);
  return fail(ErrorKind::kIo, std::move(message));
}

}  // namespace canter
