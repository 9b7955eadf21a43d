#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>
#include <vector>

#include "engine/session/model_messages.h"

namespace canter::ui {

/// A model as it is shown. `listed.id` is missing for one that is only found.
struct ModelCard {
  engine::ListedModel listed;
  QString program;  ///< whose it is; empty for those of the list
};

/// Models, each with its path as its key.
class ModelListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by ModelsController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    kPath = Qt::UserRole,
    kName,
    kDetails,      ///< size, format, architecture and context in one line
    kMemory,       ///< what it needs, and what is free when that is less
    kMemoryShort,  ///< less is free than it needs
    kStarter,
    kAdapter,        ///< what is known of its adapter; empty for a model with a problem
    kAdapterBeside,  ///< file of one that could be tried; empty: there is none
    kProblem,        ///< why it cannot be used, and what to do; empty when it can
    kNotes,          ///< what a user should know all the same, a line each
    kHost,           ///< where it answers; empty for one on disk
    kUse,
    kRemovable,
    kProgram,
    kFirstOfProgram,
  };
  enum Use { Idle, Opening, InUse };
  Q_ENUM(Use)

  explicit ModelListModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }

  /// Rows that stay keep their delegates.
  void show(const std::vector<ModelCard>& cards);
  void set_free_memory(quint64 bytes);  ///< 0: not known
  /// At most one is open or being opened; `source` is a path or `starter`.
  void set_use(const QString& source, Use use, const QString& failure);

  /// nullptr when there is none.
  const ModelCard* card(const QString& path) const;

 Q_SIGNALS:
  void countChanged();

 private:
  bool is(const ModelCard& card, const QString& source) const;
  Use use(const ModelCard& card) const { return is(card, source_) ? use_ : Idle; }
  bool memory_short(const ModelCard& card) const;
  QString memory_text(const ModelCard& card) const;
  void all_changed();

  std::vector<ModelCard> cards_;
  quint64 free_memory_ = 0;
  QString source_;
  QString failure_;
  Use use_ = Idle;
};

/// The path of a model as the window has it.
QString path_of(const ModelCard& card);

}  // namespace canter::ui
