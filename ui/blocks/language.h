#pragma once

#include <QSet>
#include <QString>
#include <QStringList>
#include <vector>

namespace canter::ui {

struct Language {
  struct Delimiters {
    QString open;
    QString close;
    bool spans_lines = false;
    bool escapes = true;  ///< a backslash takes the next character with it
  };

  QStringList names = {};  ///< behind a fence, lower case
  QSet<QString> keywords = {};
  QSet<QString> types = {};  ///< and what is built in
  QStringList line_comments = {};
  std::vector<Delimiters> comments = {};
  std::vector<Delimiters> texts = {};
  bool any_case = false;  ///< keywords in any case
  bool tags = false;      ///< `<name attribute>`
  bool patch = false;     ///< lines begin with + and -
};

const std::vector<Language>& languages();

}  // namespace canter::ui
