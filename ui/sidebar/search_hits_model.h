#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <vector>

#include "store/records.h"

namespace canter::ui {

/// Conversations that were found, with what was found marked.
class SearchHitsModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by SidebarController")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role {
    kConversation = Qt::UserRole,  ///< its number
    kTitle,                        ///< styled text
    kSnippet,                      ///< styled text; empty when only the title has it
    kWhen,
    kPlainTitle,
    kPlainSnippet,
  };

  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }

  void show(std::vector<SearchHit> hits);
  /// nullptr: no such row.
  const SearchHit* hit(int row) const;

 Q_SIGNALS:
  void countChanged();

 private:
  std::vector<SearchHit> hits_;
};

}  // namespace canter::ui
