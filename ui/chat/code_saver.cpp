#include "chat/code_saver.h"

#include <QDir>
#include <QSaveFile>
#include <algorithm>

namespace canter::ui {
namespace {

struct Ending {
  const char* language;
  const char* ending;
};

/// Of languages whose names are no endings of files.
constexpr Ending kEndings[] = {
    {"bash", "sh"},     {"c#", "cs"},         {"c++", "cpp"},     {"csharp", "cs"},
    {"golang", "go"},   {"haskell", "hs"},    {"java", "java"},   {"javascript", "js"},
    {"julia", "jl"},    {"kotlin", "kt"},     {"latex", "tex"},   {"markdown", "md"},
    {"matlab", "m"},    {"mermaid", "mmd"},   {"patch", "diff"},  {"perl", "pl"},
    {"python", "py"},   {"python3", "py"},    {"ruby", "rb"},     {"rust", "rs"},
    {"scala", "scala"}, {"shell", "sh"},      {"swift", "swift"}, {"typescript", "ts"},
    {"yaml", "yaml"},   {"powershell", "ps1"}};

QString ending_of(const QString& language) {
  const QString name = language.toLower();
  for (const Ending& each : kEndings)
    if (name == QLatin1String(each.language)) return QString::fromLatin1(each.ending);
  const bool ending =
      !name.isEmpty() && name.size() <= 4 && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() < 128 && c.isLetterOrNumber();
      });
  return ending ? name : QStringLiteral("txt");
}

}  // namespace

CodeSaver::CodeSaver(Session& session, QObject* parent) : QObject(parent), session_(session) {}

void CodeSaver::save(const QString& code, const QString& language) {
  code_ = code.endsWith(u'\n') ? code : code + u'\n';
  const QString ending = ending_of(language);
  Q_EMIT placeWanted(QStringLiteral("code.") + ending, tr("Code (*.%1)").arg(ending));
}

void CodeSaver::save_to(const QUrl& url) {
  QSaveFile file(url.toLocalFile());
  const QByteArray bytes = code_.toUtf8();
  if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return;
  session_.fail(tr("The code cannot be saved as “%1”: %2; choose another folder")
                    .arg(QDir::toNativeSeparators(file.fileName()), file.errorString()));
}

}  // namespace canter::ui
