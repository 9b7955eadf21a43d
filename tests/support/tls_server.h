#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "support/process.h"
#include "support/temporary_directory.h"

namespace canter::test {

/// A server on loopback that shows one page over TLS, by a certificate that it signed itself.
class TlsServer {
 public:
  /// nullptr where there is no openssl.
  static std::unique_ptr<TlsServer> start();

  /// `https://localhost:PORT`
  const std::string& address() const { return address_; }
  /// Who trusts this file trusts the server.
  std::filesystem::path certificate() const { return folder_.path() / "certificate"; }

 private:
  TlsServer() = default;

  TemporaryDirectory folder_;
  std::unique_ptr<Process> process_;
  std::string address_;
};

}  // namespace canter::test
