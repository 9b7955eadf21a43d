#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "engine/session/comparison_messages.h"

namespace canter::ui {

/// One of the two columns: an answer as it comes, or once more as it came. Times are milliseconds
/// since its start.
class Lane : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by CompareController")
  Q_PROPERTY(Phase phase READ phase NOTIFY changed)
  Q_PROPERTY(int tokens READ tokens NOTIFY changed)
  /// Of the tokens that are expected, 0 to 1; 0 while nobody knows how many will come.
  Q_PROPERTY(double share READ share NOTIFY changed)
  /// `84 tok/s`; empty before the second token.
  Q_PROPERTY(QString speedText READ speed_text NOTIFY changed)
  /// How long it has taken so far, or took.
  Q_PROPERTY(QString timeText READ time_text NOTIFY changed)
  /// All of it that is shown; what is added is announced by appended() alone.
  Q_PROPERTY(QString text READ text NOTIFY textReset)
  /// Where it differs from the other column, in characters; the same number: nowhere.
  Q_PROPERTY(int differsFrom READ differs_from NOTIFY differenceChanged)
  Q_PROPERTY(int differsTo READ differs_to NOTIFY differenceChanged)

 public:
  enum Phase { Empty, Waiting, Live, Replayed, Done };
  Q_ENUM(Phase)

  explicit Lane(QObject* parent = nullptr) : QObject(parent) {}

  Phase phase() const { return phase_; }
  int tokens() const { return shown_; }
  double share() const;
  QString speed_text() const;
  QString time_text() const;
  QString text() const { return text_; }
  int differs_from() const { return differs_from_; }
  int differs_to() const { return differs_to_; }

  void clear() { begin(Empty); }
  int recorded() const { return int(recorded_.token_ms.size()); }
  void expect(int tokens) { expected_ = tokens; }
  /// The other side answers first.
  void wait() { begin(Waiting); }
  void start() { begin(Live); }
  /// Shows what was recorded once more, from the start.
  void replay();
  void append(const engine::ComparedTextAppended& more);
  void finish(const AnswerStatistics& statistics);
  /// So much time has passed.
  void advance(double ms);
  /// All that was recorded.
  void complete();
  void show(const engine::ComparedAnswer& answer);
  /// Marks the token at `token`, which begins at `byte`.
  void mark(int token, std::uint32_t byte);

 Q_SIGNALS:
  void changed();
  void textReset();
  void appended(const QString& text);
  void differenceChanged();

 private:
  void begin(Phase phase);
  void reset_text();
  /// So many tokens are shown, with the text up to `bytes`.
  void reveal(int tokens, std::size_t bytes);
  void set_difference(int from, int to);

  Phase phase_ = Empty;
  engine::ComparedAnswer recorded_;
  bool finished_ = false;  ///< all of it is recorded
  int expected_ = 0;
  int shown_ = 0;
  std::size_t shown_bytes_ = 0;
  QString text_;
  double elapsed_ = 0;
  int differs_from_ = 0;
  int differs_to_ = 0;
};

}  // namespace canter::ui
