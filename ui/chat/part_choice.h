#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "chat/attachment_list.h"
#include "chat/context_meter.h"

namespace canter::ui {

/// Which part of a file that is too long goes with the message: some pages, or one of the pieces
/// that fit.
class PartChoice : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by ChatController")
  Q_PROPERTY(QString name READ name NOTIFY changed)
  Q_PROPERTY(bool pages READ pages NOTIFY changed)
  /// Pages or pieces that there are; 0: there is nothing to choose from.
  Q_PROPERTY(int count READ count NOTIFY changed)
  /// From 1 to `count`. One that is set beyond the other takes it along.
  Q_PROPERTY(int first READ first WRITE set_first NOTIFY changed)
  Q_PROPERTY(int last READ last WRITE set_last NOTIFY changed)
  /// How much it is, and how much fits.
  Q_PROPERTY(QString size READ size NOTIFY changed)
  Q_PROPERTY(bool fits READ fits NOTIFY changed)
  /// How it begins.
  Q_PROPERTY(QString beginning READ beginning NOTIFY changed)

 public:
  PartChoice(AttachmentList& attachments, ContextMeter& context, QObject* parent = nullptr);

  QString name() const { return name_; }
  bool pages() const { return parts_.are_pages(); }
  int count() const { return parts_.count(); }
  int first() const { return first_; }
  void set_first(int number);
  int last() const { return last_; }
  void set_last(int number);
  QString size() const;
  bool fits() const { return tokens() <= room_; }
  QString beginning() const;

  /// From what is attached now.
  Q_INVOKABLE void begin();
  /// The part takes the place of the whole.
  Q_INVOKABLE void accept();

 Q_SIGNALS:
  void changed();

 private:
  int tokens() const;

  AttachmentList& attachments_;
  ContextMeter& context_;
  DocumentParts parts_;
  QString name_;
  int whole_ = 0;  ///< tokens
  int room_ = 0;   ///< tokens
  int first_ = 1;
  int last_ = 1;
};

}  // namespace canter::ui
