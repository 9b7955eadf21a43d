// The way of a newcomer in the real window with the real engine: no model, one that is recommended,
// its download, a chat. The hub is on loopback. With --pictures it is filmed.
#include <QApplication>
#include <QCommandLineParser>
#include <QTest>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "core_link.h"
#include "hub/sha256.h"
#include "remote/keys.h"
#include "support/environment.h"
#include "support/fault_server.h"
#include "support/shown_window.h"
#include "support/temporary_directory.h"

namespace canter::ui {
namespace {

namespace fs = std::filesystem;

const QString kWanted = QStringLiteral("smollm2-135m");
constexpr const char* kRepo = "HuggingFaceTB/SmolLM2-135M-Instruct-GGUF";
constexpr int kPatience = 60'000;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Of the program's own catalogue the models that any computer holds, and nothing else.
void make_resources(const fs::path& folder) {
  auto catalogue =
      nlohmann::json::parse(content_of(fs::path(CANTER_TEST_RESOURCES) / "catalogue.json"));
  auto models = nlohmann::json::array();
  for (const auto& model : catalogue["models"])
    if (model["name"].get<std::string>().starts_with("smollm2")) models.push_back(model);
  catalogue["models"] = models;
  fs::create_directories(folder);
  std::ofstream(folder / "catalogue.json") << catalogue.dump();
}

/// A hub with one model, which comes in about three seconds.
test::FaultServer::Handler hub_with(std::string content) {
  constexpr std::size_t kSteps = 100;
  Sha256 hash;
  hash.update(content.data(), content.size());
  const nlohmann::json file = {{"rfilename", "smollm2-135m-instruct-q8_0.gguf"},
                               {"size", content.size()},
                               {"lfs", {{"sha256", hash.take()}}}};
  const std::string repository = nlohmann::json{
      {"id", kRepo},
      {"gated", false},
      {"cardData", {{"license", "apache-2.0"}}},
      {"gguf", {{"architecture", "llama"}}},
      {"siblings", nlohmann::json::array(
                       {file})}}.dump();
  return [=](const test::HttpQuestion& question) -> test::HttpScript {
    if (question.target == std::string("/api/models/") + kRepo + "?blobs=true")
      return {test::http_answer(200, "", repository)};
    if (question.target.find("/resolve/main/") == std::string::npos)
      return {test::http_answer(404, "", "")};
    test::HttpScript script{test::file_answer(question, content, "\"one\"")};
    script.step = content.size() / kSteps;
    script.pause = std::chrono::milliseconds(30);
    return script;
  };
}

class Newcomer {
 public:
  Newcomer(ShownWindow& window, QString pictures) : it_(window), pictures_(std::move(pictures)) {}

  bool goes_the_way() {
    return step("start", [this] { return it_.find_button(words("EmptyChat", "Get a model…")); }) &&
           it_.click(words("EmptyChat", "Get a model…")) &&
           step("recommended", [this] { return get_button(); }) && press(get_button()) &&
           step("download", [this] { return downloads().running_share() > 0.4 || is_here(); }) &&
           step("here", [this] { return it_.find_button(words("Pages", "Open")) && is_here(); }) &&
           press(get_button()) && step("open", [this] { return is_open(); }) && ask() &&
           step("answer", [this] { return !it_.chat->answering(); });
  }

 private:
  static QString words(const char* context, const char* text) {
    return QCoreApplication::translate(context, text);
  }
  DownloadsController& downloads() { return it_.controller<DownloadsController>("downloads"); }
  bool is_here() {
    const QQuickItem* button = get_button();
    return button && button->property("here").toBool();
  }
  bool is_open() {
    return it_.window().property("page") == QStringLiteral("chats") &&
           it_.controller<ModelStatus>("model").state() == ModelStatus::Ready;
  }
  QQuickItem* get_button() {
    QQuickItem* found = nullptr;
    visit_visible_items(it_.window().contentItem(), [&](QQuickItem* item) {
      if (!found && item->property("downloads").isValid() &&
          item->inherits("QQuickAbstractButton") && item->property("source") == kWanted)
        found = item;
    });
    return found;
  }
  /// Wherever it stands by then: the list may be sorted anew.
  static bool press(QQuickItem* item) { return QMetaObject::invokeMethod(item, "clicked"); }
  bool ask() {
    it_.type(QStringLiteral("What is the capital of France?"));
    QTest::keyClick(&it_.window(), Qt::Key_Return);
    return step("question", [this] { return it_.chat->messages()->rowCount() == 2; });
  }

  /// Waits for it, and takes a picture once everything stands.
  template <typename Reached>
  bool step(const char* name, const Reached& reached) {
    ++steps_;
    if (!QTest::qWaitFor([&] { return bool(reached()); }, kPatience)) {
      std::fprintf(stderr, "the newcomer does not come to \"%s\"\n", name);
      return false;
    }
    QTest::qWait(300);
    return pictures_.isEmpty() ||
           it_.window().grabWindow().save(
               QStringLiteral("%1-%2-%3.png")
                   .arg(pictures_, QString::number(steps_), QLatin1String(name)));
  }

  ShownWindow& it_;
  QString pictures_;
  int steps_ = 0;
};

int run(QApplication& application) {
  QCommandLineParser parser;
  parser.addOptions({
      {QStringLiteral("model"), {}, QStringLiteral("GGUF"), QStringLiteral(CANTER_TEST_STARTER)},
      {QStringLiteral("pictures"), QStringLiteral("How their names begin"), QStringLiteral("PATH")},
      {QStringLiteral("theme"), {}, QStringLiteral("THEME"), QStringLiteral("light")},
      {QStringLiteral("lang"), {}, QStringLiteral("LANGUAGE"), QStringLiteral("en")},
      {QStringLiteral("size"), {}, QStringLiteral("WxH"), QStringLiteral("1180x760")},
      {QStringLiteral("translations"), {}, QStringLiteral("DIR")},
  });
  parser.process(application);
  const test::TemporaryDirectory folder;
  make_resources(folder.path() / "resources");
  const test::FaultServer hub(
      hub_with(content_of(parser.value(QStringLiteral("model")).toStdString())));
  test::set_environment("CANTER_RESOURCES", (folder.path() / "resources").c_str());
  test::set_environment("CANTER_DATA_DIR", (folder.path() / "data").c_str());
  test::set_environment("HF_ENDPOINT", hub.address().c_str());
  test::set_environment("HF_TOKEN", "");
  engine::EngineOptions options{.data_dir = folder.path() / "data"};
  options.keys = remote::session_keys();
  ShownWindow it(
      [&](std::function<void()> wake) {
        return std::make_unique<CoreLink>(options, std::move(wake));
      },
      {.settings_file = {},
       .scheme = parser.value(QStringLiteral("theme")),
       .model = {},
       .language = parser.value(QStringLiteral("lang")),
       .data_folder = QString::fromStdString(options.data_dir.string()),
       .translations = parser.value(QStringLiteral("translations"))});
  const QStringList size = parser.value(QStringLiteral("size")).split(u'x');
  it.window().resize(size.value(0).toInt(), size.value(1).toInt());
  return Newcomer(it, parser.value(QStringLiteral("pictures"))).goes_the_way() ? 0 : 1;
}

}  // namespace
}  // namespace canter::ui

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  return canter::ui::run(application);
}
