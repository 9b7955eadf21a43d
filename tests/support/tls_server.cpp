#include "support/tls_server.h"

namespace canter::test {

std::unique_ptr<TlsServer> TlsServer::start() {
  std::unique_ptr<TlsServer> server(new TlsServer());
  const std::string key = (server->folder_.path() / "key").string();
  const std::string certificate = server->certificate().string();
  ProcessOptions make;
  make.arguments = {
      "openssl", "req",     "-x509", "-newkey", "ec",        "-pkeyopt", "ec_paramgen_curve:P-256",
      "-nodes",  "-keyout", key,     "-out",    certificate, "-subj",    "/CN=localhost",
      "-days",   "2"};
  if (run_process("/usr/bin/env", make).exit_code != 0) return nullptr;
  ProcessOptions serve;
  serve.arguments = {"openssl",   "s_server", "-accept", "127.0.0.1:0", "-cert",
                     certificate, "-key",     key,       "-www"};
  server->process_ = std::make_unique<Process>("/usr/bin/env", serve);
  const std::string said = "ACCEPT 127.0.0.1:";
  Process& process = *server->process_;
  if (!process.wait_for_output(said) || !process.wait_for_output("\n")) return nullptr;
  const std::string& output = process.output();
  const int port = std::stoi(output.substr(output.find(said) + said.size(), 5));
  server->address_ = "https://localhost:" + std::to_string(port);
  return server;
}

}  // namespace canter::test
