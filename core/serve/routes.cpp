#include "serve/routes.h"

#include <algorithm>
#include <array>

#include "serve/chat_completions.h"
#include "serve/completions.h"
#include "serve/embeddings.h"
#include "serve/model_list.h"
#include "serve/ollama.h"
#include "serve/responses.h"

namespace canter::serve {
namespace {

constexpr std::string_view kModels = "/v1/models";

using Get = Checked<Reply> (*)(const Site&);
using Post = Checked<Reply> (*)(const ServedModel&, const Json&);

struct Route {
  std::string_view path;
  Get get = nullptr;
  Post post = nullptr;
};

Checked<Reply> health(const Site&) {
  return json_reply({{"status", "ok"}});
}
Checked<Reply> metrics(const Site& site) {
  return Reply{.type = "text/plain; version=0.0.4",
               .body = metrics_text(site.served.generator().figures(), site.counts)};
}
Checked<Reply> models(const Site& site) {
  return json_reply(openai_models(site.served));
}
Checked<Reply> tags(const Site& site) {
  return json_reply(ollama_tags(site.served));
}
Checked<Reply> running(const Site& site) {
  return json_reply(ollama_running(site.served));
}
Checked<Reply> version(const Site& site) {
  return json_reply({{"version", site.version}});
}
Checked<Reply> unsupported(const ServedModel&, const Json&) {
  return refuse(501, "this server keeps one model open and neither fetches nor changes models", {},
                "unsupported");
}

constexpr std::array kRoutes = {
    Route{"/health", health},
    Route{"/metrics", metrics},
    Route{kModels, models},
    Route{"/v1/chat/completions", nullptr, chat_completions},
    Route{"/v1/completions", nullptr, completions},
    Route{"/v1/responses", nullptr, responses},
    Route{"/v1/embeddings", nullptr, openai_embeddings},
    Route{"/api/chat", nullptr, ollama_chat},
    Route{"/api/generate", nullptr, ollama_generate},
    Route{"/api/tags", tags},
    Route{"/api/ps", running},
    Route{"/api/version", version},
    Route{"/api/show", nullptr, ollama_show},
    Route{"/api/embed", nullptr, ollama_embed},
    Route{"/api/embeddings", nullptr, ollama_embeddings},
    Route{"/api/pull", nullptr, unsupported},
    Route{"/api/push", nullptr, unsupported},
    Route{"/api/create", nullptr, unsupported},
    Route{"/api/copy", nullptr, unsupported},
};

bool is_ollama(std::string_view path) {
  return path.starts_with("/api/");
}

/// The name behind `/v1/models/`; names of models have no slash.
std::string_view model_id(std::string_view path) {
  if (!path.starts_with(kModels) || path.size() < kModels.size() + 2) return {};
  const std::string_view id = path.substr(kModels.size() + 1);
  const bool sound = path[kModels.size()] == '/' && id.find('/') == id.npos;
  return sound ? id : std::string_view();
}

}  // namespace

Checked<Reply> route(const Site& site, std::string_view method, std::string_view path,
                     std::string_view body) {
  const bool reads = method == "GET" || method == "HEAD";
  if (const std::string_view id = model_id(path); !id.empty()) {
    if (reads) return openai_model(site.served, id);
    return refuse(405, "this path is asked with GET", {}, "wrong_method");
  }
  const auto* found = std::ranges::find(kRoutes, path, &Route::path);
  if (found == kRoutes.end())
    return refuse(404, "there is nothing at this path, see README.md for those that there are", {},
                  "unknown_path");
  if (reads && found->get) return found->get(site);
  if (method == "POST" && found->post) {
    const auto request = parse_request(body);
    if (!request) return tl::unexpected(request.error());
    return found->post(site.served, *request);
  }
  return refuse(405, "this path is asked with " + std::string(found->get ? "GET" : "POST"), {},
                "wrong_method");
}

Reply error_reply(std::string_view path, const RequestError& error) {
  const Json json = is_ollama(path) ? Json{{"error", error.message}} : openai_error(error);
  return {.status = error.status, .body = written(json)};
}

std::string counted_path(std::string_view path) {
  if (!model_id(path).empty()) return std::string(kModels) + "/{id}";
  return std::ranges::find(kRoutes, path, &Route::path) == kRoutes.end() ? "other"
                                                                         : std::string(path);
}

}  // namespace canter::serve
