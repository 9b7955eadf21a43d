#pragma once

#include <gmock/gmock.h>
#include <httplib.h>

#include <memory>
#include <string>
#include <vector>

#include "serve/json_fields.h"
#include "serve/server.h"
#include "support/temporary_directory.h"

namespace canter::test {

using serve::Json;

/// A server in this process with a model that is opened once for all tests of a program.
class ServeTest : public testing::Test {
 protected:
  /// The starter model, which answers in words and has a chat template without tools.
  static serve::ServedModel& starter();
  /// Random weights behind a template that takes tools; its answers are noise.
  static serve::ServedModel& noise();

  void start(serve::ServedModel& model, serve::ServerSettings settings = {});
  void SetUp() override { start(starter()); }

  httplib::Client client() const;
  httplib::Result get(const std::string& path) const { return client().Get(path); }
  httplib::Result post(const std::string& path, const Json& body) const;
  /// The document of a reply that has to be 200.
  Json ask(const std::string& path, const Json& body) const;
  /// The error of a reply that has to have this status.
  Json error(int status, const std::string& path, const Json& body) const;
  /// The data of each event of a stream; `[DONE]` is checked for and left out where there is one.
  std::vector<Json> stream(const std::string& path, Json body) const;
  std::vector<Json> lines(const std::string& path, const Json& body) const;

  std::unique_ptr<serve::Server> server_;
};

/// A chat of one question, greedily answered.
Json chat_request(const std::string& question, const Json& more = Json::object());

/// What the deltas of a stream of chunks add up to.
std::string joined(const std::vector<Json>& chunks, const std::string& member = "content",
                   int choice = 0);

}  // namespace canter::test
