#pragma once

#include <string>

#include "command_line.h"
#include "decode/statistics.h"
#include "engine/session/server_messages.h"
#include "interrupt.h"
#include "remote/client.h"

namespace canter::cli {

/// A model of a server with OpenAI's interface, instead of one on disk.
struct RemoteArguments {
  std::string address;  ///< empty: none
  std::string model;    ///< empty: the only one that it has
  engine::ServerSettings settings;

  bool given() const { return !address.empty(); }
};

/// Adds `--remote` and what belongs to it. What cannot be said to a server excludes it.
void add_remote_options(Command command, RemoteArguments& arguments);

struct RemoteTarget {
  remote::Client client;
  std::string model;
};

/// Finds the server's key, and its model where none was named. An interrupt ends what the client
/// does; `interrupt` must outlive it.
Outcome<RemoteTarget> find_remote(const RemoteArguments& arguments, const CommonOptions& options,
                                  const InterruptListener& interrupt);

/// `the text goes to example.org`
std::string place_note(const engine::Elsewhere& place);

/// `212 tokens · 84.1 tok/s · first token 0.21 s`
std::string remote_statistics_line(const AnswerStatistics& statistics);

}  // namespace canter::cli
