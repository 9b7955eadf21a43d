#include "core/remote/remote_support.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

namespace canter::test {

remote::ClientSettings RemoteTest::impatient() {
  using Milliseconds = HttpSettings::Milliseconds;
  remote::ClientSettings settings;
  settings.http.connect_timeout = Milliseconds(5'000);
  settings.http.stall_time = Milliseconds(200);
  settings.http.patience = Milliseconds(1);
  settings.http.longest_patience = Milliseconds(2);
  return settings;
}

void RemoteTest::serve(std::vector<HttpScript> scripts) {
  server_ = std::make_unique<FaultServer>(
      [scripts = std::move(scripts), n = std::size_t{0}](const HttpQuestion&) mutable {
        return scripts[std::min(n++, scripts.size() - 1)];
      });
}

remote::Client RemoteTest::client() const {
  const auto address = remote::parse_server_address(server_->address());
  if (!address) throw std::runtime_error(address.error().message);
  auto client = remote::Client::create(*address, key_, settings_);
  if (!client) throw std::runtime_error(client.error().message);
  return std::move(*client);
}

Result<remote::ChatEnd> RemoteTest::ask(const remote::ChatQuestion& question) {
  text_.clear();
  thinking_.clear();
  return client().chat(question, [this](const remote::ChatDelta& delta) {
    text_ += delta.text;
    thinking_ += delta.thinking;
  });
}

Error RemoteTest::failure() {
  const auto end = ask();
  if (end) throw std::runtime_error("the answer did not fail");
  EXPECT_EQ(end.error().message.find('\n'), std::string::npos);
  return end.error();
}

HttpScript stream_of(const std::vector<std::string>& events) {
  std::string bytes =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
  for (const std::string& event : events) bytes += "data: " + event + "\n\n";
  return {bytes};
}

std::string says(const std::string& text) {
  return nlohmann::json({{"choices", {{{"delta", {{"content", text}}}}}}}).dump();
}

}  // namespace canter::test
