#include <QApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "compare/compare_controller.h"
#include "support/canned_comparisons.h"
#include "support/canned_models.h"
#include "support/shown_window.h"

namespace canter::ui {
namespace {

template <typename Widget>
Widget* shown() {
  for (QWidget* each : QApplication::topLevelWidgets())
    if (auto* found = qobject_cast<Widget*>(each); found && found->isVisible()) return found;
  return nullptr;
}

FakeEngine::Script with_comparisons() {
  FakeEngine::Script script = canned_script();
  script.comparisons.kept = {canned_comparison(5, "Find me somewhere to eat.", 40, 2.3)};
  return script;
}

/// Waits for Qt's own dialog.
bool is_asked(const QString& title) {
  return QTest::qWaitFor([&] {
    const auto* dialog = shown<QFileDialog>();
    return dialog && dialog->windowTitle() == title;
  });
}

/// The window, once the keyboard is its own.
struct ActiveWindow : ShownWindow {
  explicit ActiveWindow(FakeEngine::Script script = canned_script(), WindowOptions options = {})
      : ShownWindow(std::move(script), std::move(options)) {
    activate();
  }
  void activate() {
    window().requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
  }
  void press_open() {
    activate();
    QTest::keyClick(&window(), Qt::Key_O, Qt::ControlModifier);
  }
};

std::string native(const QString& path) {
  return QDir::toNativeSeparators(path).toStdString();
}

}  // namespace

/// With Qt's own dialog, which is what there is where no desktop brings another.
class FileDialogsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void init() { take_complaints(); }
  void cleanup();

  void a_model_is_opened();
  void a_dialog_that_is_left_does_nothing_and_shows_again();
  void a_models_file_and_a_models_folder_are_added();
  void a_text_file_is_attached();
  void files_are_dropped_as_they_are_chosen();
  void a_chat_is_exported_and_the_suffix_is_added();
  void a_file_is_replaced_only_after_a_question();
  void everything_is_exported();
  void prompts_to_learn_from_are_chosen();
  void prompts_to_compare_are_chosen();
  void a_comparison_is_saved();
  void titles_and_filters_follow_the_language();

 private:
  QString write(const QString& name, const QByteArray& bytes = "x") {
    QFile file(folder_.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return {};
    return file.fileName();
  }
  /// Pastes the path where its name belongs and presses the button.
  static void choose(const QString& path);

  QTemporaryDir folder_;
};

void FileDialogsTest::initTestCase() {
  QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
  QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.filePath("settings"));
}

void FileDialogsTest::cleanup() {
  // Qt's own dialog has complaints about itself on the tests' platform.
  const QStringList complaints = take_complaints().filter(QStringLiteral("qrc:"));
  QCOMPARE(complaints, QStringList());
}

void FileDialogsTest::choose(const QString& path) {
  auto* dialog = shown<QFileDialog>();
  QVERIFY(dialog);
  auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
  QVERIFY(name);
  name->selectAll();
  name->insert(path);
  const bool saves = dialog->acceptMode() == QFileDialog::AcceptSave;
  auto* buttons = dialog->findChild<QDialogButtonBox*>();
  QPushButton* button = buttons->button(saves ? QDialogButtonBox::Save : QDialogButtonBox::Open);
  QTRY_VERIFY(button->isEnabled());
  QTest::mouseClick(button, Qt::LeftButton);
}

void FileDialogsTest::a_model_is_opened() {
  ActiveWindow it;
  const auto opened = [&] { return it.engine->posted_of<engine::OpenModel>(); };
  QTRY_COMPARE(opened().size(), 1u);
  it.press_open();
  QVERIFY(is_asked(QStringLiteral("Open model")));
  const QString file = write(QStringLiteral("my model.gguf"));
  choose(file);
  QTRY_COMPARE(opened().size(), 2u);
  QCOMPARE(opened()[1].source, native(file));
  QVERIFY(!shown<QFileDialog>());
}

void FileDialogsTest::a_dialog_that_is_left_does_nothing_and_shows_again() {
  ActiveWindow it;
  QTRY_COMPARE(it.engine->posted_of<engine::OpenModel>().size(), 1u);
  for (int time = 0; time < 2; ++time) {
    it.press_open();
    QVERIFY(is_asked(QStringLiteral("Open model")));
    QTest::keyClick(shown<QFileDialog>(), Qt::Key_Escape);
    QTRY_VERIFY(!shown<QFileDialog>());
  }
  QCOMPARE(it.engine->posted_of<engine::OpenModel>().size(), 1u);
  it.press_open();
  QVERIFY(is_asked(QStringLiteral("Open model")));
  choose(write(QStringLiteral("at last.gguf")));
  QTRY_COMPARE(it.engine->posted_of<engine::OpenModel>().size(), 2u);
}

