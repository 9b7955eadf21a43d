#pragma once

#include <QList>
#include <QString>

namespace canter::ui {

/// A text that can be taken in parts: the pages that form feeds divide it into, else pieces of
/// about one length.
class DocumentParts {
 public:
  DocumentParts() = default;
  /// `characters`: of a piece, at most, where the text has no pages.
  DocumentParts(QString text, qsizetype characters);

  int count() const { return int(begins_.size()); }
  bool are_pages() const { return pages_; }
  /// `first` and `last` from 1 on; empty for what there is not.
  QString text(int first, int last) const;
  /// The same with a line for the model that says which part it is.
  QString taken(int first, int last) const;
  /// Of the whole, from 0 to 1.
  double share(int first, int last) const;

 private:
  QString text_;
  QList<qsizetype> begins_;
  bool pages_ = false;
};

}  // namespace canter::ui
