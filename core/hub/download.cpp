#include "hub/download.h"

#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "base/machine.h"
#include "hub/content_range.h"
#include "hub/part_file.h"
#include "hub/patience.h"
#include "hub/transfer_speed.h"
#include "hub/url.h"

namespace canter {
namespace fs = std::filesystem;
namespace {

constexpr int kMaxBeginnings = 3;
/// An attempt that brings so much gives back all patience.
constexpr std::uint64_t kProgress = std::uint64_t{1} << 20;

std::string quoted(const fs::path& path) {
  return "\"" + path.string() + "\"";
}

/// Without the quotation marks, if it is a SHA-256, which is what the hub has for large files.
std::string linked_sha256(const HttpReply& reply) {
  const auto found = reply.first.find("x-linked-etag");
  if (found == reply.first.end()) return {};
  std::string text = found->second;
  if (text.size() > 2 && text.front() == '"' && text.back() == '"')
    text = text.substr(1, text.size() - 2);
  return is_sha256(text) ? text : std::string();
}

std::string strong_etag(const HttpReply& reply) {
  const std::string etag = reply.header("etag");
  return etag.starts_with('"') ? etag : std::string();
}

bool is_page(const fs::path& path) {
  return path.extension() == ".html" || path.extension() == ".htm";
}

class Downloading {
 public:
  Downloading(const DownloadRequest& request, const DownloadSettings& settings, PartFile part)
      : request_(request), settings_(settings), part_(std::move(part)) {}

  Result<Downloaded> run() {
    if (!is_of_request() || is_too_long())
      if (auto gone = part_.discard(); !gone) return propagate(gone);
    resumed_ = part_.size();
    Patience patience(settings_.http);
    while (!complete_) {
      if (part_.size() > 0 && part_.size() == known_size()) break;
      const std::uint64_t before = part_.size();
      const std::optional<HttpFailure> failure = attempt();
      if (!failure) continue;
      if (part_.size() >= before + kProgress) patience.renew();
      if (auto again = patience.wait(*failure); !again) return give_up(again.error());
    }
    return finish();
  }

 private:
  tl::unexpected<Error> give_up(Error error) {
    const auto closed = part_.close();
    if (!closed && error.kind != ErrorKind::kIo) return propagate(closed);
    if (part_.size() > 0)
      error.message += "; " + format_bytes(part_.size()) + " are kept in " +
                       quoted(part_.path().filename()) + " to go on with";
    return tl::unexpected(std::move(error));
  }

  bool is_of_request() const {
    const PartFacts& facts = part_.facts();
    if (request_.bytes > 0 && facts.size > 0 && request_.bytes != facts.size) return false;
    if (!request_.sha256.empty() && !facts.sha256.empty()) return request_.sha256 == facts.sha256;
    return facts.url == request_.url && !facts.etag.empty();
  }

  bool is_too_long() const { return known_size() > 0 && part_.size() > known_size(); }

  std::uint64_t known_size() const {
    return request_.bytes > 0 ? request_.bytes : part_.facts().size;
  }

  const std::string& known_sha256() const {
    return request_.sha256.empty() ? part_.facts().sha256 : request_.sha256;
  }

  Error error(const std::string& what) const {
    return {ErrorKind::kIo, "cannot get " + shown_url(request_.url) + ": " + what};
  }
  tl::unexpected<Error> failure(const std::string& what) const {
    return tl::unexpected(error(what));
  }

  std::optional<HttpFailure> attempt() {
    HttpRequest asked;
    asked.url = request_.url;
    if (part_.size() > 0) {
      asked.headers.push_back("Range: bytes=" + std::to_string(part_.size()) + "-");
      if (!part_.facts().etag.empty()) asked.headers.push_back("If-Range: " + part_.facts().etag);
    }
    begin_anew_ = false;
    const HttpReceiver receiver{[this](const HttpReply& reply) { return take_head(reply); },
                                [this](std::string_view bytes) { return take_body(bytes); }};
    const auto reply = http_get(asked, settings_.http, receiver);
    if (begin_anew_) return begin_anew();
    if (!reply) return reply.error();
    if (reply->status == 416) return std::nullopt;
    if (known_size() == 0 || part_.size() == known_size()) {
      complete_ = true;
      return std::nullopt;
    }
    HttpFailure cut;
    cut.error = error("the connection was cut; try again");
    cut.passing = true;
    return cut;
  }

  /// What is here is no part of what the server has now.
  std::optional<HttpFailure> begin_anew() {
    resumed_ = 0;
    HttpFailure failed;
    if (auto gone = part_.discard(); !gone) {
      failed.error = gone.error();
      return failed;
    }
    if (++beginnings_ < kMaxBeginnings) return std::nullopt;
    failed.error = error("the file changes while it is downloaded; try again later");
    return failed;
  }

  Result<void> take_head(const HttpReply& reply) {
    const std::string encoding = reply.header("content-encoding");
    if (!encoding.empty() && encoding != "identity")
      return failure("the server packs the file, which was not asked for; try another address");
    if (reply.status == 200) return take_whole(reply);
    if (part_.size() == 0)
      return failure("the server sends a part of the file, all of it was asked for; try later");
    const auto range = parse_content_range(reply.header("content-range"));
    const std::string etag = strong_etag(reply);
    const bool changed = !etag.empty() && !part_.facts().etag.empty() && etag != part_.facts().etag;
    const bool other_size =
        range && range->total && known_size() > 0 && *range->total != known_size();
    if (reply.status == 416) {
      complete_ = range && range->total == part_.size() && !changed && !other_size;
      begin_anew_ = !complete_;
      return {};
    }
    if (!range || range->first != part_.size() || changed || other_size) {
      begin_anew_ = true;
      return failure("the server sends another part than was asked for; try again");
    }
    return check_space(range->last + 1 - part_.size());
  }

