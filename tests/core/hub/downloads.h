#pragma once

#include <gmock/gmock.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "hub/download.h"
#include "hub/sha256.h"
#include "support/fault_server.h"
#include "support/temporary_directory.h"

namespace canter::test {

/// Bytes that look like nothing, the same for the same seed.
std::string random_bytes(std::size_t size, unsigned seed = 1);
std::string sha256_of_text(const std::string& text);
std::string read(const std::filesystem::path& path);
void write(const std::filesystem::path& path, const std::string& content);

/// Impatient, so that tests are quick.
HttpSettings impatient();

/// A server, a folder, and a file that is to come from the one into the other.
class DownloadTest : public testing::Test {
 protected:
  void serve(FaultServer::Handler handler) {
    server_ = std::make_unique<FaultServer>(std::move(handler));
  }
  /// Every question is answered as it should be.
  void serve_file() {
    serve([this](const HttpQuestion& question) {
      return HttpScript{file_answer(question, content_, etag_)};
    });
  }

  DownloadRequest request() const {
    return {server_->address() + "/model.gguf", target(), content_.size(),
            sha256_of_text(content_)};
  }
  /// Nothing but the address is known.
  DownloadRequest bare_request() const { return {server_->address() + "/model.gguf", target()}; }
  Result<Downloaded> fetch(const DownloadRequest& request) { return download(request, settings_); }
  Result<Downloaded> fetch() { return fetch(request()); }

  void expect_whole(const Result<Downloaded>& result) const;
  /// The error holds `text`; nothing is under the final name.
  void expect_failure(const Result<Downloaded>& result, const std::string& text) const;
  void expect_nothing_beside() const;

  std::filesystem::path target() const { return folder_.path() / "model.gguf"; }
  std::filesystem::path part() const { return folder_.path() / "model.gguf.part"; }
  std::filesystem::path facts() const { return folder_.path() / "model.gguf.part.json"; }

  TemporaryDirectory folder_;
  std::string content_ = random_bytes(100'000);
  std::string etag_ = "\"one\"";
  DownloadSettings settings_{.http = impatient(), .keep_free = 0, .progress = {}};
  std::unique_ptr<FaultServer> server_;
};

}  // namespace canter::test
