#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>
#include <QStringList>

namespace canter::ui {

/// The names of a server's models, those alone that have what is looked for in them.
class ServerModelList : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by RemoteController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  /// There are so many that one looks for them.
  Q_PROPERTY(bool many READ many NOTIFY countChanged)

 public:
  enum Role { kName = Qt::UserRole };

  explicit ServerModelList(QObject* parent = nullptr) : QAbstractListModel(parent) {}

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }
  bool many() const;

  void show(const QStringList& names);
  Q_INVOKABLE void lookFor(const QString& words);

 Q_SIGNALS:
  void countChanged();

 private:
  void filter();

  QStringList names_;
  QStringList shown_;
  QString words_;
};

}  // namespace canter::ui
