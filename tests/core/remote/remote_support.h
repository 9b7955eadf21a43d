#pragma once

#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <vector>

#include "remote/client.h"
#include "support/fault_server.h"

namespace canter::test {

/// A client of a server that says what it is told to.
class RemoteTest : public testing::Test {
 protected:
  /// The n-th script for the n-th question; the last one for all behind it.
  void serve(std::vector<HttpScript> scripts);

  remote::Client client() const;
  Result<remote::ChatEnd> ask(const remote::ChatQuestion& question = {"m", {{"user", "Hello?"}}});
  /// The error of an answer that has to fail.
  Error failure();
  std::size_t questions() const { return server_->questions().size(); }

  std::unique_ptr<FaultServer> server_;
  std::string key_;
  remote::ClientSettings settings_ = impatient();
  std::string text_;  ///< what came
  std::string thinking_;

 private:
  static remote::ClientSettings impatient();
};

/// A stream with these events, as servers send it.
HttpScript stream_of(const std::vector<std::string>& events);
/// The event that adds a text.
std::string says(const std::string& text);

inline const std::string kEnds = R"({"choices": [{"delta": {}, "finish_reason": "stop"}]})";
inline const std::string kDone = "[DONE]";

}  // namespace canter::test
