#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace canter::ui {

/// A piece of an answer that is shown by a component of its own. Lists and quotes are no containers
/// here: each block says how far it is indented and how many quotes it stands in.
struct Block {
  enum Kind { Paragraph, Heading, Code, Table, Rule, Math };

  Kind kind = Paragraph;
  int level = 0;   ///< of a heading, 1 to 6
  int indent = 0;  ///< lists around it, as far as they are shown
  int quotes = 0;  ///< quotes around it, as far as they are shown
  /// By its first letter; in a list or quote, of that; auto: it has no letter.
  Qt::LayoutDirection direction = Qt::LayoutDirectionAuto;
  QString marker;  ///< of a list's item, before its first block: `•`, `3.`, `☑`
  /// Rich text in Qt's subset, its colours by classes (see BlockStyle.qml); its images stand for
  /// formulas (math/formula_html.h). Nothing in it is ever loaded, links apart, which are asked
  /// about.
  QString html;
  QString text;  ///< without markup; of code and mathematics, the source
  QString language;
  QList<QStringList> cells;      ///< of a table, as rich text, the head first
  QList<Qt::Alignment> columns;  ///< of a table; 0: as its text is read
  /// Long code, long paragraphs and endless lines are cut up; a part that is not the first follows
  /// without a gap.
  bool first = true;
  bool last = true;
  int highlight_state = 0;  ///< what such a part of a listing begins with (see highlight.h)

  bool operator==(const Block&) const = default;
};

}  // namespace canter::ui
