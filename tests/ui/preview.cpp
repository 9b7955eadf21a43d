#include <QApplication>
#include <QCommandLineParser>
#include <QImage>
#include <QQuickWindow>
#include <QTimer>

#include "engine/generation/generator.h"
#include "model/model.h"
#include "support/block_samples.h"
#include "support/canned_conversations.h"
#include "support/canned_downloads.h"
#include "support/canned_models.h"
#include "support/shown_window.h"
#include "support/stage_comparisons.h"
#include "window/main_window.h"

namespace {

using canter::ui::FakeEngine;

constexpr int kServedPort = 11536;

FakeEngine* the_engine = nullptr;

FakeEngine::Script script_for(const QString& scenario) {
  FakeEngine::Script script = canter::ui::canned_script();
  script.answer = canter::ui::canned_answer(400);
  if (scenario == QLatin1String("first-run")) script.conversations.clear();
  if (scenario.startsWith(QLatin1String("blocks")))
    script.branches[7].back() = script.branches[7][1];
  if (scenario.startsWith(QLatin1String("blocks")))
    script.branches[7].back().content = canter::ui::answer_with_all_blocks();
  if (scenario == QLatin1String("right-to-left")) script.branches[7].back() = script.branches[7][1];
  if (scenario == QLatin1String("right-to-left"))
    script.branches[7].back().content = canter::ui::answer_from_right_to_left();
  if (scenario == QLatin1String("files"))
    script.branches[7][8].content = canter::ui::question_with_files();
  if (scenario == QLatin1String("folders")) {
    script.folders = {{1, "Travel", false, 0}, {2, "Recipes", true, 0}};
    for (auto& each : script.conversations) {
      if (each.id == 6 || each.id == 4) each.folder = 1;
      if (each.id == 3) each.folder = 2;
    }
  }
  if (scenario == QLatin1String("left-out"))
    script.branches[7].back().statistics = canter::engine::write_statistics({}, {}, {0, 4});
  if (scenario.startsWith(QLatin1String("thinking"))) canter::ui::let_think(script);
  if (scenario == QLatin1String("models") || scenario == QLatin1String("downloads")) {
    canter::ui::add_canned_models(script);
    script.draft_models = {{"/home/kim/models/Qwen3-0.6B-Q8_0.gguf", "Qwen3 0.6B", 640'000'000}};
  } else if (scenario == QLatin1String("models-many")) {
    canter::ui::add_many_models(script);
  } else {
    canter::ui::add_no_models(script);
  }
  if (scenario == QLatin1String("address") || scenario == QLatin1String("elsewhere"))
    canter::ui::add_model_elsewhere(script);
  canter::ui::add_canned_offers(script);
  if (scenario.startsWith(QLatin1String("downloads"))) canter::ui::add_canned_downloads(script);
  if (scenario == QLatin1String("accelerated")) {
    script.acceleration = {true, true, true, 2.1, 0, {}};
  }
  if (scenario.startsWith(QLatin1String("compare")))
    canter::ui::prepare_comparisons(scenario, script);
  if (scenario == QLatin1String("versions")) {
    for (const auto& message : script.branches[7])
      script.versions[7].push_back({message.id, message.id + 500, message.id + 600});
  }
  if (scenario.startsWith(QLatin1String("opening"))) {
    script.model_keeps_opening = true;
    script.opening_progress = 0.4;
  }
  if (scenario == QLatin1String("model-error")) {
    script.model_error =
        "mistral.gguf: tensor blk.7.ffn_up.weight reaches past the end of the file; download the "
        "model again";
  }
  if (scenario == QLatin1String("huge")) {
    script.answer = canter::ui::canned_answer(20'000);
    script.words_per_tick = 8;
  }
  return script;
}

QString model_for(const QString& scenario) {
  if (scenario == QLatin1String("elsewhere"))
    return QStringLiteral("https://ai.example.org/v1#Qwen3-235B");
  return scenario.startsWith(QLatin1String("opening"))
             ? QStringLiteral("/models/Mistral-7B-Instruct-v0.3.Q4_K_M.gguf")
             : QStringLiteral("starter");
}

/// Shows the sheet, and a tuning half way or at its end.
void tune(const QString& scenario, canter::ui::Session& session, QQuickWindow& window) {
  namespace engine = canter::engine;
  QMetaObject::invokeMethod(window.findChild<QObject*>(QStringLiteral("tuningSheet")), "show");
  if (scenario == QLatin1String("tuning")) return;
  session.post(engine::StartTuning{});
  auto* link = the_engine;
  for (int i = 0; i <= 60; ++i) {
    const double loss = 2 + 5.5 / (1 + 0.2 * i) + 0.1 * ((i * 7) % 5);
    const double tokens = i % 8 == 7 ? 2.5 - 1.2 / (1 + 0.1 * i) : 0;
    link->say(engine::TuningProgressed{engine::TuningPhase::kLearning, i / 100.0, 200.0 + i,
                                       390.0 - 3 * i, 420, i, loss, tokens});
  }
  if (scenario == QLatin1String("tuning-done"))
    link->say(engine::TuningFinished{"starter", "0", 2.45, 1.91, 1.04, true});
  if (scenario == QLatin1String("tuning-poor"))
    link->say(engine::TuningFinished{"starter", "0", 1.2, 0.98, 1.0, false});
  if (scenario == QLatin1String("tuning-failed"))
    link->say(
        engine::TuningEnded{false,
                            {canter::ErrorKind::kIo,
                             "cannot write checkpoint \"0.checkpoint\": the disk is full; free "
                             "some space and go on with the tuning"}});
  if (scenario == QLatin1String("tuning-hidden"))
    QMetaObject::invokeMethod(window.findChild<QObject*>(QStringLiteral("tuningSheet")), "hide");
}

void scroll_to_end(QQuickWindow& window) {
  canter::ui::visit_items(window.contentItem(), [](QQuickItem* item) {
    const QVariant rest = item->property("contentHeight");
    if (rest.isValid() && item->property("contentY").isValid() && item->isVisible() &&
        item->width() > 400)
      item->setProperty("contentY", rest.toReal() - item->height());
  });
}

void search_hub(QQuickWindow& window) {
  window.property("offers").value<canter::ui::OffersController*>()->search(
      QStringLiteral("granite"));
  QTimer::singleShot(600, &window, [&window] { scroll_to_end(window); });
}

/// The dialog, and what is at the address that was typed.
void ask_for_address(QQuickWindow& window) {
  auto* dialog = window.findChild<QObject*>(QStringLiteral("addressDialog"));
  QMetaObject::invokeMethod(dialog, "ask");
  auto* models = window.property("models").value<canter::ui::ModelsController*>();
  models->remote()->look(QStringLiteral("https://ai.example.org/v1"), {}, {}, {});
  models->remote()->choose(QStringLiteral("gpt-oss-120b"));
}

/// The starter model is served, and what the settings say of it is scrolled to.
void serve(QQuickWindow& window) {
  auto* server = window.property("server").value<canter::ui::ServerController*>();
  server->set_port(kServedPort);
  server->set_wanted(true);
  canter::engine::ModelInfo info;
  info.name = "Canter starter";
  info.path = CANTER_TEST_STARTER;
  info.context = 512;
  canter::engine::ModelOpened opened;
  opened.generator =
      canter::engine::Generator::create(
          std::make_shared<const canter::Model>(canter::Model::open(info.path).value()), {})
          .value();
  opened.model = std::move(info);
  the_engine->say(std::move(opened));
  QTimer::singleShot(600, &window, [&window] { scroll_to_end(window); });
}

void act(const QString& scenario, canter::ui::Session& session, QQuickWindow& window) {
  auto* chat = window.property("chat").value<canter::ui::ChatController*>();
  auto* sidebar = window.property("sidebar").value<canter::ui::SidebarController*>();
  const bool streams =
      scenario == QLatin1String("streaming") || scenario == QLatin1String("huge") ||
      scenario == QLatin1String("accelerated") || scenario == QLatin1String("thinking-runs");
  if (scenario == QLatin1String("opening-asked")) {
    chat->send(QStringLiteral("What can you do?"));
  }
  if (scenario == QLatin1String("conversation") || scenario == QLatin1String("versions") ||
      scenario == QLatin1String("blocks") || scenario == QLatin1String("right-to-left") ||
      scenario == QLatin1String("files") || scenario == QLatin1String("palette") ||
      scenario == QLatin1String("folders") || scenario == QLatin1String("left-out") ||
      scenario == QLatin1String("keys"))
    session.openConversation(7);
  if (scenario == QLatin1String("files"))
    chat->set_draft(QString::fromStdString(canter::ui::question_with_files()));
  if (scenario == QLatin1String("too-long")) {
    const QString text = QString::fromStdString(canter::ui::canned_answer(20'000));
    chat->set_draft(canter::ui::join_message(
        {QStringLiteral("What is it about?"), {{QStringLiteral("report.pdf"), text + u'\n'}}}));
  }
  if (scenario == QLatin1String("left-out"))
    QTimer::singleShot(400, chat, [chat] { chat->showMessage(chat->messages()->id(4)); });
  if (scenario == QLatin1String("edited")) {
    session.openConversation(7);
    QTimer::singleShot(400, chat, [chat] {
      chat->edit(1, QStringLiteral("As I would say it: the 9:40, from platform 2."));
    });
    QTimer::singleShot(800, chat, [chat] { chat->showMessage(chat->messages()->id(1)); });
  }
  if (scenario == QLatin1String("palette")) QMetaObject::invokeMethod(&window, "showPalette");
  if (scenario == QLatin1String("keys")) QMetaObject::invokeMethod(&window, "showKeys");
  if (scenario == QLatin1String("hit")) {
    sidebar->search()->set_text(QStringLiteral("vegetarian"));
    QTimer::singleShot(500, sidebar, [sidebar] { sidebar->search()->open(0); });
  }
  if (scenario == QLatin1String("thinking")) {
    session.openConversation(7);
    QTimer::singleShot(300, chat, [chat] { chat->messages()->thought(3)->set_unfolded(true); });
  }
  if (scenario == QLatin1String("trash")) sidebar->remove(6);
  if (scenario.startsWith(QLatin1String("search"))) {
    session.openConversation(7);
    sidebar->pin(5, true);
    sidebar->search()->set_text(scenario == QLatin1String("search") ? QStringLiteral("a")
                                                                    : QStringLiteral("zebra"));
  }
  if (scenario == QLatin1String("trash-page")) {
    for (const qint64 id : {3, 5, 6}) sidebar->remove(id);
    session.openConversation(7);
    QTimer::singleShot(400, chat, [chat] { chat->remove(2); });
  }
  if (scenario == QLatin1String("pinned")) {
    session.openConversation(7);
    sidebar->pin(5, true);
  }
  if (scenario == QLatin1String("chat-settings")) {
    session.openConversation(7);
    chat->options()->set_system_prompt(QStringLiteral("Answer like a station master."));
    chat->options()->usePreset(1);
    QMetaObject::invokeMethod(window.findChild<QObject*>(QStringLiteral("chatSettings")), "open");
  }
  if (scenario == QLatin1String("unsaved")) {
    session.openConversation(7);
    the_engine->say(canter::engine::MessagesUnsaved{2});
    QTimer::singleShot(400, &window, [&window] { window.close(); });
  }
  if (scenario == QLatin1String("address"))
    QTimer::singleShot(300, &window, [&window] { ask_for_address(window); });
  if (scenario == QLatin1String("served")) serve(window);
  if (scenario == QLatin1String("get-found")) search_hub(window);
  if (scenario.startsWith(QLatin1String("downloads")))
    QTimer::singleShot(600, &session, [] {
      the_engine->say(canter::engine::DownloadProgressed{1, 1'100'000'000, 2'500'000'000, 21.4e6});
    });
  if (scenario.startsWith(QLatin1String("tuning"))) tune(scenario, session, window);
  if (streams) {
    session.openConversation(7);
    QTimer::singleShot(400, chat,
                       [chat] { chat->send(QStringLiteral("Tell me all about the stations.")); });
  }
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setApplicationDisplayName(QStringLiteral("Canter"));
  QCommandLineParser parser;
  parser.addHelpOption();
  parser.addOptions({
      {QStringLiteral("scenario"), QStringLiteral("What is to be seen"), QStringLiteral("NAME")},
      {QStringLiteral("page"), {}, QStringLiteral("PAGE"), QStringLiteral("chats")},
      {QStringLiteral("theme"), {}, QStringLiteral("THEME"), QStringLiteral("light")},
      {QStringLiteral("lang"), {}, QStringLiteral("LANGUAGE"), QStringLiteral("en")},
      {QStringLiteral("size"), {}, QStringLiteral("WxH"), QStringLiteral("1180x760")},
      {QStringLiteral("text-scale"), {}, QStringLiteral("FACTOR"), QStringLiteral("1")},
      {QStringLiteral("translations"), {}, QStringLiteral("DIR")},
      {QStringLiteral("after"), {}, QStringLiteral("MS"), QStringLiteral("1500")},
      {QStringLiteral("grab"), QStringLiteral("Saves a picture and ends"), QStringLiteral("PNG")},
  });
  parser.process(application);

  const QString scenario = parser.value(QStringLiteral("scenario"));
  canter::ui::MainWindow main_window(
      [&](std::function<void()> wake) {
        auto link = std::make_unique<FakeEngine>(script_for(scenario), std::move(wake));
        the_engine = link.get();
        return link;
      },
      {.settings_file = {},
       .scheme = {},
       .model = model_for(scenario),
       .data_folder = QStringLiteral("/home/ada/.local/share/canter"),
       .translations = parser.value(QStringLiteral("translations"))});
  QQuickWindow* window = main_window.window();
  if (window == nullptr) return 1;
  auto* appearance = window->property("appearance").value<canter::ui::Appearance*>();
  appearance->set_theme(parser.value(QStringLiteral("theme")));
  appearance->set_language(parser.value(QStringLiteral("lang")));
  appearance->set_text_percent(qRound(100 * parser.value(QStringLiteral("text-scale")).toDouble()));
  main_window.show();
  const QStringList size = parser.value(QStringLiteral("size")).split(u'x');
  window->resize(size.value(0).toInt(), size.value(1).toInt());

  auto* session = window->property("session").value<canter::ui::Session*>();
  QTimer::singleShot(300, session, [&] {
    window->setProperty("page", parser.value(QStringLiteral("page")));
    act(scenario, *session, *window);
    if (scenario.startsWith(QLatin1String("compare")))
      canter::ui::stage_comparisons(scenario, *window);
  });
  if (parser.isSet(QStringLiteral("grab"))) {
    QTimer::singleShot(parser.value(QStringLiteral("after")).toInt(), window, [&] {
      window->grabWindow().save(parser.value(QStringLiteral("grab")));
      QCoreApplication::quit();
    });
  }
  return QApplication::exec();
}
