#pragma once

#include <QtQml/qqmlregistration.h>
#include <QColor>
#include <QPointer>
#include <QQuickTextDocument>
#include <QSyntaxHighlighter>
#include <array>

namespace canter::ui {

/// Colours the listing in a TextEdit's document.
class CodeHighlighter : public QSyntaxHighlighter {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QQuickTextDocument* textDocument READ text_document WRITE set_text_document NOTIFY
                 textDocumentChanged)
  Q_PROPERTY(QString language READ language WRITE set_language NOTIFY languageChanged)
  /// What the first line begins with (see highlight.h).
  Q_PROPERTY(int initialState READ initial_state WRITE set_initial_state NOTIFY initialStateChanged)
  /// Keyword, type, text, number, comment, added, removed.
  Q_PROPERTY(QList<QColor> colors READ colors WRITE set_colors NOTIFY colorsChanged)

 public:
  explicit CodeHighlighter(QObject* parent = nullptr);

  QQuickTextDocument* text_document() const { return document_; }
  void set_text_document(QQuickTextDocument* document);
  QString language() const { return language_; }
  void set_language(const QString& language);
  int initial_state() const { return initial_state_; }
  void set_initial_state(int state);
  QList<QColor> colors() const { return colors_; }
  void set_colors(const QList<QColor>& colors);

 Q_SIGNALS:
  void textDocumentChanged();
  void languageChanged();
  void initialStateChanged();
  void colorsChanged();

 protected:
  void highlightBlock(const QString& line) override;

 private:
  QPointer<QQuickTextDocument> document_;
  QString language_;
  int initial_state_ = 0;
  QList<QColor> colors_;
};

}  // namespace canter::ui
