#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "blocks/block_list_model.h"
#include "chat/streamed_text.h"

namespace canter::ui {

/// What a model thought before its answer. Folded until the reader unfolds it; only then is the
/// text made into blocks.
class Thought : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by MessageListModel")
  Q_PROPERTY(bool empty READ empty NOTIFY changed)
  /// The model thinks now.
  Q_PROPERTY(bool running READ running NOTIFY changed)
  /// How long the model has thought, rounded.
  Q_PROPERTY(int seconds READ seconds NOTIFY changed)
  Q_PROPERTY(bool unfolded READ unfolded WRITE set_unfolded NOTIFY unfoldedChanged)
  /// Empty until it is unfolded.
  Q_PROPERTY(canter::ui::BlockListModel* blocks READ blocks CONSTANT)

 public:
  using QObject::QObject;

  bool empty() const { return said_.empty(); }
  const QString& text() const { return said_.text(); }
  bool running() const { return running_; }
  int seconds() const { return int((milliseconds_ + 500) / 1000); }
  bool unfolded() const { return unfolded_; }
  void set_unfolded(bool unfolded);
  BlockListModel* blocks() { return &blocks_; }

  /// The model thinks, and has for so long now.
  void append(const StreamedText& piece, qint64 milliseconds);
  /// The answer follows.
  void pause();
  /// How it is in the end.
  void finish(const QString& text, qint64 milliseconds);

  Q_INVOKABLE void copy() const;

 Q_SIGNALS:
  void changed();
  void unfoldedChanged();

 private:
  StreamedText said_;
  qint64 milliseconds_ = 0;
  bool running_ = false;
  bool unfolded_ = false;
  BlockListModel blocks_;  ///< of what was said, once it was unfolded
};

}  // namespace canter::ui