void FileDialogsTest::a_models_file_and_a_models_folder_are_added() {
  FakeEngine::Script script = canned_script();
  add_no_models(script);
  ActiveWindow it(script);
  it.show_page(QStringLiteral("models"));
  const auto added = [&] { return it.engine->posted_of<engine::AddModel>(); };
  QVERIFY(it.click(QStringLiteral("Add file…")));
  QVERIFY(is_asked(QStringLiteral("Add a model")));
  const QString file = write(QStringLiteral("added.gguf"));
  choose(file);
  QTRY_COMPARE(added().size(), 1u);
  QCOMPARE(added()[0].path, native(file));
  const QString folder = folder_.filePath(QStringLiteral("model"));
  QVERIFY(QDir().mkpath(folder));
  QVERIFY(it.click(QStringLiteral("Add folder…")));
  QVERIFY(is_asked(QStringLiteral("Add a model's folder")));
  choose(folder);
  QTRY_COMPARE(added().size(), 2u);
  QCOMPARE(added()[1].path, native(folder));
}

/// The text of the files of the message that is being written.
QString attached(const ActiveWindow& window) {
  QString texts;
  for (const Attachment& attachment : window.chat->attachments()->all()) texts += attachment.text;
  return texts;
}

void FileDialogsTest::a_text_file_is_attached() {
  ActiveWindow it;
  QTRY_VERIFY(it.chat->can_send());
  QVERIFY(it.click(QStringLiteral("Attach a file")));
  QVERIFY(is_asked(QStringLiteral("Attach a file")));
  choose(write(QStringLiteral("notes.txt"), "one"));
  QTRY_COMPARE(attached(it), QStringLiteral("one\n"));
}

void FileDialogsTest::files_are_dropped_as_they_are_chosen() {
  ActiveWindow it;
  QTRY_COMPARE(it.engine->posted_of<engine::OpenModel>().size(), 1u);
  const auto drop = [&](const QString& file) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&it.window(), &enter);
    QDropEvent event({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&it.window(), &event);
  };
  drop(write(QStringLiteral("dropped.txt"), QByteArray("\xff\xfeh\0i\0", 6)));
  QTRY_COMPARE(attached(it), QStringLiteral("hi\n"));
  drop(write(QStringLiteral("dropped.png"), QByteArray("\x89PNG\r\n\x1a\n\0\0", 10)));
  QTRY_VERIFY(it.session->failure().contains(QStringLiteral("dropped.png")));
  drop(write(QStringLiteral("dropped.gguf")));
  QTRY_COMPARE(it.engine->posted_of<engine::OpenModel>().size(), 2u);
}

void FileDialogsTest::a_chat_is_exported_and_the_suffix_is_added() {
  ActiveWindow it;
  QTRY_VERIFY(it.find(QStringLiteral("A bus to San Diego")));
  QTest::qWait(50);
  QVERIFY(it.click(QStringLiteral("A bus to San Diego"), Qt::RightButton));
  QTRY_VERIFY(it.find(QStringLiteral("Export as Markdown…")));
  QTest::qWait(200);
  QVERIFY(it.click(QStringLiteral("Export as Markdown…")));
  QVERIFY(is_asked(QStringLiteral("Export the chat")));
  const auto* name = shown<QFileDialog>()->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
  QCOMPARE(name->text(), QStringLiteral("A bus to San Diego.md"));
  choose(folder_.filePath(QStringLiteral("bus")));
  const auto exported = [&] { return it.engine->posted_of<engine::ExportConversation>(); };
  QTRY_COMPARE(exported().size(), 1u);
  QCOMPARE(exported()[0].path.u8string(),
           std::filesystem::path(folder_.filePath(QStringLiteral("bus.md")).toStdU16String())
               .u8string());
}

void FileDialogsTest::a_file_is_replaced_only_after_a_question() {
  ActiveWindow it;
  auto& sidebar = it.controller<SidebarController>("sidebar");
  const QString there = write(QStringLiteral("there.json"));
  const auto exported = [&] { return it.engine->posted_of<engine::ExportConversation>(); };
  const auto answer = [&](QMessageBox::StandardButton button) {
    sidebar.exportJson(7);
    QVERIFY(is_asked(QStringLiteral("Export the chat")));
    QTimer waits;
    connect(&waits, &QTimer::timeout, this, [button] {
      if (auto* question = shown<QMessageBox>())
        QTest::mouseClick(question->button(button), Qt::LeftButton);
    });
    waits.start(20);
    choose(there);
  };
  answer(QMessageBox::No);
  QVERIFY(exported().empty());
  QVERIFY(shown<QFileDialog>());
  QTest::keyClick(shown<QFileDialog>(), Qt::Key_Escape);
  answer(QMessageBox::Yes);
  QTRY_COMPARE(exported().size(), 1u);
}

