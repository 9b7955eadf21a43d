#include "chat_session.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <random>
#include <utility>
#include <variant>

#include "base/utf8.h"
#include "db_repair.h"
#include "engine/generation/chat_sampling.h"
#include "generation.h"
#include "terminal.h"

namespace canter::cli {
namespace {

constexpr std::array<std::string_view, 6> kHelp = {
    "/new        start another conversation",
    "/list       list the conversations",
    "/open ID    continue one of them",
    "/think HOW  on, off, low, medium or high, for models that can",
    "/quit       leave, like Ctrl-D",
    "Ctrl-C stops a running answer.",
};

std::optional<engine::ServerSettings> server_settings(const RemoteArguments& remote) {
  if (remote.settings == engine::ServerSettings()) return std::nullopt;
  return remote.settings;
}

}  // namespace

ChatSession::ChatSession(const ChatArguments& arguments, const CommonOptions& options,
                         const std::filesystem::path& data_folder)
    : arguments_(arguments),
      options_(options),
      terminal_(terminal::is_terminal(stdin)),
      engine_({.data_dir = data_folder,
               .threads = options.threads,
               .adapter = arguments.names_file() ? path_from_utf8(arguments.adapter)
                                                 : std::filesystem::path(),
               .without_adapter = arguments.adapter == "none",
               .drafts = arguments.drafts.value_or(SourceWish()),
               .server = server_settings(arguments.remote)},
              terminal::wake) {}

Outcome<> ChatSession::run() {
  if (Outcome<> started = start(); !started) return started;
  if (Outcome<> talked = talk(); !talked) return talked;
  return options_.json ? print_conversation() : Outcome<>();
}

Outcome<> ChatSession::start() {
  // The database first: who cannot keep a conversation should not begin one.
  Outcome<> ready = arguments_.conversation ? open(*arguments_.conversation) : list();
  if (!ready) return ready;
  if (conversation_ && arguments_.says_whether_to_draft()) {
    engine_.post(engine::SetAccelerate{*conversation_, arguments_.wants_drafts()});
  }
  opening_.emplace("opening the model", Progress::style_for(options_.json));
  engine_.post(engine::OpenModel{arguments_.model, conversation_});
  ready = wait_until([this] { return model_open_; });
  opening_.reset();
  if (ready && arguments_.think != ThinkingWish::kDefault) ready = think(arguments_.think);
  if (ready && terminal_) print_note("/help lists what can be done besides writing a message");
  return ready;
}

Outcome<> ChatSession::talk() {
  while (true) {
    const Outcome<LineReader::Event> input = read_line();
    if (!input) return tl::unexpected(input.error());
    const std::string& line = input->line;
    if (input->state == LineReader::State::kEnd) return {};
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    if (!terminal_ || !line.starts_with('/')) {
      if (Outcome<> sent = send(line); !sent) return sent;
    } else if (line == "/quit") {
      return {};
    } else if (Outcome<> obeyed = obey(line); !obeyed) {
      if (obeyed.error().code == ExitCode::kInterrupted) return obeyed;
      print_error(obeyed.error().message);
    }
  }
}

Outcome<> ChatSession::obey(const std::string& command) {
  constexpr std::string_view kOpen = "/open ";
  constexpr std::string_view kThink = "/think ";
  if (command.starts_with(kOpen)) return open(std::string_view(command).substr(kOpen.size()));
  if (command.starts_with(kThink) || command == "/think") {
    const auto wish = parse_thinking_wish(command.substr(std::min(command.size(), kThink.size())));
    return wish ? think(*wish) : tl::unexpected(wish.error());
  }
  if (command == "/help") {
    for (const std::string_view line : kHelp) print_note(line);
  } else if (command == "/new") {
    conversation_.reset();
    chat_ = {};
    chat_.thinking = arguments_.think;
  } else if (command == "/list") {
    if (Outcome<> listed = list(); !listed) return listed;
    for (const Conversation& conversation : *listed_) {
      print_note(fmt::format("{:>5}  {}", conversation.id, conversation.title));
    }
  } else {
    return usage_failure("there is no command " + command + ", see /help");
  }
  return {};
}

Outcome<> ChatSession::think(ThinkingWish wish) {
  if (Outcome<> checked = check_thinking(wish, thinking_); !checked) return checked;
  chat_.thinking = wish;
  if (conversation_) engine_.post(engine::ConfigureChat{conversation_, chat_});
  return {};
}

Outcome<> ChatSession::send(const std::string& text) {
  GenerationSettings settings = arguments_.settings;
  settings.sampling = engine::changed(model_sampling_, arguments_.sampling);
  settings.sampling.seed =
      arguments_.fixed_seed ? arguments_.settings.sampling.seed : std::random_device()();
  engine::SendMessage message{.conversation = conversation_,
                              .text = text,
                              .settings = settings,
                              .accelerate = arguments_.wants_drafts()};
  if (chat_.thinking != ThinkingWish::kDefault) message.chat = chat_;
  engine_.post(elsewhere_ ? message_for_server(text) : std::move(message));
  answering_ = true;
  return wait_until([this] { return !answering_; });
}

engine::SendMessage ChatSession::message_for_server(const std::string& text) {
  engine::ChatSettings& chat = chat_;
  const engine::ChatSettings before = chat;
  if (arguments_.sampling.temperature) chat.sampling.temperature = arguments_.sampling.temperature;
  if (arguments_.sampling.top_p) chat.sampling.top_p = arguments_.sampling.top_p;
  if (arguments_.fixed_length) chat.max_tokens = arguments_.settings.max_tokens;
  chat.fixed_seed = chat.fixed_seed || arguments_.fixed_seed;
  if (arguments_.fixed_seed) chat.seed = arguments_.settings.sampling.seed;
  if (conversation_ && chat != before) engine_.post(engine::ConfigureChat{conversation_, chat});
  return {.conversation = conversation_, .text = text, .settings = {}, .chat = chat};
}

Outcome<> ChatSession::open(std::string_view id) {
  ConversationId number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size()) {
    return usage_failure("/open needs the number of a conversation, see /list");
  }
  if (Outcome<> opened = open(number); !opened) return opened;
  print_note(fmt::format("{}: {} messages", opened_->conversation.title, opened_->branch.size()));
  return {};
}