  Result<void> take_whole(const HttpReply& reply) {
    resumed_ = 0;
    // Networks that want a login, and hubs that show a file on a page, answer so.
    if (reply.header("content-type").starts_with("text/html") && !is_page(request_.target))
      return failure("a web page came instead of the file; check the address and the network");
    PartFacts facts;
    facts.url = request_.url;
    facts.etag = strong_etag(reply);
    facts.sha256 = request_.sha256.empty() ? linked_sha256(reply) : request_.sha256;
    const auto length = parse_size(reply.header("content-length"));
    const auto linked = reply.first.find("x-linked-size");
    facts.size = request_.bytes;
    if (facts.size == 0 && linked != reply.first.end())
      facts.size = parse_size(linked->second).value_or(0);
    if (facts.size == 0) facts.size = length.value_or(0);
    if (length && *length != facts.size)
      return failure("the server offers " + std::to_string(*length) + " bytes, the file has " +
                     std::to_string(facts.size) + "; try again later");
    const bool tells_end = reply.header("transfer-encoding").find("chunked") != std::string::npos;
    if (facts.size == 0 && facts.sha256.empty() && !tells_end)
      return failure("the server does not say how long it is, or it is empty; try another address");
    if (auto space = check_space(facts.size); !space) return space;
    return part_.restart(facts);
  }

  Result<void> check_space(std::uint64_t more) const {
    std::error_code unknown;
    const fs::space_info space = fs::space(part_.path().parent_path(), unknown);
    if (unknown || space.available >= more + settings_.keep_free) return {};
    return failure("it takes " + format_bytes(more) + " more, and the disk of " +
                   quoted(part_.path().parent_path()) + " has " + format_bytes(space.available) +
                   " left; free some space and try again");
  }

  Result<void> take_body(std::string_view bytes) {
    if (complete_ || begin_anew_) return {};  // an explanation for people
    if (known_size() > 0 && bytes.size() > known_size() - part_.size())
      return failure("the server sends more than it said; try again later");
    if (auto written = part_.append(bytes); !written) return written;
    speed_.add(bytes.size());
    if (const auto speed = speed_.due(); speed && settings_.progress)
      settings_.progress({part_.size(), known_size(), *speed});
    return {};
  }

  Result<void> check(const std::string& sha256) {
    if (known_size() > 0 && part_.size() != known_size())
      return failure("it has " + std::to_string(part_.size()) + " bytes instead of " +
                     std::to_string(known_size()));
    if (!known_sha256().empty() && sha256 != known_sha256())
      return failure("what came is damaged or changed: its SHA-256 is " + sha256 + " instead of " +
                     known_sha256());
    return {};
  }

  Result<Downloaded> finish() {
    if (settings_.progress) settings_.progress({part_.size(), part_.size(), 0});
    if (auto closed = part_.close(); !closed) return propagate(closed);
    const std::uint64_t size = part_.size();
    const std::string sha256 = part_.take_sha256();
    if (auto right = check(sha256); !right) {
      if (auto gone = part_.discard(); !gone) return propagate(gone);
      return failure_thrown_away(right.error());
    }
    if (auto done = part_.finish(); !done) return propagate(done);
    return Downloaded{request_.target, size, sha256, resumed_, false};
  }

  static tl::unexpected<Error> failure_thrown_away(Error wrong) {
    wrong.message += "; it was thrown away, try again";
    return tl::unexpected(std::move(wrong));
  }

  const DownloadRequest& request_;
  const DownloadSettings& settings_;
  PartFile part_;
  TransferSpeed speed_;
  std::uint64_t resumed_ = 0;
  int beginnings_ = 0;
  bool begin_anew_ = false;
  bool complete_ = false;
};

/// The file under its final name, if that is it.
Result<std::optional<Downloaded>> find_there(const DownloadRequest& request,
                                             const DownloadSettings& settings) {
  std::error_code missing;
  const std::uint64_t size = fs::file_size(request.target, missing);
  if (missing || (request.bytes > 0 && size != request.bytes)) return std::nullopt;
  const auto sha256 = sha256_of(request.target, settings.http.should_stop);
  if (!sha256) return propagate(sha256);
  if (!request.sha256.empty() && *sha256 != request.sha256) return std::nullopt;
  return Downloaded{request.target, size, *sha256, 0, true};
}

}  // namespace

Result<Downloaded> download(const DownloadRequest& request, const DownloadSettings& settings) {
  if (std::error_code none; fs::is_directory(request.target, none))
    return fail(ErrorKind::kIo, quoted(request.target) +
                                    " is a folder where the file should go; choose another place");
  const auto there = find_there(request, settings);
  if (!there) return propagate(there);
  if (*there) return **there;
  auto part = PartFile::open(request.target, settings.http.should_stop);
  if (!part) return propagate(part);
  return Downloading(request, settings, std::move(*part)).run();
}

}  // namespace canter