void FileDialogsTest::everything_is_exported() {
  ActiveWindow it;
  it.show_page(QStringLiteral("settings"));
  it.controller<SettingsController>("preferences").exportEverything();
  QVERIFY(is_asked(QStringLiteral("Export everything")));
  choose(folder_.filePath(QStringLiteral("all.json")));
  const auto exported = [&] { return it.engine->posted_of<engine::ExportEverything>(); };
  QTRY_COMPARE(exported().size(), 1u);
  QCOMPARE(exported()[0].path, native(folder_.filePath(QStringLiteral("all.json"))));
}

void FileDialogsTest::prompts_to_learn_from_are_chosen() {
  ActiveWindow it;
  QTRY_VERIFY(it.chat->can_send());
  QObject* sheet = it.window().findChild<QObject*>(QStringLiteral("tuningSheet"));
  QMetaObject::invokeMethod(sheet, "show");
  QMetaObject::invokeMethod(sheet->property("item").value<QObject*>(), "promptsFileWanted");
  QVERIFY(is_asked(QStringLiteral("Prompts to learn from")));
  const QString file = write(QStringLiteral("learn.jsonl"));
  choose(file);
  const auto* tuning = it.window().property("tuning").value<QObject*>();
  QTRY_COMPARE(tuning->property("promptsFile").toString(), QStringLiteral("learn.jsonl"));
}

void FileDialogsTest::prompts_to_compare_are_chosen() {
  ActiveWindow it;
  it.show_page(QStringLiteral("compare"));
  QVERIFY(it.click(QStringLiteral("Prompt set")));
  QTRY_VERIFY(it.find(QStringLiteral("From a file…")));
  QTest::qWait(50);
  QVERIFY(it.click(QStringLiteral("From a file…")));
  QVERIFY(is_asked(QStringLiteral("Prompts to compare")));
  const QString file = write(QStringLiteral("compare.jsonl"));
  choose(file);
  const auto* compare = it.window().property("compare").value<QObject*>();
  QTRY_COMPARE(compare->property("promptsFile").toString(), QStringLiteral("compare.jsonl"));
}

void FileDialogsTest::a_comparison_is_saved() {
  ActiveWindow it(with_comparisons());
  it.show_page(QStringLiteral("compare"));
  auto& compare = it.controller<CompareController>("compare");
  compare.open(5);
  QTRY_VERIFY(it.find(QStringLiteral("CSV")));
  compare.save(CompareController::Csv);
  QVERIFY(is_asked(QStringLiteral("Save the comparison")));
  choose(folder_.filePath(QStringLiteral("figures")));
  const auto saved = [&] { return it.engine->posted_of<engine::ExportComparison>(); };
  QTRY_COMPARE(saved().size(), 1u);
  QCOMPARE(saved()[0].path, native(folder_.filePath(QStringLiteral("figures.csv"))));
  compare.save(CompareController::Picture);
  QVERIFY(is_asked(QStringLiteral("Save the comparison")));
  choose(folder_.filePath(QStringLiteral("figures")));
  QTRY_VERIFY(QFile::exists(folder_.filePath(QStringLiteral("figures.png"))));
}

void FileDialogsTest::titles_and_filters_follow_the_language() {
  WindowOptions options;
  options.translations = QStringLiteral(CANTER_TRANSLATIONS_DIR);
  ActiveWindow it(canned_script(), options);
  QTRY_COMPARE(it.engine->posted_of<engine::OpenModel>().size(), 1u);
  auto& appearance = it.controller<Appearance>("appearance");
  for (const auto& [language, title, filter] :
       {std::tuple{"de", "Modell öffnen", "Modelle (*.gguf)"},
        std::tuple{"zh_CN", "打开模型", "模型 (*.gguf)"}}) {
    appearance.set_language(QString::fromLatin1(language));
    it.press_open();
    QVERIFY(is_asked(QString::fromUtf8(title)));
    QCOMPARE(shown<QFileDialog>()->nameFilters().constFirst(), QString::fromUtf8(filter));
    QTest::keyClick(shown<QFileDialog>(), Qt::Key_Escape);
    QTRY_VERIFY(!shown<QFileDialog>());
  }
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::FileDialogsTest)
#include "file_dialogs_test.moc"