Outcome<> ChatSession::open(ConversationId id) {
  opened_.reset();
  engine_.post(engine::OpenConversation{id});
  return wait_until([this] { return opened_.has_value(); });
}

Outcome<> ChatSession::list() {
  listed_.reset();
  engine_.post(engine::ListConversations{});
  return wait_until([this] { return listed_.has_value(); });
}

Outcome<> ChatSession::print_conversation() {
  auto messages = nlohmann::ordered_json::array();
  if (conversation_) {
    if (Outcome<> opened = open(*conversation_); !opened) return opened;
    for (const Message& message : opened_->branch) {
      nlohmann::ordered_json said = {{"role", role_name(message.role)},
                                     {"content", message.content}};
      if (!message.thinking.empty()) said["thinking"] = message.thinking;
      messages.push_back(std::move(said));
    }
  }
  nlohmann::ordered_json document;
  document["conversation"] = conversation_ ? nlohmann::ordered_json(*conversation_) : nullptr;
  document["messages"] = std::move(messages);
  return print_json(document);
}

void ChatSession::tell_once(const std::string& note) {
  if (told_.insert(note).second) print_note(note);
}

Outcome<> ChatSession::wait_until(const std::function<bool()>& done) {
  while (true) {
    terminal::clear_wake();
    Outcome<> taken = take_events();
    if (taken) taken = take_interrupt();
    if (!taken || done()) return taken;
    terminal::wait();
  }
}

Outcome<LineReader::Event> ChatSession::read_line() {
  if (terminal_) std::fputs("> ", stderr);
  while (true) {
    terminal::clear_wake();
    Outcome<> taken = take_events();
    if (taken) taken = take_interrupt();
    if (!taken) return tl::unexpected(taken.error());
    Outcome<LineReader::Event> input = input_.next();
    if (!input || input->state != LineReader::State::kWoken) return input;
  }
}

Outcome<> ChatSession::take_events() {
  for (const engine::Event& event : engine_.take_events()) {
    Outcome<> handled = std::visit([this](const auto& e) { return handle(e); }, event);
    if (!handled) return handled;
  }
  return {};
}

Outcome<> ChatSession::take_interrupt() {
  const int signal = interrupt_.pending();
  if (signal == 0) return {};
  if (!answering_) return interrupted();
  leaving_ = !terminal_ || signal == SIGTERM;
  interrupt_.acknowledge();
  engine_.post(engine::StopAnswer{});
  return {};
}

tl::unexpected<Failure> ChatSession::interrupted() {
  opening_.reset();
  // Who typed Ctrl-C knows; the shell's prompt belongs on a line of its own.
  if (terminal_) print_note("");
  return tl::unexpected(
      Failure{ExitCode::kInterrupted, terminal_ ? "" : "interrupted, what was said is kept"});
}

Outcome<> ChatSession::handle(const engine::ModelOpening& event) {
  if (opening_) opening_->show(event.progress);
  return {};
}

Outcome<> ChatSession::handle(const engine::ModelOpened& event) {
  thinking_ = event.model.thinking;
  model_open_ = true;
  model_sampling_ = event.model.sampling;
  elsewhere_ = event.model.elsewhere.has_value();
  if (elsewhere_) tell_once(place_note(*event.model.elsewhere));
  not_opened_.reset();
  if (event.model.starter) {
    tell_once(
        "this is the small starter model: it knows bookings, small talk and Canter's own help, and "
        "invents every fact; --model FILE opens another, packaging/run.sh fetches SmolLM2");
  }
  for (const std::string& note : event.model.notes) tell_once(note);
  return {};
}

Outcome<> ChatSession::handle(const engine::ModelFailed& event) {
  if (!model_open_) return model_failure(event.error);
  not_opened_ = event.error;  // the answer that wanted it tells
  return {};
}

Outcome<> ChatSession::handle(const engine::ConversationsListed& event) {
  listed_ = event.conversations;
  return {};
}

Outcome<> ChatSession::handle(const engine::ConversationOpened& event) {
  conversation_ = event.conversation.id;
  chat_ = engine::read_chat_settings(event.conversation.settings);
  opened_ = event;
  return {};
}

Outcome<> ChatSession::handle(const engine::TurnAdded& event) {
  conversation_ = event.conversation.id;
  return {};
}

Outcome<> ChatSession::handle(const engine::TextAppended& event) {
  if (options_.json) return {};
  Outcome<> shown = print_thought(event.thinking);
  shows_thought_ |= !event.thinking.empty();
  if (shown && !event.text.empty() && std::exchange(shows_thought_, false))
    shown = print_thought("\n\n");
  return shown ? print(event.text) : shown;
}

Outcome<> ChatSession::handle(const engine::AnswerFinished& event) {
  answering_ = false;
  if (!options_.json) {
    if (Outcome<> printed = print("\n"); !printed) return printed;
  }
  if (event.answer.status == MessageStatus::kFailed) {
    const Error error = event.failure.value_or(Error{ErrorKind::kInternal, event.answer.error});
    if (!terminal_) return error == not_opened_ ? model_failure(error) : request_failure(error);
    print_error(error.message);
  } else {
    print_note(elsewhere_ ? remote_statistics_line(event.statistics)
                          : statistics_line(event.statistics));
  }
  return leaving_ ? interrupted() : Outcome<>();
}

Outcome<> ChatSession::handle(const engine::AnswersRecovered& event) {
  for (const Message& answer : event.answers) {
    print_note(
        fmt::format("an earlier run ended in the middle of an answer, what it had said is "
                    "kept in conversation {}",
                    answer.conversation));
  }
  return {};
}

Outcome<> ChatSession::handle(const engine::AnswersSaved&) {
  print_note("what could not be saved before is saved now");
  return {};
}

Outcome<> ChatSession::handle(const engine::DatabaseRepaired& event) {
  print_note(repair_text(event.report));
  return {};
}

Outcome<> ChatSession::handle(const engine::Failed& event) {
  return data_failure(event.error);
}

}  // namespace canter::cli
